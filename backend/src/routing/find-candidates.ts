import type { Candidate, RouteTask } from './candidate';
import { limitFor, refusalOf, rowOf } from './hard-filters';
import { dueRung, isNearlyFull, rungOf } from './ladder';
import { rungs } from './policy';
import { type Ranked, rank } from './rank';
import { type CandidateDeps, readCandidates } from './read-candidates';

/** Whom the ladder lets us ask now. */
export interface Found {
  readonly ranked: readonly Ranked[];
  /** Everybody read, asked or not: for a dispatcher who looks why. */
  readonly seen: readonly Candidate[];
  /** The highest rung that is open. */
  readonly rung: number;
}

/**
 * Climbs from the own grid to the rung that is due, and further while a rung is nearly full or has nobody to ask
 * (handbook 4.4). Reads no rung that is not open.
 */
export async function findCandidates(deps: CandidateDeps, county: string, task: RouteTask, now: Date): Promise<Found> {
  const { policy, neighbours } = deps;
  const seen = new Map<string, Candidate>();
  const due = dueRung(task, policy, now);
  for (let rung = 0; ; rung++) {
    for (const one of await readCandidates(deps, county, task, rung, now)) seen.set(one.person, one);
    if (rung < due) continue;
    const known = [...seen.values()];
    const open = known.filter((one) => rungOf(task, one, policy, neighbours) <= rung);
    const ranked = rank(task, open, policy, now, neighbours);
    const ofRung = open.filter((one) => rungOf(task, one, policy, neighbours) === rung);
    const climb = ranked.length === 0 || isNearlyFull(task, ofRung, policy, now);
    if (!climb || rung === rungs.length - 1) return { ranked, seen: open, rung };
  }
}

/** One row of the list a dispatcher chooses from: the ranked first, then the others with why they are not asked. */
export interface CandidateRow {
  readonly candidate: Candidate;
  readonly ranked?: Ranked;
  readonly excludedBecause?: string;
}

/** Who could take a task, with reasons and load (handbook 4.2). */
export async function candidateRows(
  deps: CandidateDeps,
  county: string,
  task: RouteTask,
  now: Date,
): Promise<CandidateRow[]> {
  const { ranked, seen } = await findCandidates(deps, county, task, now);
  const others = seen.flatMap((candidate) => {
    const excludedBecause = refusalOf(task, candidate, deps.policy, now);
    return excludedBecause ? [{ candidate, excludedBecause }] : [];
  });
  return [...ranked.map((one) => ({ candidate: one.candidate, ranked: one })), ...others];
}

/** A row as a dispatcher reads it, except for the person's name. Pure. */
export function presentCandidate(row: CandidateRow, task: RouteTask, policy: CandidateDeps['policy']) {
  const { candidate, ranked, excludedBecause } = row;
  return {
    person: candidate.person,
    team: candidate.team,
    score: ranked?.score ?? 0,
    parts: [...(ranked?.parts ?? [])],
    open: candidate.open,
    limit: limitFor(candidate, rowOf(task, policy)),
    ...(excludedBecause ? { excludedBecause } : {}),
  };
}
