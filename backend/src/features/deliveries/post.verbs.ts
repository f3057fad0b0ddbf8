import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import type { NewEntry } from '../../outbox';
import type { Delivery, DeliveryDetail } from './delivery';
import type { DeliveryInList } from './delivery-in-list';
import { over } from './doctor.verbs';
import { toHousehold, toRole } from './entries';
import { unfedFrom } from './post.rules';
import type { Verb } from './verb';

/** While nobody has taken it: afterwards the timer fires into nothing. */
const untaken: readonly string[] = deliveryLifecycle.actions.postUnfed.from;

/** An hour before the middle of the shift somebody must have the meal of a post (handbook 4.2). Pure. */
export function unfedTimer({
  forPost,
  headCount,
  wantedBy,
}: Pick<DeliveryDetail, 'forPost' | 'headCount' | 'wantedBy'>): NewEntry[] {
  if (!forPost || headCount === undefined || !wantedBy) return [];
  return [
    { kind: 'fire', payload: { action: 'postUnfed' }, due: unfedFrom(wantedBy), while: { states: [...untaken] } },
  ];
}

/** That a post is unfed, for its own people and its grid; gone as soon as somebody takes the meal. Pure. */
export function unfedFlags({ state, detail }: Pick<DeliveryInList, 'state' | 'detail'>): string[] {
  return detail.unfedAt && untaken.includes(state) ? ['POST_UNFED'] : [];
}

const taking: readonly string[] = ['accept', 'claim', 'assign', 'reassign', 'followRun'];

/** Told, and nobody has taken the meal since: every timer of the same hour but the first fires into nothing. Pure. */
function isToldAlready({ detail, history }: Pick<Delivery, 'detail' | 'history'>): boolean {
  const { unfedAt } = detail;
  if (!unfedAt) return false;
  return !history.some(({ action, recordedAt }) => taking.includes(action) && recordedAt >= unfedAt);
}

const postUnfed: Verb = (delivery, { now }) => {
  if (isToldAlready(delivery)) throw over(delivery);
  return {
    set: { 'detail.unfedAt': now },
    emit: [toHousehold(delivery, 'POST_UNFED', { urgent: true }), toRole('GRID_LEADER', delivery, 'POST_UNFED')],
  };
};

/** What only the request of a post does. */
export const postVerbs = { postUnfed };
