import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { ownRecords, recordsIn } from '../../lifecycle';
import { withIds } from '../../platform/database';
import { type Passenger, passengerKind, passengerMachine } from './passenger';
import { machine, type Transfer, transferCollection, transferKind } from './transfer';

/** A list leaves nobody out: after a public alert 3,000 people a day come (handbook 7), each of them fetched. */
const listedAtMost = 50_000;
const openTrips = openStates(machine);
const openPassengers = openStates(passengerMachine);

/** As much of a trip as says whose it is and where it stands in a list: nothing sealed. */
export type ListedTransfer = Omit<Transfer, 'outbox' | 'parked' | 'relay' | 'history'>;
const unlisted = { outbox: 0, parked: 0, relay: 0, history: 0 } as const;

/** Reads of trips and of who is on their lists; they are written by `transfers` and `passengers`. */
export function transferRepository(connection: Connection) {
  const { collection } = recordModel(connection, transferCollection);
  const trips = recordsIn<Transfer>(collection);
  const people = recordsIn<Passenger>(collection);
  /** Who is on the lists of these trips, each in the order of its list. */
  const listsOf = async (
    county: string,
    all: readonly Pick<Transfer, '_id' | 'detail'>[],
  ): Promise<ReadonlyMap<string, Passenger[]>> => {
    const ids = all.flatMap(({ detail }) => detail.passengers);
    const found = await people.find({ ...withIds(county, ids), kind: passengerKind }).toArray();
    const byId = new Map(found.map((one) => [one._id, one]));
    return new Map(all.map(({ _id, detail }) => [_id, detail.passengers.flatMap((id) => byId.get(id) ?? [])]));
  };
  return {
    byId: (county: string, id: string) => trips.findOne({ _id: id, county, kind: transferKind }),
    byIds: (county: string, ids: readonly string[]): Promise<Transfer[]> =>
      trips.find({ ...withIds(county, ids), kind: transferKind }).toArray(),
    openIn: (county: string, areas: readonly string[]): Promise<ListedTransfer[]> =>
      trips
        .find({ county, scope: { $in: [...areas] }, kind: transferKind, state: { $in: openTrips } })
        .project<ListedTransfer>(unlisted)
        .limit(listedAtMost)
        .toArray(),
    /** Open trips of households, or that name this person. */
    openOf: (county: string, person: string, households: readonly string[]): Promise<Transfer[]> =>
      ownRecords(
        trips,
        { county, kind: transferKind, state: { $in: openTrips } },
        { person, households },
        listedAtMost,
      ),
    passenger: (county: string, id: string) => people.findOne({ _id: id, county, kind: passengerKind }),
    /** In the order of the list. */
    passengersOf: async (trip: Pick<Transfer, '_id' | 'county' | 'detail'>): Promise<Passenger[]> =>
      (await listsOf(trip.county, [trip])).get(trip._id) ?? [],
    listsOf,
    /** Who was not at the pick-up, of this traveller or quarantine. */
    notThere: (county: string, about: string): Promise<Passenger[]> =>
      people.find({ county, about, kind: passengerKind, state: 'NOT_THERE' }).toArray(),
    /** Still expected or on board somewhere: nobody has a place on two trips, under any name. */
    openPassengersOf: (county: string, names: readonly string[]): Promise<Passenger[]> =>
      people
        .find({ county, about: { $in: [...names] }, kind: passengerKind, state: { $in: openPassengers } })
        .toArray(),
  };
}
export type TransferRepository = ReturnType<typeof transferRepository>;
