import { Problem } from '../../http/problem';
import { beginRecord } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { type Delivery, known } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';
import { advanced, follow } from './entries';
import { type Bought, linesAfter, paidFen } from './line.rules';
import { holdOpenRequest, passOnOpenRequest } from './open-request';
import { bagCodeOf, dueBy } from './triage.rules';

/** What was bought for a request that had ended meanwhile. */
export interface BoughtAnyway {
  readonly receiptPhoto: string;
  readonly bags: number;
  readonly lines: readonly Bought[];
}

/**
 * Cancelled but already bought: the fact wins, as a delivery of its own that begins at PURCHASED with the same holder
 * (handbook 2). Once, however often the fact is sent.
 */
export async function deliverBought(
  deps: DeliveryDeps,
  ended: Delivery,
  holder: string,
  bought: BoughtAnyway,
): Promise<string> {
  const { county, assignment, detail } = ended;
  const now = deps.now();
  const id = derivedId(county, ended._id, 'bought');
  const lines = linesAfter(detail.lines, bought.lines);
  const amount = paidFen(lines);
  const advances = detail.payMode === 'VOLUNTEER_ADVANCE';
  const emit = advances ? advanced(amount, holder, now) : [];
  const { receiptPhoto, bags } = bought;
  const money = { lines, actualFen: amount, receiptPhoto, bags, ...(advances ? { advancedBy: holder } : {}) };
  const record = linked(ended, id, 'PURCHASED', emit, now);
  const deliveries = deliveryRepository(deps.connection);
  await deliveries.insert({
    ...record,
    assignment: { ...assignment, assignee: holder, claimOp: id, excluded: [], rung: 0 },
    detail: { ...record.detail, ...money },
  });
  await holdIfFree(deps, record);
  await deliveries.link(county, ended._id, id);
  return id;
}

/** A fact is not refused: it is there beside another open request of the kind, if the household has made one meanwhile. */
async function holdIfFree(deps: DeliveryDeps, delivery: Delivery): Promise<void> {
  try {
    await holdOpenRequest(deps.connection, delivery, deps.now());
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'already-open') throw error;
  }
}

/** The new request of a disputed one; there is one, however often it is decided. Pure. */
export function redeliveryId({ county, _id }: Pick<Delivery, 'county' | '_id'>): string {
  return derivedId(county, _id, 'redeliver');
}

/** What was missing, wrong or kept back is brought again: a new request, which nobody has to submit (handbook 2.1). */
export async function redeliver(deps: DeliveryDeps, disputed: Delivery): Promise<string> {
  const { detail } = disputed;
  const now = deps.now();
  const id = redeliveryId(disputed);
  const wrong = detail.disputedLines ?? [];
  const lines = detail.lines
    .filter(({ line }) => wrong.length === 0 || wrong.includes(line))
    .map(({ actualFen: _fen, boughtQuantity: _bought, replacement: _other, ...line }) => ({
      ...line,
      outcome: 'OPEN' as const,
    }));
  const record = linked(disputed, id, 'SUBMITTED', [follow('triage')], now);
  await deliveryRepository(deps.connection).insert({
    ...record,
    detail: {
      ...record.detail,
      lines,
      estimateFen: lines.reduce((sum, line) => sum + line.estimateFen, 0),
      ...(detail.bagsKeptBack ? { payMode: 'FREE' as const } : {}),
    },
  });
  // while the old one is still open it has the place, and nobody can come between
  if (!(await passOnOpenRequest(deps.connection, disputed, id, now))) await holdIfFree(deps, record);
  return id;
}

function linked(
  from: Delivery,
  id: string,
  state: string,
  emit: Parameters<typeof beginRecord>[1],
  now: Date,
): Delivery {
  const { county, variant, area, scope, household, needs, priority, detail } = from;
  const { mode, zone, askedBy, shop, shopName, said, payMode, estimateFen, lines } = detail;
  const { alsoAskedBy, voiceNote, prescription, genderWish, wishes } = detail;
  return {
    ...beginRecord({ _id: id, county, kind: 'DELIVERY', variant, state, area, scope, household, needs }, emit, now),
    kind: 'DELIVERY',
    variant,
    household,
    assignment: { excluded: [], rung: 0, misses: 0 },
    priority,
    dueAt: dueBy(priority, now),
    createdAt: now,
    waitingSince: now,
    detail: {
      ...known({ said, shop, shopName, alsoAskedBy, voiceNote, prescription, genderWish, wishes }),
      ...{ mode, zone, askedBy, payMode, estimateFen, lines },
      code: bagCodeOf(id),
      draftHash: '',
      flags: [],
      remarks: [],
      linkedFrom: from._id,
    },
  };
}
