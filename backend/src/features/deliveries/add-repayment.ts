import { accountOf } from './account.rules';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';
import type { LedgerRecord } from './ledger.record';
import { type LedgerRepository, repaymentId } from './ledger.repository';

/** Who wrote a repayment down, when, and by which operation; `run`: out of that run's float. */
interface How {
  readonly opId: string;
  readonly at: Date;
  readonly by?: string;
  readonly run?: string;
}

/**
 * The carrier of an advance has so much back, never more than is still owed: each repayment has the next number of its
 * request, so that two at once cannot both count on the same debt. Safe to repeat under the same operation.
 * @returns undefined when nothing is owed
 */
export async function addRepayment(
  ledger: LedgerRepository,
  advance: Omit<LedgerRecord, '_id' | 'kind' | 'amountFen' | 'at'>,
  atMostFen: number,
  how: How,
): Promise<LedgerRecord | undefined> {
  const { county, scope, delivery = '', code, person } = advance;
  const same = { county, scope, delivery, ...(code ? { code } : {}), ...(person ? { person } : {}) };
  for (;;) {
    const rows = await ledger.ofDelivery(county, delivery);
    const repayments = rows.filter(({ kind }) => kind === 'REPAID');
    const mine = repayments.find(({ opId }) => opId === how.opId);
    if (mine) return mine;
    const amountFen = Math.min(atMostFen, accountOf(rows).owedFen);
    if (amountFen <= 0) return undefined;
    const _id = repaymentId(county, delivery, repayments.length);
    const kept = await ledger.add({ ...same, ...how, _id, kind: 'REPAID', amountFen });
    if (kept.opId === how.opId) return kept;
  }
}

/** Whoever advanced it has said that the household paid: that is the repayment, also before the book says so. */
export async function hasTakenIt(
  { connection }: Pick<DeliveryDeps, 'connection'>,
  { county, delivery = '', person }: Pick<LedgerRecord, 'county' | 'delivery' | 'person'>,
): Promise<boolean> {
  const found = await deliveryRepository(connection).byId(county, delivery);
  return found?.history.some(({ action, by }) => action === 'tickReceived' && by === person) ?? false;
}
