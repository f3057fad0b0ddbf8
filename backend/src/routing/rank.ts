import type { Candidate, RouteTask } from './candidate';
import { limitFor, refusalOf, rowOf } from './hard-filters';
import { type Nearness, type Neighbours, nearness } from './places';
import type { RoutingPolicy } from './policy';

/** One part of a score; the parts add up to it. */
export interface ScorePart {
  readonly code: string;
  readonly points: number;
}

/** Somebody who may be asked, with why so early or so late. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

/**
 * Who should be asked, best first (handbook 4.2): hard filters, then points, then least recently served. Pure,
 * deterministic, and independent of the order in which candidates come.
 */
export function rank(
  task: RouteTask,
  candidates: readonly Candidate[],
  policy: RoutingPolicy,
  now: Date,
  neighbours: Neighbours,
): Ranked[] {
  return candidates
    .filter((candidate) => refusalOf(task, candidate, policy, now) === undefined)
    .map((candidate) => scored(task, candidate, policy, neighbours))
    .sort(
      (a, b) =>
        b.score - a.score ||
        servedAt(a.candidate) - servedAt(b.candidate) ||
        (a.candidate.person < b.candidate.person ? -1 : 1),
    );
}

/**
 * One of the best, at random among equals, so that tasks routed at the same moment do not all ask the same person.
 * Equal: the same score, and last served in the same hour.
 * @param random a source of numbers in [0, 1)
 */
export function pickAmongEquals(ranked: readonly Ranked[], random: () => number): Ranked | undefined {
  const [best] = ranked;
  if (!best) return undefined;
  const hour = servedHour(best.candidate);
  const equals = ranked.filter(({ score, candidate }) => score === best.score && servedHour(candidate) === hour);
  return equals[Math.floor(random() * equals.length)];
}

function scored(task: RouteTask, candidate: Candidate, policy: RoutingPolicy, neighbours: Neighbours): Ranked {
  const { points } = policy;
  const free = Math.max(0, limitFor(candidate, rowOf(task, policy)) - candidate.open);
  const onTime = Math.round((candidate.onTime ?? policy.newcomerOnTime) * points.onTimeAtMost);
  const helps = task.wishes.some((wish) => candidate.skills.includes(wish) || candidate.dialects.includes(wish));
  const gender = task.genderWish !== undefined && task.genderWish === candidate.gender;
  const all: ScorePart[] = [
    place(nearness(task, candidate.area, neighbours), policy),
    { code: 'LOAD', points: free * points.perFreePlace },
    { code: 'ON_TIME', points: onTime },
    { code: 'MATCH', points: helps ? points.match : 0 },
    { code: 'GENDER', points: gender ? points.genderPreference : 0 },
  ];
  const parts = all.filter((part) => part.points !== 0);
  return { candidate, parts, score: parts.reduce((sum, part) => sum + part.points, 0) };
}

function place(near: Nearness, { points }: RoutingPolicy): ScorePart {
  const table: Readonly<Record<Nearness, ScorePart>> = {
    BUILDING: { code: 'SAME_BUILDING', points: points.sameBuilding },
    GRID: { code: 'SAME_GRID', points: points.sameGrid },
    ADJACENT: { code: 'ADJACENT_GRID', points: points.adjacentGrid },
    TOWNSHIP: { code: 'SAME_TOWNSHIP', points: points.sameTownship },
    FAR: { code: 'FAR', points: 0 },
  };
  return table[near];
}

function servedAt(candidate: Candidate): number {
  return candidate.lastServedAt?.getTime() ?? 0;
}

function servedHour(candidate: Candidate): number {
  return Math.floor(servedAt(candidate) / 3_600_000);
}
