import { isOwn, isSystem } from '../../lifecycle';
import { notBefore, placeFor, takeTurn } from './choose-turn';
import { turnKey } from './pickup-claim.repository';
import { waitsUntil } from './pickup-times.rules';
import { callAgain, give, postponeAt, told } from './slot-entries';
import type { SlotAttempt, SlotEffects } from './slot-verb';

/** Another turn for it, with the old one given back. */
export async function anotherTurn(attempt: SlotAttempt): Promise<SlotEffects> {
  const { deps, slot, actor, opId, now, body } = attempt;
  const { from: old, turnOp, bagAt, placeArea } = slot.detail;
  const place = placeFor(deps, slot);
  // what stands there already only waits for its household
  const earliest = notBefore(bagAt ? 'READY_FOR_PICKUP' : await deliveryState(attempt), now);
  const at = body.at ? new Date(body.at) : undefined;
  if (at?.getTime() === old.getTime() && slot.state === 'RESERVED') return {};
  const from = await takeTurn(deps, { county: slot.county, slot: slot._id, opId }, { place, at, earliest });
  const changed = { ...slot, detail: { ...slot.detail, from, until: waitsUntil(from, from) } };
  const byHousehold = !isSystem(actor) && isOwn(slot, actor);
  return {
    set: {
      'detail.from': from,
      'detail.until': changed.detail.until,
      'detail.turnOp': opId,
      'detail.placeArea': place.area,
      'detail.place': place.name,
      // the shared index sorts by it: a slot waits for its turn
      waitingSince: from,
    },
    emit: [
      ...(byHousehold ? [] : [told(changed, 'PICKUP_TIME')]),
      bagAt ? callAgain(from, now) : postponeAt(from),
      give(turnKey(placeArea, old), turnOp),
    ],
    claimed: turnKey(place.area, from),
  };
}

async function deliveryState({ deps, slot }: SlotAttempt): Promise<string> {
  return (await deps.deliveryState(slot.county, slot.detail.delivery)) ?? '';
}
