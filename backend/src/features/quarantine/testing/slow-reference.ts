import type { EpisodeCount, TestStanding } from '../day-counting.rules';
import type { EpisodeFacts } from '../release.rules';
import type { Swab } from '../swab-days.rules';
import { wallTime } from './shanghai';

/**
 * Handbook 9.1 once more, slow and obvious: it walks by hours and by minutes and reads the wall clock of
 * Asia/Shanghai from the platform's tables. It shares no line with the product.
 */
const minute = 60_000;
const hour = 60 * minute;

export const dateOf = (instant: Date) => wallTime(instant).slice(0, 10);
const step = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
export function floored(instant: Date): Date {
  const copy = new Date(instant);
  copy.setUTCSeconds(0, 0);
  return copy;
}

/** Walks forward until the date has changed so often. */
export function someInstantDaysLater(from: Date, days: number): Date {
  let [walker, changes] = [from, 0];
  while (changes < days) {
    const next = step(walker, 6 * hour);
    if (dateOf(next) !== dateOf(walker)) changes += 1;
    walker = next;
  }
  return walker;
}

/** Walks back to the first minute of the date. */
export function midnightBefore(instant: Date): Date {
  let walker = instant;
  while (dateOf(step(walker, -hour)) === dateOf(instant)) walker = step(walker, -hour);
  while (dateOf(step(walker, -minute)) === dateOf(instant)) walker = step(walker, -minute);
  return walker;
}

export function midnightAfter(instant: Date): Date {
  return midnightBefore(someInstantDaysLater(instant, 1));
}

function hoursLater(from: Date, hours: number): Date {
  let walker = from;
  for (let walked = 0; walked < hours; walked++) walker = step(walker, hour);
  return walker;
}

/** The first time after an instant at which the clock shows the full hour. */
export function nextTimeOfDay(after: Date, fullHour: number): Date {
  const wanted = `${String(fullHour).padStart(2, '0')}:00`;
  let walker = step(after, minute);
  while (wallTime(walker).slice(14) !== '00') walker = step(walker, minute);
  while (wallTime(walker).slice(11) !== wanted) walker = step(walker, hour);
  return walker;
}

export interface SlowTest {
  readonly phase: number;
  readonly day: number;
  readonly date: string;
  readonly from: Date;
  readonly until: Date;
  readonly missedAt: Date;
  readonly swabs: number;
  readonly standing: TestStanding;
}

export interface SlowPlan {
  readonly foundOnDay: number;
  readonly isElapsed: boolean;
  readonly landing: Omit<SlowTest, 'phase' | 'day' | 'swabs' | 'standing'>;
  readonly ends: readonly Date[];
  readonly tests: readonly SlowTest[];
}

export function slowPlan(count: EpisodeCount): SlowPlan {
  const [anchor, foundAt] = [floored(count.anchor), floored(count.foundAt)];
  const ends: Date[] = [];
  for (const phase of count.phases) ends.push(hoursLater(ends.at(-1) ?? anchor, 24 * phase.days));
  const tests = count.phases.flatMap((phase, index) =>
    phase.testDays.map((day) =>
      slowTest(count, { index, day, start: ends[index - 1] ?? anchor, end: ends[index] ?? anchor }),
    ),
  );
  const isElapsed = foundAt >= (ends.at(-1) ?? anchor);
  const date = dateOf(foundAt);
  const missedAt = nextTimeOfDay(foundAt, count.missedTestHour);
  const landing = { date, from: foundAt, until: midnightAfter(foundAt), missedAt };
  return { foundOnDay: slowDayNumber(count, anchor, foundAt), isElapsed, landing, ends, tests };
}

interface Place {
  readonly index: number;
  readonly day: number;
  readonly start: Date;
  readonly end: Date;
}

function slowTest(count: EpisodeCount, { index, day, start, end }: Place): SlowTest {
  const phase = count.phases[index];
  const isLast = day === phase?.days;
  const isAnchorDay = index === 0 && count.dayOneRule === 'ANCHOR_DAY';
  const someTime = someInstantDaysLater(start, isAnchorDay ? day - 1 : day);
  const [date, midnight] = [dateOf(someTime), midnightBefore(someTime)];
  const dayBeforeEnd = step(end, -24 * hour);
  const from = isLast && dayBeforeEnd > midnight ? dayBeforeEnd : midnight;
  const [foundAt, changedAt] = [floored(count.foundAt), count.recounted && floored(count.recounted.at)];
  return {
    ...{ phase: index, day, date, from, until: midnightAfter(someTime) },
    missedAt: nextEvening(from, changedAt && changedAt > foundAt ? changedAt : foundAt, midnight, count.missedTestHour),
    swabs: phase?.hasDoubleSampling && isLast ? 2 : 1,
    standing: slowStanding(date, end, foundAt, changedAt),
  };
}

function slowStanding(date: string, end: Date, foundAt: Date, changedAt: Date | undefined): TestStanding {
  if (date < dateOf(foundAt) || end <= foundAt) return 'DROPPED';
  return changedAt && date < dateOf(changedAt) ? 'NOT_APPLICABLE' : 'DUE';
}

/** The evening of the test day, unless the swab was not possible or the person not known before it. */
function nextEvening(from: Date, told: Date, midnight: Date, fullHour: number): Date {
  const possible = told > from ? told : from;
  return nextTimeOfDay(possible > midnight ? possible : step(midnight, -minute), fullHour);
}

function slowDayNumber({ dayOneRule }: EpisodeCount, anchor: Date, foundAt: Date): number {
  if (dateOf(foundAt) < dateOf(anchor)) return 0;
  let days = 0;
  while (dateOf(someInstantDaysLater(anchor, days)) < dateOf(foundAt)) days += 1;
  return dayOneRule === 'NEXT_DAY' ? days : days + 1;
}

/** A swab as somebody knew it at an instant. */
function asKnown(swabs: readonly Swab[], now: Date) {
  return swabs
    .filter(({ takenAt }) => floored(takenAt) <= now)
    .map(({ id, takenAt, kit, result }) => ({
      ...{ id, kit, takenAt: floored(takenAt) },
      value: result && floored(result.at) <= now ? result.value : 'PENDING',
      resultAt: result ? floored(result.at) : undefined,
    }))
    .sort((a, b) => a.takenAt.getTime() - b.takenAt.getTime() || (a.id < b.id ? -1 : 1));
}
type Known = ReturnType<typeof asKnown>[number];

export interface SlowDays {
  /** Ids of the swabs of each test, in the order of the plan. */
  readonly tests: readonly (readonly string[])[];
  readonly landing: string | undefined;
  readonly extra: readonly string[];
}

/** Plays one date after another: first what lies on a test day, then the rest for the oldest day that was missed. */
export function slowSwabDays(plan: SlowPlan, swabs: readonly Swab[], now: Date): SlowDays {
  const known = asKnown(swabs, floored(now));
  const valid = known.filter(({ value }) => value !== 'INVALID');
  const given: Known[][] = plan.tests.map(() => []);
  const extra: Known[] = [];
  const fits = (index: number, swab: Known) => {
    const [test, has] = [plan.tests[index], given[index] ?? []];
    if (!test || has.length >= test.swabs) return false;
    return test.swabs === 1 || (swab.kit !== undefined && !has.some(({ kit }) => kit === swab.kit));
  };
  for (const date of [...new Set(valid.map(({ takenAt }) => dateOf(takenAt)))].sort()) {
    const today = valid.filter(({ takenAt }) => dateOf(takenAt) === date);
    const rest = new Set(today);
    plan.tests.forEach((test, index) => {
      if (test.date !== date || test.standing === 'DROPPED') return;
      const withResultFirst = [
        ...today.filter(({ value }) => value !== 'PENDING'),
        ...today.filter(({ value }) => value === 'PENDING'),
      ];
      for (const swab of withResultFirst) {
        if (swab.takenAt < test.from || !rest.has(swab) || !fits(index, swab)) continue;
        given[index]?.push(swab);
        rest.delete(swab);
      }
    });
    for (const swab of today.filter((one) => rest.has(one))) {
      const missed = plan.tests.findIndex(
        ({ date: day, standing }, index) => day < date && standing === 'DUE' && fits(index, swab),
      );
      if (missed >= 0) given[missed]?.push(swab);
      else extra.push(swab);
    }
  }
  const landing = valid.find(({ takenAt }) => takenAt >= plan.landing.from)?.id;
  return { tests: given.map((list) => list.map(({ id }) => id)), landing, extra: extra.map(({ id }) => id) };
}

export interface SlowEnd {
  readonly outcome: 'RUNNING' | 'RELEASE_BLOCKED' | 'NEXT_PHASE' | 'RELEASED';
  /** The later of the end and the last of what was waited for; only where all of it is there. */
  readonly metAt: Date | undefined;
}

/** Whether everything an end needs is there at an instant: tests, landing test, samples of the room, the contact's tests. */
export function slowEnd(plan: SlowPlan, story: Story, now: Date): SlowEnd {
  const { facts, phases, isLinked } = story;
  const moment = floored(now);
  const end = plan.ends[facts.phase];
  if (!end || moment < end) return { outcome: 'RUNNING', metAt: undefined };
  const days = slowSwabDays(plan, facts.swabs, moment);
  const known = asKnown(facts.swabs, moment);
  const waitedFor: (Date | undefined)[] = [];
  const need = (ids: readonly (string | undefined)[], howMany: number) => {
    const negative = known.filter(({ id, value }) => ids.includes(id) && value === 'NEGATIVE');
    waitedFor.push(...negative.map(({ resultAt }) => resultAt));
    if (negative.length < howMany) waitedFor.push(undefined);
  };
  need([days.landing], 1);
  plan.tests.forEach((test, index) => {
    const ids = days.tests[index] ?? [];
    if (test.phase > facts.phase || test.standing === 'DROPPED') return;
    need(ids, test.standing === 'NOT_APPLICABLE' ? ids.length : test.swabs);
  });
  const { person, belongings, room } = facts.siteSamples ?? {};
  if (leavesTheRoom(facts, phases)) waitedFor.push(person, belongings, room);
  if (isLinked && facts.phase === phases.length - 1) waitedFor.push(facts.linkedContactNegativeAt);
  const times = waitedFor.map((one) => one && floored(one));
  if (times.some((one) => one === undefined || one > moment)) return { outcome: 'RELEASE_BLOCKED', metAt: undefined };
  const last = Math.max(end.getTime(), ...times.map((one) => one?.getTime() ?? 0));
  return { outcome: facts.phase === phases.length - 1 ? 'RELEASED' : 'NEXT_PHASE', metAt: new Date(last) };
}

export interface Story {
  readonly facts: EpisodeFacts;
  readonly phases: EpisodeCount['phases'];
  readonly isLinked: boolean;
}

function leavesTheRoom({ phase, placement }: EpisodeFacts, phases: EpisodeCount['phases']): boolean {
  const way = `${phases[phase]?.kind} to ${phases[phase + 1]?.kind ?? 'freedom'}`;
  const stays = [
    'CENTRAL to CENTRAL',
    'HOME to CENTRAL',
    'MONITORING to CENTRAL',
    'HOME to HOME',
    'MONITORING to HOME',
  ];
  return placement === 'CENTRAL' && !stays.includes(way);
}
