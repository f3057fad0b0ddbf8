import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { type ChainLink, chainLinks } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { recordsIn } from '../../lifecycle';
import { taskModel } from '../../tasks';
import { generations, type Link, linkIdOf, linkMachine } from './chain-link';
import type { HealthTracker } from './health-tracker';
import type { ReturneeReport } from './returnee-report';
import { returneeCollection } from './returnees';
import { type Traveller, travellerMachine } from './traveller';

/** A county has some hundreds at a time. */
const readAtMost = 1000;
/** A cursor brings so many at once. */
const walkedTogether = 100;
const openTravellers = openStates(travellerMachine);
const openLinks = openStates(linkMachine);

/** Reads of people who come and of their chains; they are written by `returnees.ts`. */
export function returneeRepository(connection: Connection) {
  const { collection } = recordModel(connection, returneeCollection);
  const people = recordsIn<Traveller>(collection);
  const trips = recordsIn<ReturneeReport>(collection);
  const followed = recordsIn<HealthTracker>(collection);
  const work = recordsIn<Link>(taskModel(connection).collection);
  return {
    trip: (county: string, id: string) => trips.findOne({ _id: id, county, kind: 'RETURNEE_REPORT' }),
    byId: (county: string, id: string) => people.findOne({ _id: id, county, kind: 'TRAVELLER' }),
    byIds: (county: string, ids: readonly string[]): Promise<Traveller[]> =>
      people.find({ _id: { $in: [...ids] }, county, kind: 'TRAVELLER' }).toArray(),
    /** Trips of a household, or that name this person. */
    async tripsOf(county: string, person: string, households: readonly string[]): Promise<ReturneeReport[]> {
      const kind = 'RETURNEE_REPORT' as const;
      const [named, lived] = await Promise.all([
        trips.find({ county, kind, parties: person }).limit(readAtMost).toArray(),
        households.length === 0
          ? []
          : trips
              .find({ county, kind, household: { $in: [...households] } })
              .limit(readAtMost)
              .toArray(),
      ]);
      return [...named, ...lived.filter(({ _id }) => !named.some((trip) => trip._id === _id))];
    },
    openIn: (county: string, areas: readonly string[]): Promise<Traveller[]> =>
      people
        .find({ county, scope: { $in: [...areas] }, kind: 'TRAVELLER', state: { $in: openTravellers } })
        .limit(readAtMost)
        .toArray(),
    /** Everybody of a county who is on the way or followed, and whoever has come since and is done with; one after the other. */
    everybodySince: (county: string, since: Date, only?: readonly string[]): AsyncIterable<Traveller> =>
      people
        .find({
          ...{ county, scope: county, kind: 'TRAVELLER', state: { $in: [...openTravellers, 'CLOSED'] } },
          ...(only ? { _id: { $in: [...only] } } : {}),
          $or: [{ state: { $ne: 'CLOSED' } }, { 'detail.arrivedAt': { $gte: since } }],
        })
        .batchSize(walkedTogether),
    /** Travellers in whom one of these is judged anew. */
    linkedTo: (county: string, ids: readonly string[]): Promise<Traveller[]> =>
      people
        .find({ county, about: { $in: [...ids] }, kind: 'TRAVELLER' })
        .limit(readAtMost)
        .toArray(),
    /** Whoever is open and has one of these keys. */
    openByKeys: (county: string, keys: readonly string[]): Promise<Traveller[]> =>
      people
        .find({ county, keys: { $in: [...keys] }, kind: 'TRAVELLER', state: { $in: openTravellers } })
        .limit(readAtMost)
        .toArray(),
    /** The last generation of every kind of link of somebody. */
    async linksOf(county: string, traveller: string): Promise<Map<ChainLink, Link>> {
      return lastOfEach(await work.find({ _id: { $in: linkIdsOf(county, traveller) }, county }).toArray());
    },
    openLinksIn: (county: string, areas: readonly string[]): Promise<Link[]> =>
      work
        .find({ county, scope: { $in: [...areas] }, kind: 'CHAIN_LINK', state: { $in: openLinks } })
        .limit(readAtMost)
        .toArray(),
    tracker: (county: string, id: string) => followed.findOne({ _id: id, county, kind: 'HEALTH_TRACKER' }),
    trackersOf: (county: string, traveller: string): Promise<HealthTracker[]> =>
      followed.find({ county, about: traveller, kind: 'HEALTH_TRACKER' }).limit(readAtMost).toArray(),
  };
}

function linkIdsOf(county: string, traveller: string): string[] {
  return chainLinks.flatMap((link) =>
    Array.from({ length: generations }, (_, generation) => linkIdOf(county, traveller, link, generation)),
  );
}

/** A later generation stands in the place of the one before. */
function lastOfEach(links: readonly Link[]): Map<ChainLink, Link> {
  const inOrder = [...links].sort((a, b) => a.detail.generation - b.detail.generation);
  return new Map(inOrder.map((link) => [link.variant, link]));
}
