import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { ownRecords, recordsIn } from '../../lifecycle';
import { withIds } from '../../platform/database';
import type { HealthTracker } from './health-tracker';
import { type ReturneeReport, reportMachine } from './returnee-report';
import { returneeCollection, type Traveller, travellerMachine } from './traveller';

/** Whose these are, or what belongs to one: some dozens. */
const readAtMost = 1_000;
/** A list leaves nobody out: 3,000 are reported on the day after a public alert (handbook 7), each with a chain. */
const listedAtMost = 50_000;
/** A cursor brings so many at once. */
const walkedTogether = 100;
const openTravellers = openStates(travellerMachine);
const openTrips = openStates(reportMachine);

/** As much of somebody as a list is put in order by. */
export type TravellerInOrder = Pick<Traveller, '_id' | 'state' | 'dueAt' | 'createdAt'> & {
  readonly detail: Pick<Traveller['detail'], 'plannedAt' | 'arrivedAt'>;
};
const inOrder = { state: 1, dueAt: 1, createdAt: 1, 'detail.plannedAt': 1, 'detail.arrivedAt': 1 } as const;

/** Reads of people who come and of their chains; they are written by `returnees.ts`. */
export function returneeRepository(connection: Connection) {
  const { collection } = recordModel(connection, returneeCollection);
  const people = recordsIn<Traveller>(collection);
  const trips = recordsIn<ReturneeReport>(collection);
  const followed = recordsIn<HealthTracker>(collection);
  return {
    trip: (county: string, id: string) => trips.findOne({ _id: id, county, kind: 'RETURNEE_REPORT' }),
    byId: (county: string, id: string) => people.findOne({ _id: id, county, kind: 'TRAVELLER' }),
    byIds: (county: string, ids: readonly string[]): Promise<Traveller[]> =>
      people.find({ ...withIds(county, ids), kind: 'TRAVELLER' }).toArray(),
    /** Trips of a household, or that name this person. */
    tripsOf: (county: string, person: string, households: readonly string[]): Promise<ReturneeReport[]> =>
      ownRecords(trips, { county, kind: 'RETURNEE_REPORT' }, { person, households }, readAtMost),
    /** Trips that are not over and have one of these keys. */
    openTripsByKeys: (county: string, keys: readonly string[]): Promise<ReturneeReport[]> =>
      trips
        .find({ county, keys: { $in: [...keys] }, kind: 'RETURNEE_REPORT', state: { $in: openTrips } })
        .limit(listedAtMost)
        .toArray(),
    openIn: (county: string, areas: readonly string[]): Promise<TravellerInOrder[]> =>
      people
        .find({ county, scope: { $in: [...areas] }, kind: 'TRAVELLER', state: { $in: openTravellers } })
        .project<TravellerInOrder>(inOrder)
        .limit(listedAtMost)
        .toArray(),
    /** Everybody of a county who is on the way or followed, and whoever has come since and is done with; one after the other. */
    everybodySince: (county: string, since: Date, only?: readonly string[]): AsyncIterable<Traveller> =>
      people
        .find({
          ...(only ? withIds(county, only) : { county, scope: county }),
          ...{ kind: 'TRAVELLER', state: { $in: [...openTravellers, 'CLOSED'] } },
          $or: [{ state: { $ne: 'CLOSED' } }, { 'detail.arrivedAt': { $gte: since } }],
        })
        .batchSize(walkedTogether),
    /** Everybody of these trips, whoever goes on under a new record as well. */
    ofTrips: (county: string, trips: readonly string[]): Promise<Traveller[]> =>
      people.find({ county, about: { $in: [...trips] }, kind: 'TRAVELLER' }).toArray(),
    /** Records in which one of these people goes on. */
    linkedTo(county: string, former: readonly Traveller[]): Promise<Traveller[]> {
      const trips = [...new Set(former.map(({ detail }) => detail.report))];
      const ids = former.map(({ _id }) => _id);
      return people
        .find({ county, about: { $in: trips }, kind: 'TRAVELLER', 'detail.linkedFrom': { $in: ids } })
        .limit(readAtMost)
        .toArray();
    },
    /** Whoever is open and has one of these keys. */
    openByKeys: (county: string, keys: readonly string[]): Promise<Traveller[]> =>
      people
        .find({ county, keys: { $in: [...keys] }, kind: 'TRAVELLER', state: { $in: openTravellers } })
        .limit(readAtMost)
        .toArray(),
    tracker: (county: string, id: string) => followed.findOne({ _id: id, county, kind: 'HEALTH_TRACKER' }),
    /** Of a home, who is followed. */
    trackersAtHome: (county: string, household: string): Promise<HealthTracker[]> =>
      followed.find({ county, household, kind: 'HEALTH_TRACKER' }).limit(readAtMost).toArray(),
    trackersOf: (county: string, traveller: string): Promise<HealthTracker[]> =>
      followed.find({ county, about: traveller, kind: 'HEALTH_TRACKER' }).limit(readAtMost).toArray(),
  };
}
