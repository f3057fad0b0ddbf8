import { Problem } from '../../http/problem';
import { type Actor, isSystem } from '../../lifecycle';
import { gridOf } from '../../routing';
import type { Delivery, DeliveryDetail } from './delivery';
import type { DeliveryInList } from './delivery-in-list';

/** Goods that are carried in; waste and errands are done by people who work inside (handbook 4.9). */
export const carriedKinds: readonly string[] = ['GROCERY', 'BABY', 'MEDICINE', 'PACK', 'PARCEL', 'MEAL'];
const insidePpe = 2;

/** What the product itself says when bags stand at, or leave, the point of a sealed zone (handbook 2.1b). */
export interface PointFact {
  readonly bags: number;
  readonly leg: string;
  /** Who takes them in. */
  readonly to?: string;
}

/** Goods that change hands at the edge of a sealed zone. Pure. */
export function goesByPoint({
  variant,
  detail,
}: {
  readonly variant: Delivery['variant'];
  readonly detail: Pick<DeliveryDetail, 'mode'>;
}): boolean {
  return detail.mode === 'HANDOVER_POINT' && carriedKinds.includes(variant);
}

/** Its holder stays outside the sealed zone: sees neither door nor phone, and does not go there. Pure. */
export function isHeldOutside(delivery: DeliveryInList): boolean {
  return goesByPoint(delivery) && delivery.detail.insideBy !== delivery.assignment.assignee;
}

/** Protected, and in the loop of this zone; loops are named by their grid. Pure. */
export function isInside(delivery: Pick<Delivery, 'area'>, actor: Actor): boolean {
  return !isSystem(actor) && actor.ppe >= insidePpe && actor.loop === gridOf(delivery.area);
}

/** @throws Problem transition-not-allowed for a runner who would go to a sealed door */
export function mustBeInside(delivery: Delivery): void {
  if (!isHeldOutside(delivery)) return;
  const { state, revision } = delivery;
  const words = 'The zone is sealed: leave the bags at the handover point. A carrier inside brings them to the door.';
  throw new Problem('transition-not-allowed', words, { state, revision, next: 'leaveAtPoint' });
}

/** Bags at a point are taken by its own record, where both count. @throws Problem transition-not-allowed */
export function mustNotBeAtPoint({ detail, state, revision }: Delivery, actor: Actor): void {
  if (!detail.atPoint || isSystem(actor)) return;
  throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'takeInside' });
}

/** States in which a runner shops or has the goods: a phone that loses the network in the shop knows its point. */
const underWay: readonly string[] = [
  'SHOPPING',
  'SUBSTITUTION_PENDING',
  'CANCEL_ASKED',
  'PURCHASED',
  'COLLECTED',
  'IN_TRANSIT',
];

/** The runner who needs a handover point now; undefined: nobody. Pure. */
export function runnerToPoint(delivery: Delivery): string | undefined {
  return underWay.includes(delivery.state) && isHeldOutside(delivery) ? delivery.assignment.assignee : undefined;
}

const untilBegun: readonly string[] = ['SUBMITTED', 'TRIAGED', 'BATCHED', 'OFFERED', 'ACCEPTED', 'ON_HOLD'];

/** The handover hears of whatever happens to its goods from the shop on, also that the runner gives them up. Pure. */
export function handoverEntry(delivery: Delivery, to: string | readonly string[]) {
  const before = untilBegun.includes(delivery.state) && typeof to === 'string' && untilBegun.includes(to);
  return goesByPoint(delivery) && to !== 'SAME' && !before ? [{ kind: 'handoverLeg' }] : [];
}
