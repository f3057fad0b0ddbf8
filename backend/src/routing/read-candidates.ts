import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Team } from '@grid-relief/shared-types/roles';
import type { Connection } from 'mongoose';
import { doneToday, onTimeShare, type VolunteerRecord, type VolunteerRepository } from '../features/volunteers';
import { recordsIn } from '../lifecycle';
import type { Task } from '../tasks';
import type { Candidate, RouteTask } from './candidate';
import { rungAt } from './ladder';
import { gridOf, type Neighbours, townshipOf } from './places';
import type { RoutingPolicy, Rung } from './policy';

export interface CandidateDeps {
  readonly connection: Connection;
  readonly volunteers: VolunteerRepository;
  readonly neighbours: Neighbours;
  readonly policy: RoutingPolicy;
}

/** The people a rung adds, with what they hold and are being asked; two reads, neither touches a task's content. */
export async function readCandidates(
  deps: CandidateDeps,
  county: string,
  task: RouteTask,
  rung: number,
  now: Date,
): Promise<Candidate[]> {
  const query = queryOf(task, rungAt(rung), county, deps);
  if (query.within.length === 0) return [];
  const found = await deps.volunteers.near({ county, ...query, limit: deps.policy.candidatesPerRung });
  const people = found.map(({ _id }) => _id);
  const offers = await openOffers(deps.connection, county, people);
  return found.map((volunteer) => asCandidate(volunteer, offers.get(volunteer._id) ?? 0, now));
}

function queryOf(
  task: RouteTask,
  rung: Rung,
  county: string,
  { neighbours, policy }: CandidateDeps,
): { within: AreaId[]; teams?: Team[] } {
  const grid = gridOf(task.area);
  const township = townshipOf(task.area);
  const called = (Object.entries(policy.teamRung) as [Team, Rung][]) // Object.entries forgets the key's type
    .flatMap(([team, from]) => (from === rung ? [team] : []));
  const whole = areaId(county);
  const queries: Readonly<Record<Rung, { within: AreaId[]; teams?: Team[] }>> = {
    OWN_GRID: { within: [grid ?? areaId(task.area)] },
    NEIGHBOUR_GRID: { within: grid ? neighbours(grid).map(areaId) : [] },
    TOWNSHIP: { within: township ? [township] : [] },
    PARTY_STRIKE: { within: [whole], teams: called },
    PARTY_RESERVE: { within: [whole], teams: called },
    COUNTY: { within: [whole] },
  };
  return queries[rung];
}

/** An offer that is not answered yet is load as well: else every task of a minute would ask the same person. */
async function openOffers(connection: Connection, county: string, people: readonly string[]) {
  const offered = await recordsIn<Task>(connection.collection('tasks'))
    .find(
      { county, 'assignment.offeredTo': { $in: [...people] }, state: 'OFFERED' },
      { projection: { 'assignment.offeredTo': 1 } },
    )
    .toArray();
  const counts = new Map<string, number>();
  for (const { assignment } of offered) {
    const person = assignment.offeredTo ?? '';
    counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return counts;
}

/** A volunteer as a candidate, with so many offers not yet answered. Pure. */
function asCandidate(volunteer: VolunteerRecord, offers: number, now: Date): Candidate {
  const { duty, stats, loop, gender } = volunteer;
  const onTime = onTimeShare(stats);
  return {
    person: volunteer._id,
    team: volunteer.team,
    area: volunteer.area,
    scope: volunteer.scope,
    skills: volunteer.skills,
    dialects: volunteer.dialects,
    ppe: volunteer.ppe,
    ...(loop ? { loop } : {}),
    ...(gender ? { gender } : {}),
    ...(duty.on && duty.until ? { dutyUntil: duty.until } : {}),
    healthHold: volunteer.healthHold,
    contactChain: volunteer.contactChain,
    relatives: volunteer.relatives,
    open: volunteer.seats.length + offers,
    seatLimit: volunteer.seatLimit,
    doneToday: doneToday(stats, now),
    ...(onTime === undefined ? {} : { onTime }),
    ...(stats.lastServedAt ? { lastServedAt: stats.lastServedAt } : {}),
  };
}
