import { Problem } from '../../http/problem';
import { beginRecord } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { cardOut } from './custody.rules';
import { askForCard } from './custody.verbs';
import { type Delivery, known } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';
import { advanced, follow, toHousehold } from './entries';
import { type Bought, linesByReceipt, paidFen } from './line.rules';
import { holdOpenRequest, passOnOpenRequest } from './open-request';
import { unfedTimer } from './post.verbs';
import { bagCodeOf, dueBy } from './triage.rules';

/** What somebody has in hand for a request that had ended meanwhile, or had passed to another. */
export type InHand =
  | {
      readonly as: 'PURCHASED';
      readonly receiptPhoto: string;
      readonly bags: number;
      readonly lines: readonly Bought[];
    }
  | { readonly as: 'COLLECTED'; readonly bags: number }
  | { readonly as: 'COLLECTED_AT_DOOR'; readonly bags: number };

/** The delivery of its own by which one holder brings what was in hand; there is one, however often the fact is sent. Pure. */
export function ownDeliveryId({ county, _id }: Pick<Delivery, 'county' | '_id'>, holder: string): string {
  return derivedId(county, _id, 'bought', holder);
}

/**
 * Cancelled but already bought, or fetched: the fact wins, as a delivery of its own that begins where the goods are,
 * with the same holder (handbook 2).
 */
export async function deliverInHand(
  deps: DeliveryDeps,
  ended: Delivery,
  holder: string,
  inHand: InHand,
): Promise<string> {
  const { county, assignment } = ended;
  const now = deps.now();
  const id = ownDeliveryId(ended, holder);
  const bag = { ...ended, detail: { ...ended.detail, code: bagCodeOf(id) } };
  const { detail, emit } = handedOver(bag, holder, inHand, now);
  // a card that is out comes back with what was bought; the request that it was given for may end
  const custody = cardOut(ended);
  const record = linked(ended, id, inHand.as, [...emit, ...askForCard(bag, custody)], now);
  const deliveries = deliveryRepository(deps.connection);
  await deliveries.insert({
    ...record,
    assignment: { assignee: holder, claimOp: id, excluded: [], rung: 0, ...known({ reason: assignment.reason }) },
    detail: { ...record.detail, ...detail, ...known({ custody }) },
  });
  // a request that goes on without it makes room for what comes in its place
  if (!(await passOnOpenRequest(deps.connection, ended, id, now))) await holdIfFree(deps, record);
  await deliveries.link(county, ended._id, id);
  return id;
}

/** What the new record knows of the goods, and who hears of them. Pure. */
function handedOver(ended: Delivery, holder: string, inHand: InHand, now: Date) {
  if (inHand.as === 'COLLECTED_AT_DOOR') return { detail: { bagsAtStart: inHand.bags }, emit: [] };
  if (inHand.as === 'COLLECTED') return { detail: { bags: inHand.bags }, emit: [toHousehold(ended, 'COLLECTED')] };
  const { receiptPhoto, bags } = inHand;
  const lines = linesByReceipt(ended.detail.lines, inHand.lines);
  const amount = paidFen(lines);
  const advances = ended.detail.payMode === 'VOLUNTEER_ADVANCE';
  return {
    detail: { lines, actualFen: amount, receiptPhoto, bags, ...(advances ? { advancedBy: holder } : {}) },
    emit: [toHousehold(ended, 'BOUGHT'), ...(advances ? advanced(amount, holder, now) : [])],
  };
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
  const record = linked(disputed, id, 'SUBMITTED', [follow('triage'), ...unfedTimer(detail)], now);
  const { assignee } = disputed.assignment;
  await deliveryRepository(deps.connection).insert({
    ...record,
    // not by whoever tested positive, whenever that person's hold begins or ends
    ...(detail.bagsKeptBack && assignee ? { assignment: { ...record.assignment, excluded: [assignee] } } : {}),
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
  const { alsoAskedBy, voiceNote, prescription, repeatPrescription, genderWish, wishes } = detail;
  const { forPost, headCount } = detail;
  // a shift eats at its time, also what is brought again
  const wantedBy = forPost ? detail.wantedBy : undefined;
  return {
    ...beginRecord({ _id: id, county, kind: 'DELIVERY', variant, state, area, scope, household, needs }, emit, now),
    kind: 'DELIVERY',
    variant,
    household,
    assignment: { excluded: [], rung: 0, misses: 0 },
    priority,
    dueAt: wantedBy ?? dueBy(priority, now),
    createdAt: now,
    waitingSince: now,
    detail: {
      ...known({ said, shop, shopName, alsoAskedBy, voiceNote, prescription, repeatPrescription, genderWish, wishes }),
      ...known({ forPost, headCount, wantedBy }),
      ...{ mode, zone, askedBy, payMode, estimateFen, lines },
      code: bagCodeOf(id),
      draftHash: '',
      flags: [],
      remarks: [],
      linkedFrom: from._id,
    },
  };
}
