import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { householdsOf, type PersonActor } from '../../lifecycle';
import { withIds } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
import { type TaskKind, taskModel } from '../../tasks';
import type { FileFacts } from './file.repository';
import { type Read, type Shown, shownOf } from './shown';

const kinds: readonly TaskKind[] = ['DELIVERY', 'RUN', 'HANDOVER_LEG'];
const fields = 'kind state history detail scope household assignment';
/** A household and a carrier have few tasks at a time; older proofs than these are looked at by nobody. */
const newest = 100;
/** A request is rarely older than this when its last photo is taken. */
const oldestMs = 14 * 24 * 60 * 60 * 1000;

/** Finds the tasks that show a file. */
export function showingTasks(connection: Connection) {
  const tasks = taskModel(connection);

  const read = (filter: Record<string, unknown>) => tasks.find(trustedFilter(filter)).select(fields).lean<Read[]>();

  return {
    byId: async ({ county }: FileFacts, ids: readonly string[]): Promise<Shown[]> =>
      ids.length === 0 ? [] : (await read(withIds(county, ids))).map(shownOf),

    /** By the households that these people speak for, and by what they hold: never by scanning. */
    async byPeople(file: FileFacts, people: readonly PersonActor[]): Promise<Shown[]> {
      const { county } = file;
      const households = people.flatMap((person) => householdsOf(person));
      const holders = people.map(({ personId }) => personId);
      const [byHousehold, byHolder] = await Promise.all([
        households.length === 0
          ? []
          : read({ county, household: { $in: households } })
              .sort({ createdAt: -1 })
              .limit(newest),
        read({ county, 'assignment.assignee': { $in: holders } }).limit(newest),
      ]);
      return thatShow(file, [...byHousehold, ...byHolder]);
    },

    /**
     * By what its sender did: the one way left when the task has another holder by now, or none. Looks through the
     * sender's townships, so it is asked only once a file, before the answer is kept with it.
     */
    async bySender(file: FileFacts, sender: PersonActor): Promise<Shown[]> {
      const townships = [...new Set(sender.grants.flatMap(({ area }) => scopeOf(area)[1] ?? []))];
      if (townships.length === 0) return [];
      const since = new Date(file.storedAt.getTime() - oldestMs);
      const found = await read({
        county: file.county,
        scope: { $in: townships },
        kind: { $in: [...kinds] },
        createdAt: { $gte: since },
        'history.by': sender.personId,
      }).limit(newest);
      return thatShow(file, found);
    },
  };
}

/** An id is 26 characters of chance: where it stands in the content, it is meant. */
function thatShow(file: FileFacts, found: readonly Read[]): Shown[] {
  const unique = new Map(found.map((task) => [task._id, task]));
  return [...unique.values()].filter(({ detail }) => JSON.stringify(detail ?? {}).includes(file._id)).map(shownOf);
}
