import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../../http/problem';
import { type Claimer, pickupClaims } from './pickup-claim.repository';
import type { PickupPlace } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { allFreeTurns, daysToChoose, isTurn, type PlaceTimes, pickupPolicy } from './pickup-times.rules';

/** States of a delivery from which its goods come soon. */
const onTheWay: readonly string[] = ['IN_TRANSIT', 'READY_FOR_PICKUP'];

/** Nothing earlier: who is told must be able to come, and the bag to be there. Pure. */
export function notBefore(deliveryState: string, now: Date): Date {
  const { leadMinutes } = pickupPolicy;
  return addMinutes(now, onTheWay.includes(deliveryState) ? leadMinutes.onTheWay : leadMinutes.before);
}

/** What is free at a place, read now: somebody may be faster. */
export async function timesAt(
  deps: PickupSlotDeps,
  county: string,
  place: PickupPlace,
  earliest: Date,
): Promise<PlaceTimes> {
  const days = daysToChoose(deps.now());
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const end = addMinutes(shanghaiInstant(last, 0), 24 * 60);
  const taken = await pickupClaims(deps.connection).turnsTaken(county, place.area, shanghaiInstant(first, 0), end);
  return { hours: place, taken, notBefore: earliest };
}

export interface Choice {
  readonly place: PickupPlace;
  /** Absent: the earliest. */
  readonly at?: Date | undefined;
  readonly earliest: Date;
}

/**
 * Takes a turn for a slot: the chosen one, or the earliest that nobody has taken meanwhile.
 * @throws Problem capacity-full with the next free time as `freeAt`; invalid-input for a time that is no turn
 */
export async function takeTurn(deps: PickupSlotDeps, who: Omit<Claimer, 'area'>, choice: Choice): Promise<Date> {
  const { place, at, earliest } = choice;
  const claims = pickupClaims(deps.connection);
  const claimer = { ...who, area: place.area };
  if (at) {
    if (!isTurn(at, deps.now(), place) || at < earliest) throw noTurn();
    if (await claims.takeTurn(claimer, at)) return at;
  }
  const free = allFreeTurns(deps.now(), await timesAt(deps, who.county, place, earliest));
  if (at) throw full(free[0]);
  for (const turn of free) if (await claims.takeTurn(claimer, turn)) return turn;
  throw full(undefined);
}

/** The pick-up place of the grid in which a record lies. */
export function placeFor(deps: PickupSlotDeps, { area }: { readonly area: string }): PickupPlace {
  return deps.placeOf(areaId(area));
}

function noTurn(): Problem {
  return new Problem('invalid-input', undefined, { errors: [{ pointer: '/at', detail: 'turn' }] });
}

function full(next: Date | undefined): Problem {
  const freeAt = next ? { freeAt: next.toISOString() } : {};
  return new Problem('capacity-full', undefined, { next: next ? 'chooseAnother' : 'askGrid', ...freeAt });
}
