import type { planOf } from '../day-counting.rules';
import type { testLines } from '../due-tests.rules';
import type { releaseAt } from '../release.rules';
import type { swabDays } from '../swab-days.rules';
import { someCount, someStory, someStoryTooLate } from './arbitraries';
import { law } from './laws';
import { floored, slowEnd, slowPlan, slowSwabDays } from './slow-reference';

/** The rules under test; a planted fault is one of them changed. */
export interface DayRules {
  readonly planOf: typeof planOf;
  readonly swabDays: typeof swabDays;
  readonly testLines: typeof testLines;
  readonly releaseAt: typeof releaseAt;
}

const linked = { negativeTests: 2, otherwiseAs: 'CLOSE_CONTACT' } as const;
const minute = 60_000;

export const phasesEnd = law(someCount, ({ planOf }: DayRules, count) => {
  const [plan, slow] = [planOf(count), slowPlan(count)];
  expect(plan.phases.map(({ endsAt }) => endsAt)).toEqual(slow.ends);
  expect(plan.phases.map(({ countedFrom }) => countedFrom)).toEqual([floored(count.anchor), ...slow.ends.slice(0, -1)]);
  expect([plan.foundOnDay, plan.isElapsed]).toEqual([slow.foundOnDay, slow.isElapsed]);
  expect(plan.endsAt).toEqual(slow.ends.at(-1));
});

export const windows = law(someCount, ({ planOf }: DayRules, count) => {
  const [plan, slow] = [planOf(count), slowPlan(count)];
  expect(plan.landing).toEqual(slow.landing);
  expect(plan.tests).toEqual(slow.tests);
});

export const whichDay = law(someStory, ({ planOf, swabDays }: DayRules, { count, facts, now }) => {
  const days = swabDays(planOf(count), facts.swabs, now);
  const slow = slowSwabDays(slowPlan(count), facts.swabs, now);
  expect(days.tests.map((one) => one.swabs.map(({ id }) => id).sort())).toEqual(
    slow.tests.map((ids) => [...ids].sort()),
  );
  expect(days.landing?.id).toBe(slow.landing);
  expect(days.extra.map(({ id }) => id).sort()).toEqual([...slow.extra].sort());
});

export const lateness = law(someStory, ({ planOf, swabDays }: DayRules, { count, facts, now }) => {
  const slow = slowPlan(count);
  swabDays(planOf(count), facts.swabs, now).tests.forEach(({ swabs, isLate }, index) => {
    const { from, until } = slow.tests[index] ?? { from: now, until: now };
    expect(isLate).toBe(swabs.some(({ takenAt }) => takenAt >= until));
    for (const { takenAt } of swabs) expect(takenAt >= from).toBe(true);
  });
});

export const missed = law(someStory, ({ planOf, testLines }: DayRules, { count, facts, now }) => {
  const slow = slowPlan(count);
  const days = slowSwabDays(slow, facts.swabs, now);
  const hasCome = (instant: Date) => floored(now) >= instant;
  const ofDays = slow.tests.map(({ standing, swabs, missedAt }, index) => {
    return standing === 'DUE' && (days.tests[index]?.length ?? 0) < swabs && hasCome(missedAt);
  });
  const landing = days.landing === undefined && hasCome(slow.landing.missedAt);
  const lines = testLines(planOf(count), facts.swabs, now);
  expect(lines.map(({ state }) => state === 'MISSED')).toEqual([landing, ...ofDays]);
});

export const end = law(someStory, ({ planOf, releaseAt }: DayRules, { count, facts, now, isLinked }) => {
  const [plan, slow] = [planOf(count), slowPlan(count)];
  if (slow.isElapsed) return;
  const verdict = releaseAt(plan, facts, isLinked ? linked : undefined, now);
  const { outcome, metAt } = slowEnd(slow, { facts, phases: count.phases, isLinked }, now);
  expect(verdict.outcome).toBe(outcome);
  if ('metAt' in verdict) expect(verdict.metAt).toEqual(metAt);
  if (verdict.outcome !== 'NEXT_PHASE') return;
  expect(verdict.next.countedFrom).toEqual(slow.ends[facts.phase]);
  expect(verdict.next.endsAt).toEqual(slow.ends[facts.phase + 1]);
});

export const notBackDated = law(someStory, ({ planOf, releaseAt }: DayRules, { count, facts, now, isLinked }) => {
  const plan = planOf(count);
  const link = isLinked ? linked : undefined;
  const verdict = releaseAt(plan, facts, link, now);
  if ('at' in verdict) expect(verdict.at).toEqual(floored(now));
  if ('metAt' in verdict) expect(verdict.metAt <= verdict.at).toBe(true);
  const future = new Date(floored(now).getTime() + minute);
  const tomorrow = { id: 'z', takenAt: future, kit: 'C', result: { value: 'POSITIVE' as const, at: future } };
  expect(releaseAt(plan, { ...facts, swabs: [...facts.swabs, tomorrow] }, link, now)).toEqual(verdict);
  const unread = facts.swabs.map((swab) =>
    swab.result && swab.result.at >= future ? { ...swab, result: undefined } : swab,
  );
  expect(releaseAt(plan, { ...facts, swabs: unread }, link, now)).toEqual(verdict);
});

export const tooLate = law(someStoryTooLate, ({ planOf, releaseAt, testLines }: DayRules, { count, facts, now }) => {
  const plan = planOf(count);
  expect(releaseAt(plan, facts, undefined, now)).toEqual({ outcome: 'ELAPSED', at: floored(now) });
  const asked = testLines(plan, [], now).filter(({ state }) => state !== 'DROPPED');
  expect(asked.map(({ what }) => what)).toEqual(['LANDING']);
});

export const positive = law(someStory, ({ planOf, releaseAt }: DayRules, { count, facts, now }) => {
  const takenAt = floored(now);
  const swab = { id: 'p', takenAt, result: { value: 'POSITIVE' as const, at: takenAt } };
  const verdict = releaseAt(planOf(count), { ...facts, swabs: [...facts.swabs, swab] }, undefined, now);
  expect(verdict.outcome).toBe('POSITIVE');
});

/** What must hold of day counting, each against the slow reference, for whatever rules are given. */
export const dayLaws = {
  'phases end, and days are numbered, as the slow walk says': phasesEnd,
  'test days and their windows are those of the slow walk': windows,
  'a swab counts for the day the slow play gives it': whichDay,
  'late is what was made up after its day': lateness,
  'what has no swab at its evening is missed, and nothing else': missed,
  'an end comes when everything it needs is there, and never before': end,
  'nothing is back-dated, and what is not known yet decides nothing': notBackDated,
  'found after the end: landing test only': tooLate,
  'a positive swab is nobody’s release': positive,
} as const;
