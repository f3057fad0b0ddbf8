import type { TransferDesk, TransferOpening } from '../quarantine';
import { askAgain } from './ask-again';
import { callOff } from './call-off';
import { newPassenger, newTrip } from './new-trip';
import type { Passenger } from './passenger';
import { drivesAlone, isByAmbulance, type Transfer, transferIdOf } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { type TransferRepository, transferRepository } from './transfer.repository';
import { passengers, transfers } from './transfers';

/** Trips of people who travel together to one kind of place: the first, and those of whoever could not go with it. Ours. */
const tripsTogether = 200;

/** Opens trips and lists people on them in consequence of something else: once, however often it is delivered. */
export function transferDesk(deps: TransferDeps): TransferDesk {
  const stored = transferRepository(deps.connection);
  return {
    open: (opening) => openTrip(deps, opening),
    async withdraw({ county, id, reason }) {
      await passengers(deps).follow({ county, _id: id }, 'dropOut', { reason });
    },
    callOff: (trips) => callOff(deps, trips),
    async wasThere({ county, id }) {
      const passenger = await stored.passenger(county, id);
      const trip = passenger && (await stored.byId(county, passenger.detail.trip));
      if (!trip || !isByAmbulance(trip)) return;
      await transfers(deps).follow(trip, 'ambulanceTakes');
      await transfers(deps).follow(trip, 'ambulanceArrives');
    },
    async standing({ county, about }) {
      const open = await stored.openPassengersOf(county, [about]);
      const trips = await stored.byIds(
        county,
        open.map(({ detail }) => detail.trip),
      );
      if (open.some(({ state }) => state === 'BOARDED') || trips.some(drivesAlone)) return 'UNDER_WAY';
      if (open.length === 0) return undefined;
      return trips.some(({ state }) => state !== 'REQUESTED') ? 'PLANNED' : 'ASKED';
    },
    async askAgain({ county, about, isHome }) {
      for (const passenger of await stored.notThere(county, about)) {
        if (passenger.detail.link) continue;
        const trip = isHome ? await stored.byId(county, passenger.detail.trip) : undefined;
        if (trip?.detail.goal !== 'HOME') await askAgain(deps, passenger, openTrip);
      }
    },
  };
}

/** Lists somebody on a trip that is still being put together, or on a new one. */
export async function openTrip(deps: TransferDeps, opening: TransferOpening): Promise<void> {
  const stored = transferRepository(deps.connection);
  const there = await stored.passenger(opening.county, opening.id);
  if (there) {
    await retime(deps, stored, opening, there);
    return isTaken(deps, opening, there.detail.trip);
  }
  const { others } = await deps.everyName(opening.county, opening.about);
  const open = await stored.openPassengersOf(opening.county, [opening.about, ...others]);
  // on a list already, under an earlier asking or another name: nobody has two seats, but for whoever an ambulance comes for
  if (open.length > 0 && !opening.byAmbulance) return;
  const trip = await tripFor(deps, stored, opening);
  await passengers(deps).insert(await newPassenger(deps, opening, trip._id));
  await isTaken(deps, opening, trip._id);
}

/** What is recorded after the fact has happened already. */
async function isTaken(deps: TransferDeps, { county, isTaken: is }: TransferOpening, _id: string): Promise<void> {
  if (is) await transfers(deps).follow({ county, _id }, 'ambulanceTakes');
}

/** A family travels together: the first trip of theirs that is still being put together, or a new one. */
async function tripFor(deps: TransferDeps, stored: TransferRepository, opening: TransferOpening): Promise<Transfer> {
  const { county, together, kind, goal, id, ownWay } = opening;
  for (let nth = 0; nth < tripsTogether; nth++) {
    const _id = transferIdOf(county, together, ownWay ?? kind, goal, nth);
    // of two who are listed at one moment one makes the trip, and the other joins it
    if (!(await stored.byId(county, _id))) await transfers(deps).insert(await newTrip(deps, opening, _id));
    const there = await stored.byId(county, _id);
    if (there && !there.detail.passengers.includes(id)) {
      await transfers(deps).follow(there, 'listPassenger', { because: id, body: { passenger: id } });
    }
    const now = await stored.byId(county, _id);
    if (now?.detail.passengers.includes(id)) return now;
  }
  throw new Error(`${tripsTogether} trips of ${together}`);
}

async function retime(
  deps: TransferDeps,
  stored: TransferRepository,
  { from }: TransferOpening,
  { county, detail }: Passenger,
): Promise<void> {
  const trip = await stored.byId(county, detail.trip);
  if (!trip || trip.detail.from.getTime() === from.getTime()) return;
  await transfers(deps).follow(trip, 'retime', { because: from.toISOString(), body: { from } });
}
