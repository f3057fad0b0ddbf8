import type { NextStep } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type * as z from '@grid-relief/shared-types/zod';
import { cardDue, waitsForCard } from './custody.rules';
import { isFree } from './delivery';
import type { DeliveryInList } from './delivery-in-list';
import { flaggedMinutes } from './flagged.verbs';

type Step = z.infer<typeof NextStep>;
type Who = Step['who'];

/** Whose turn it is in each state, and how many minutes it has; absent: until the request's own due time. */
const steps: Readonly<Record<string, readonly [code: string, who: Who, minutes?: number]>> = {
  SUBMITTED: ['TRIAGE', 'SYSTEM', 1],
  TRIAGED: ['FIND_CARRIER', 'SYSTEM', 30],
  BATCHED: ['RUN_LEAVES', 'SYSTEM'],
  OFFERED: ['ANSWER_OFFER', 'CARRIER', 10],
  ACCEPTED: ['BEGIN', 'CARRIER', 60],
  ON_HOLD: ['CLEAR_UP', 'GRID', 1440],
  SHOPPING: ['BUY', 'CARRIER'],
  COLLECTED: ['DEPART', 'CARRIER'],
  COLLECTED_AT_DOOR: ['DISPOSE', 'CARRIER'],
  IN_PROGRESS: ['FINISH', 'CARRIER'],
  SUBSTITUTION_PENDING: ['ANSWER_SUBSTITUTION', 'HOUSEHOLD', 10],
  CANCEL_ASKED: ['SAY_IF_PAID', 'CARRIER', 3],
  PURCHASED: ['DEPART', 'CARRIER'],
  NOTHING_BOUGHT: ['TRY_ELSEWHERE', 'GRID', 30],
  IN_TRANSIT: ['BRING', 'CARRIER'],
  HANDOVER_PENDING: ['TAKE_OVER', 'GRID', 20],
  READY_FOR_PICKUP: ['PICK_UP', 'HOUSEHOLD'],
  ADDRESS_QUERY: ['ANSWER_ADDRESS', 'GRID', 15],
  FAILED_DELIVERY: ['RETRY', 'CARRIER'],
  DROPPED: ['CONFIRM', 'HOUSEHOLD', 720],
  DISPOSED: ['CLOSE', 'SYSTEM'],
  CONFIRMED: ['PAY', 'HOUSEHOLD', 2880],
  DISPUTED: ['RESOLVE', 'GRID', 1440],
  RESOLVED: ['BOOK', 'SYSTEM'],
  RETURNED: ['DISPOSE_RETURNED', 'CASHIER', 1440],
  SETTLED: ['REPAY', 'CASHIER', 1440],
  UNPAID: ['COLLECT_PAYMENT', 'CASHIER', 1440],
  PAID_BY_AID: ['CLOSE', 'SYSTEM'],
  WRITTEN_OFF: ['CLOSE', 'SYSTEM'],
};

const closing = ['CLOSE', 'SYSTEM'] as const;

/** When the record came into its present state. Pure. */
export function enteredAt({ history, createdAt, enteredBy }: DeliveryInList): Date {
  return history.find(({ opId }) => opId === enteredBy)?.recordedAt ?? createdAt;
}

/** What happens next, whose turn it is, and by when: every screen says it (handbook 2.1). Pure. */
export function nextStepOf(delivery: DeliveryInList): Step {
  const { state, detail, dueAt, assignment } = delivery;
  const since = enteredAt(delivery);
  if (state === 'SUBMITTED' && detail.flags.length > 0) {
    return { code: 'LOOK_AT', who: 'GRID', by: addMinutes(since, flaggedMinutes).toISOString() };
  }
  const card = waitsForCard(delivery);
  if (card) return { code: 'RETURN_CARD', who: 'CARRIER', by: cardDue(delivery, { ...card, told: 0 }).toISOString() };
  // what costs nothing closes by itself, and nobody is asked for money meanwhile
  const isPaid = state === 'CONFIRMED' && isFree(delivery);
  const [code, who, minutes] = (isPaid ? closing : steps[state]) ?? ['NOTHING', 'NOBODY'];
  if (who === 'NOBODY') return { code, who };
  const ownEnd =
    state === 'OFFERED' ? assignment.expiresAt : state === 'FAILED_DELIVERY' ? detail.retry?.to : undefined;
  const by = ownEnd ?? (minutes === undefined ? dueAt : addMinutes(since, minutes));
  return { code, who, ...(by ? { by: by.toISOString() } : {}) };
}

/** Whether its next step should have been done by now. Pure. */
export function isLate(delivery: DeliveryInList, now: Date): boolean {
  const { by } = nextStepOf(delivery);
  return by !== undefined && new Date(by) < now;
}
