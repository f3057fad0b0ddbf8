import type { Candidate, RouteTask } from './candidate';
import { limitFor, refusalOf, rowOf } from './hard-filters';
import { type Nearness, type Neighbours, nearness } from './places';
import { type RoutingPolicy, type RoutingRow, type Rung, rungs, type StageTells } from './policy';

const nearRungs: Readonly<Record<Nearness, Rung>> = {
  BUILDING: 'OWN_GRID',
  GRID: 'OWN_GRID',
  ADJACENT: 'NEIGHBOUR_GRID',
  TOWNSHIP: 'TOWNSHIP',
  FAR: 'COUNTY',
};

/** The place of a rung on the ladder, 0 for the own grid. */
export function rungNumber(rung: Rung): number {
  return rungs.indexOf(rung);
}

/** The name of a place on the ladder; beyond its end, the last. */
export function rungAt(number: number): Rung {
  return rungs[Math.min(number, rungs.length - 1)] ?? 'COUNTY';
}

/** The rung from which on a person is asked for a task (handbook 4.4). Pure. */
export function rungOf(
  task: RouteTask,
  candidate: Pick<Candidate, 'team' | 'area'>,
  policy: RoutingPolicy,
  neighbours: Neighbours,
): number {
  return rungNumber(policy.teamRung[candidate.team] ?? nearRungs[nearness(task, candidate.area, neighbours)]);
}

/** The highest rung that is open by time or by misses alone, never below the one already reached. Pure. */
export function dueRung(task: RouteTask, policy: RoutingPolicy, now: Date): number {
  const byTime = stagesReached(rowOf(task, policy), waitedMinutes(task, now)) - 1;
  const byMisses = Math.floor(task.misses / policy.missesPerRung);
  return Math.min(rungs.length - 1, Math.max(task.rung, byTime, byMisses));
}

/** Whether the people of a rung have so few free places left that the next one opens at once. Pure. */
export function isNearlyFull(task: RouteTask, ofRung: readonly Candidate[], policy: RoutingPolicy, now: Date): boolean {
  const row = rowOf(task, policy);
  const onDuty = ofRung.filter((candidate) => {
    const why = refusalOf(task, candidate, policy, now);
    return why === undefined || why === 'CAPACITY';
  });
  const places = onDuty.reduce((sum, candidate) => sum + limitFor(candidate, row), 0);
  const taken = onDuty.reduce((sum, candidate) => sum + Math.min(candidate.open, limitFor(candidate, row)), 0);
  return places === 0 || (places - taken) / places < policy.openNextBelowFreeShare;
}

/** Who must hear of a task that has climbed, and how many have been told by then; `told` are those told before. Pure. */
export function stagesToTell(
  task: RouteTask,
  told: number,
  policy: RoutingPolicy,
  now: Date,
): { readonly tell: readonly StageTells[]; readonly told: number } {
  const row = rowOf(task, policy);
  const reached = Math.max(
    stagesReached(row, waitedMinutes(task, now)),
    Math.floor(task.misses / policy.missesPerRung) + 1,
  );
  const heard = row.stages.slice(0, reached).flatMap(({ tells }) => tells ?? []);
  return { tell: heard.slice(told), told: Math.max(told, heard.length) };
}

/** Everybody whom the stages of a row tell, in order. */
export function everybodyToTell(row: RoutingRow): StageTells[] {
  return row.stages.flatMap(({ tells }) => tells ?? []);
}

/** Minutes until the router looks again at a task that nobody can be asked for: half the time waited, bounded. Pure. */
export function lookAgainMinutes(task: RouteTask, policy: RoutingPolicy, now: Date): number {
  const { atLeast, atMost } = policy.lookAgain;
  return Math.min(atMost, Math.max(atLeast, waitedMinutes(task, now) / 2));
}

function waitedMinutes(task: RouteTask, now: Date): number {
  return (now.getTime() - task.waitingSince.getTime()) / 60_000;
}

function stagesReached(row: RoutingRow, minutes: number): number {
  return Math.max(1, row.stages.filter(({ afterMinutes }) => afterMinutes <= minutes).length);
}
