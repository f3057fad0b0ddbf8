import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { levelOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { recordIndexes, recordModel } from '../../acting';
import { type Condition, recordsIn } from '../../lifecycle';
import { addMissing, indexPlan, withIds } from '../../platform/database';
import type { Campaign } from './campaign';
import type { DoorGroup } from './coverage.rules';
import { type HouseholdVisit, visitKind as kind, listedVariant, visitCollection, visitMachine } from './visit';

type Whose = Pick<Campaign, '_id' | 'county'>;

/** One screener does 60 to 80 homes a day (handbook 4.2); a list leaves nobody out. */
const listedAtMost = 5_000;
const open = openStates(visitMachine);
const withoutOutbox = { outbox: 0, parked: 0, relay: 0 } as const;

/** What the comparison by phone asks of a visit. */
export type DoneVisit = Pick<HouseholdVisit, '_id' | 'county' | 'area' | 'scope' | 'household' | 'about'> & {
  readonly detail: Pick<HouseholdVisit['detail'], 'grid' | 'again'>;
  readonly history: readonly { readonly by: string; readonly action: string }[];
};

/** Visits; what changes one goes through `visits`. */
export function visitRepository(connection: Connection) {
  const records = recordsIn<HouseholdVisit>(recordModel(connection, visitCollection).collection);
  const count = (filter: Condition, most?: number): Promise<number> =>
    records.countDocuments(filter as object, most === undefined ? {} : { limit: most });
  const list = (filter: Condition): Promise<HouseholdVisit[]> =>
    records
      .find({ ...filter, kind } as object)
      .project<HouseholdVisit>(withoutOutbox)
      .limit(listedAtMost)
      .toArray();
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    /** Those that are there already stay as they are. */
    addMany: (visits: readonly HouseholdVisit[]): Promise<void> => addMissing(records, visits),
    mine: (county: string, person: string, campaigns: readonly string[]) =>
      list({ county, 'assignment.assignee': person, about: { $in: [...campaigns] } }),
    /** Of a grid or a building. */
    at: ({ county, _id: about }: Whose, area: string) => list({ county, scope: area, about }),
    handedUp: ({ county, _id: about }: Whose, areas: readonly string[]) =>
      list({ county, scope: { $in: [...areas] }, state: 'HANDED_UP', about }),
    countListed: ({ county, _id: about }: Whose) =>
      count({ county, about, variant: listedVariant, 'detail.again': { $exists: false } }),
    countOpen: ({ county, _id: about }: Whose) => count({ county, about, state: { $in: open } }, 1),
    countAgain: ({ county, _id: about }: Whose) => count({ county, about, 'detail.again': { $exists: true } }),
    /** How many open doors each of these people has. */
    async openOf(county: string, people: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const match = { county, 'assignment.assignee': { $in: [...people] }, state: { $in: open } };
      const group = { _id: '$assignment.assignee', doors: { $sum: 1 } };
      const found = await records
        .aggregate<{ _id: string; doors: number }>([{ $match: match }, { $group: group }])
        .toArray();
      return new Map(found.map(({ _id, doors }) => [_id, doors]));
    },
    async *unvisited({ county, _id: about }: Whose): AsyncGenerator<string> {
      const filter = { county, about, state: 'NOT_VISITED' };
      for await (const { _id } of records.find(filter).project<{ _id: string }>({ _id: 1 })) yield _id;
    },
    /** Homes with a result from the door or the phone, which have a number that can be called. */
    done: ({ county, _id: about }: Whose): AsyncIterable<DoneVisit> =>
      records
        .find({ county, about, state: { $in: ['DONE_CLEAR', 'DONE_RETURNEE'] }, household: { $exists: true } })
        .project<DoneVisit>({
          ...{ county: 1, area: 1, scope: 1, household: 1, about: 1 },
          ...{ 'detail.grid': 1, 'detail.again': 1, 'history.by': 1, 'history.action': 1 },
        }),
    /** Counted by building and state, by the index alone. */
    async groups({ county, _id: about }: Whose, areas?: readonly string[]): Promise<DoorGroup[]> {
      const key = { grid: '$detail.grid', area: '$area', state: '$state', variant: '$variant' };
      const found = await records
        .aggregate<{ _id: { grid: string; area: string; state: string; variant: string }; doors: number }>([
          { $match: { county, about, ...within(areas) } },
          { $group: { _id: key, doors: { $sum: 1 } } },
        ])
        .toArray();
      return found.map(({ _id: { variant, ...where }, doors }) => ({
        ...where,
        ...{ isAdded: variant !== listedVariant, doors },
      }));
    },
    /** Doors that another visit stands for. */
    async replaced({ county, _id: about }: Whose, areas?: readonly string[]): Promise<Omit<DoorGroup, 'doors'>[]> {
      const again = await records
        .find({ county, about, 'detail.again': { $exists: true } } as object)
        .project<Pick<HouseholdVisit, 'detail'>>({ 'detail.again': 1 })
        .toArray();
      const ids = again.flatMap(({ detail }) => detail.again ?? []);
      if (ids.length === 0) return [];
      const found = await records.find({ ...withIds(county, ids), about, ...within(areas) } as object).toArray();
      return found.map(({ area, state, variant, detail: { grid } }) => {
        return { grid, area, state, isAdded: variant !== listedVariant };
      });
    },
  };
}

/** Grids of these areas: an id begins with the id of every place above it. */
function within(areas?: readonly string[]): Condition {
  if (!areas) return {};
  return {
    $or: areas.map((area) => {
      const level = levelOf(area as never); // a grant's area passed its schema
      if (level === 'BUILDING') return { area };
      return { 'detail.grid': level === 'GRID' ? area : { $gte: area, $lt: `${area}~` } };
    }),
  };
}

/** Those of every record; by the door that another visit stands for, by who is sent, and everything that coverage counts. */
export const visitIndexes = indexPlan(visitCollection, [
  ...recordIndexes(visitCollection).indexes,
  { key: { county: 1, about: 1, 'detail.grid': 1, area: 1, state: 1, variant: 1 } },
  {
    key: { county: 1, 'assignment.assignee': 1, about: 1, state: 1 },
    partialFilterExpression: { 'assignment.assignee': { $exists: true } },
  },
  { key: { county: 1, about: 1, 'detail.again': 1 }, partialFilterExpression: { 'detail.again': { $exists: true } } },
]);
