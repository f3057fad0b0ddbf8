import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { type ChainLink, chainLinks } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import { withIds } from '../../platform/database';
import { taskModel } from '../../tasks';
import { generations, type Link, linkIdOf, linkMachine } from './chain-link';

/** A list leaves nobody out: after a public alert 3,000 people a day have ten links each (handbook 7). */
const listedAtMost = 50_000;
const openLinks = openStates(linkMachine);

type LateLink = Pick<Link, '_id' | 'dueAt'> & { readonly detail: Pick<Link['detail'], 'traveller'> };

/** Reads of the links of people's chains; they are written by `links`. */
export function linkRepository(connection: Connection) {
  const work = recordsIn<Link>(taskModel(connection).collection);
  return {
    /** The last generation of every kind of link of somebody. */
    async linksOf(county: string, traveller: string): Promise<Map<ChainLink, Link>> {
      return lastOfEach(await work.find(withIds(county, linkIdsOf(county, traveller))).toArray());
    },
    /** The last generation of every kind of link of these people. */
    async linksOfAll(
      county: string,
      travellers: readonly string[],
    ): Promise<ReadonlyMap<string, Map<ChainLink, Link>>> {
      const ids = travellers.flatMap((traveller) => linkIdsOf(county, traveller));
      const groups = new Map<string, Link[]>(travellers.map((traveller) => [traveller, []]));
      for await (const link of work.find(withIds(county, ids))) groups.get(link.detail.traveller)?.push(link);
      return new Map([...groups].map(([traveller, links]) => [traveller, lastOfEach(links)]));
    },
    /** Links past their time, the longest overdue first; a plan alarms nobody. */
    lateLinksIn: (county: string, areas: readonly string[], now: Date): Promise<LateLink[]> =>
      work
        .find({
          ...{ county, scope: { $in: [...areas] }, kind: 'CHAIN_LINK', state: { $in: openLinks } },
          ...{ dueAt: { $lte: now }, 'detail.countedFrom': 'ARRIVAL' },
        })
        .project<LateLink>({ dueAt: 1, 'detail.traveller': 1 })
        .sort({ dueAt: 1, _id: 1 })
        .limit(listedAtMost)
        .toArray(),
    linksByIds: (county: string, ids: readonly string[]): Promise<Link[]> => work.find(withIds(county, ids)).toArray(),
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
