import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { derivedId } from '../../platform/ids';
import { addRepayment } from './add-repayment';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { repayWithinMinutes } from './entries';
import type { LedgerRecord } from './ledger.record';
import { ledgerRepository } from './ledger.repository';

/** Writes the row an outbox entry asks for; the second delivery finds it there. */
export async function bookEntry(
  deps: DeliveryDeps,
  delivery: Delivery,
  entry: { id: string; payload: Record<string, unknown> },
): Promise<void> {
  const { row, amountFen, person, byReceipt, dueAt } = entry.payload;
  if (typeof row !== 'string' || typeof amountFen !== 'number') throw new Error('a ledger entry names row and amount');
  const { _id, county, scope, detail } = delivery;
  const at = deps.now();
  const ledger = ledgerRepository(deps.connection);
  const same = {
    ...{ county, scope, delivery: _id, code: detail.code },
    ...(typeof person === 'string' ? { person } : {}),
  };
  if (row === 'REPAID') return void (await addRepayment(ledger, same, amountFen, { opId: entry.id, at }));
  const due = dueAt instanceof Date ? dueAt : addMinutes(at, repayWithinMinutes);
  await ledger.add({
    ...same,
    _id: derivedId(county, _id, entry.id),
    kind: row as LedgerRecord['kind'], // written by our own verbs alone
    amountFen,
    at,
    ...(row === 'ADVANCED' ? { dueAt: due, ...(byReceipt === true ? { byReceipt } : {}) } : {}),
  });
}
