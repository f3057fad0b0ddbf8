import { isInPhase } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { EpisodeTodo } from '@grid-relief/shared-types/quarantine/episode.schema';
import { dueOn, type TestLine } from '../quarantine';
import { linesFor, planFor } from './counting.rules';
import { halfOf, isGiven, reportDueAt } from './daily-clock.rules';
import type { ListedEpisode } from './episode';
import type { DeliveryPlan } from './supply/delivery-plan';

/** One thing that somebody has to do, until when. */
export interface Todo {
  readonly what: EpisodeTodo;
  readonly by?: Date;
  readonly isLate: boolean;
}

const byState: Readonly<Record<string, EpisodeTodo>> = {
  PENDING: 'ASSESS',
  ASSESSED: 'START',
  SYMPTOM_ALERT: 'SYMPTOM',
  ABSENT: 'SEARCH',
  MOVED: 'MOVE',
  BREACH_REVIEW: 'BREACH',
  RELEASE_BLOCKED: 'BLOCKED',
};

/** What is sampled today, and what was missed before. Pure. */
export function testsToTake({ detail }: Pick<ListedEpisode, 'detail'>, now: Date): TestLine[] {
  return dueOn(linesFor(detail, now), now);
}

/** Everything that is to be done about somebody today. Pure (handbook 2.3). */
export function todosOf(record: ListedEpisode, plan: DeliveryPlan | undefined, now: Date): Todo[] {
  const { state, detail, dueAt } = record;
  const own = byState[state];
  const until = (what: EpisodeTodo, by: Date | undefined): Todo => ({
    what,
    ...(by ? { by } : {}),
    isLate: by !== undefined && by <= now,
  });
  return [
    ...(own ? [until(own, dueAt)] : []),
    ...testTodos(testsToTake(record, now), now),
    ...(isInPhase(state) ? reportTodos(record, now) : []),
    ...(plan?.detail.silentSince ? [{ what: 'CALL_SILENT' as const, by: plan.detail.silentSince, isLate: true }] : []),
    ...(plan && plan.state !== 'ACTIVE' ? [until('SUPPLY', plan.dueAt)] : []),
    ...(isInPhase(state) && endsToday(record, now) ? [until('RELEASE_TODAY', planFor(detail).endsAt)] : []),
  ];
}

function testTodos(tests: readonly TestLine[], now: Date): Todo[] {
  const missed = tests.filter(({ state }) => state === 'MISSED');
  const due = tests.filter(({ state }) => state === 'DUE');
  const [first] = due;
  return [
    ...missed.slice(0, 1).map(({ missedAt }): Todo => ({ what: 'MISSED_TEST', by: missedAt, isLate: true })),
    ...(first ? [{ what: 'TEST' as const, by: first.missedAt, isLate: first.missedAt <= now }] : []),
  ];
}

/** A report that is late, or was not taken as it came. */
function reportTodos({ detail }: ListedEpisode, now: Date): Todo[] {
  const [day, half] = [dayOf(now), halfOf(now)];
  const due = reportDueAt(day, half);
  if (isGiven(detail.reports, day, half)) return [];
  const isDoubted = detail.reports.some((one) => one.day === day && one.half === half);
  return now >= due || isDoubted ? [{ what: 'CALL_REPORT', by: due, isLate: now >= due }] : [];
}

const endsToday = ({ detail }: ListedEpisode, now: Date) => dayOf(planFor(detail).endsAt) === dayOf(now);
