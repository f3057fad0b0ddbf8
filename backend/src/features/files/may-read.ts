import type { Connection } from 'mongoose';
import mongoose from 'mongoose';
import { areasOf, type PersonActor } from '../../lifecycle';
import { type Task, taskModel } from '../../tasks';
import type { FileFacts } from './file.repository';

type Shown = Pick<Task, 'detail' | 'scope' | 'household' | 'assignment'>;

/** Roles that see the proofs of their area. */
const areaRoles = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COMMUNITY_CASHIER'] as const;
/** A household and a carrier have few tasks at a time; older proofs than these are looked at by nobody. */
const newest = 100;

/**
 * Whether a task that shows the file entitles this person: its household and those who speak for it, whoever holds it,
 * its grid and township; of prescriptions, also its doctors. Tasks are found by household and holder, never by scanning.
 */
export function mayReadByTask(
  connection: Connection,
  actorOf: (person: string) => Promise<PersonActor | undefined>,
  now: () => Date,
): (file: FileFacts, actor: PersonActor) => Promise<boolean> {
  const tasks = taskModel(connection);

  async function showing(file: FileFacts, people: readonly PersonActor[]): Promise<Shown[]> {
    const households = people.flatMap((person) => [...person.ownHouseholds, ...person.proxyHouseholds]);
    const holders = people.map(({ personId }) => personId);
    const fields = 'detail scope household assignment';
    const [byHousehold, byHolder] = await Promise.all([
      tasks
        .find({ county: file.county, household: mongoose.trusted({ $in: households }) })
        .sort({ createdAt: -1 })
        .limit(newest)
        .select(fields)
        .lean<Shown[]>(),
      tasks
        .find({ county: file.county, 'assignment.assignee': mongoose.trusted({ $in: holders }) })
        .limit(newest)
        .select(fields)
        .lean<Shown[]>(),
    ]);
    // an id is 26 characters of chance: where it stands in the content, it is meant
    return [...byHousehold, ...byHolder].filter(({ detail }) => JSON.stringify(detail ?? {}).includes(file._id));
  }

  return async (file, actor) => {
    const sender = await actorOf(file.by);
    const shown = await showing(file, sender ? [actor, sender] : [actor]);
    const at = now();
    const roles = file.purpose === 'PRESCRIPTION' ? [...areaRoles, 'DOCTOR' as const] : areaRoles;
    const areas = roles.flatMap((role) => areasOf(actor, role, at));
    const speaksFor = [...actor.ownHouseholds, ...actor.proxyHouseholds];
    return shown.some(
      ({ scope, household, assignment }) =>
        (household !== undefined && speaksFor.includes(household)) ||
        assignment.assignee === actor.personId ||
        areas.some((area) => scope.includes(area)),
    );
  };
}
