import { Problem } from '../../http/problem';
import { type Actor, isSystem } from '../../lifecycle';
import type { Delivery, DeliveryDetail } from './delivery';
import { carriedKinds } from './sealed-zone';

/** Goods that the household fetches from a numbered place in its own time (handbook 4.9). Pure. */
export function goesToPlace({
  variant,
  detail,
}: {
  readonly variant: Delivery['variant'];
  readonly detail: Pick<DeliveryDetail, 'mode'>;
}): boolean {
  return detail.mode === 'SLOT' && carriedKinds.includes(variant);
}

/**
 * Where a controlled zone sends others to a place, homes in quarantine, elders and disabled people are brought it.
 * @throws Problem transition-not-allowed
 */
export function mustNotGoToDoor({ detail, state, revision }: Delivery, actor: Actor): void {
  if (isSystem(actor) || detail.zone !== 'CONTROLLED' || detail.mode !== 'DOOR') return;
  const words = 'This household does not come to the pick-up place: bring it to the door.';
  throw new Problem('transition-not-allowed', words, { state, revision, next: 'drop' });
}

/** Without a carrier: there is nothing to fetch yet, and no time to keep. */
const untilTaken: readonly string[] = ['SUBMITTED', 'TRIAGED', 'BATCHED', 'OFFERED', 'ON_HOLD'];

/** The slot hears of whatever happens to its goods from the carrier on. Pure. */
export function pickupEntry(delivery: Delivery, to: string | readonly string[]) {
  const before = untilTaken.includes(delivery.state) && typeof to === 'string' && untilTaken.includes(to);
  return goesToPlace(delivery) && to !== 'SAME' && !before ? [{ kind: 'pickupSlot' }] : [];
}
