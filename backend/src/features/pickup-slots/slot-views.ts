import type { PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { placeFor } from './choose-turn';
import { pickupClaims } from './pickup-claim.repository';
import type { PickupSlot } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { partOf } from './pickup-slot.policy';
import { presentSlot } from './pickup-slot.presenter';
import { freeNumber } from './pickup-times.rules';
import { goesToDoor } from './to-door';

/**
 * Views of those this person may know of.
 * @param partElse how somebody stands to them who is no part by area: who carries the goods comes from anywhere
 */
export async function viewsOf(
  deps: PickupSlotDeps,
  actor: PersonActor,
  slots: readonly PickupSlot[],
  partElse?: 'PLACE',
) {
  const now = deps.now();
  const seen = slots.flatMap((slot) => {
    const part = partOf(slot, actor, now) ?? partElse;
    return part ? [{ slot, part }] : [];
  });
  const waiting = seen.filter(({ slot, part }) => part !== 'HOUSEHOLD' && isToCome(slot)).map(({ slot }) => slot);
  const numbers = await freeNumbers(deps, actor.county, waiting);
  return Promise.all(
    seen.map(async ({ slot, part }): Promise<PickupSlotView> => {
      const free = isToCome(slot) ? numbers.get(slot.detail.placeArea) : undefined;
      const around = { actor, part, areaName: deps.areaName(areaId(slot.area)), now };
      if (part !== 'HOUSEHOLD') {
        const atPlace = { freeNumber: free, numbers: placeFor(deps, slot).numbers };
        return presentSlot(slot, { ...around, ...atPlace, goesToDoor: false });
      }
      const door = await goesToDoor(deps, slot);
      return presentSlot(slot, { ...around, freeNumber: undefined, numbers: undefined, goesToDoor: door });
    }),
  );
}

const isToCome = ({ state, detail }: PickupSlot) => state === 'RESERVED' && !detail.bagAt;

/** A free number of each place, by its area. */
async function freeNumbers(deps: PickupSlotDeps, county: string, slots: readonly PickupSlot[]) {
  const places = new Map(slots.map((slot) => [slot.detail.placeArea, placeFor(deps, slot)]));
  const found = await Promise.all(
    [...places].map(async ([area, { numbers }]) => {
      const taken = await pickupClaims(deps.connection).numbersTaken(county, area);
      return [area, freeNumber(numbers, taken)] as const;
    }),
  );
  return new Map(found);
}

/** @throws Problem not-found for everybody who has nothing to do with it */
export async function mustViewSlot(
  deps: PickupSlotDeps,
  actor: PersonActor,
  slot: PickupSlot | null | undefined,
  partElse?: 'PLACE',
) {
  const [view] = slot ? await viewsOf(deps, actor, [slot], partElse) : [];
  if (!view) throw new Problem('not-found');
  return view;
}
