import { ruleOn } from '@grid-relief/shared-types/quarantine/rule-on';
import { type EpisodeCount, planOf } from './day-counting.rules';
import { dueOn, missedBy, type TestLine, testLines } from './due-tests.rules';
import { v8National } from './policies/presets/v8-national';
import type { Swab } from './swab-days.rules';
import { at, wallTime } from './testing/shanghai';

const contact = ruleOn(v8National, 'CLOSE_CONTACT', '2022-04-10')?.phases ?? [];
const found: EpisodeCount = {
  ...{ anchor: at('2022-04-10 15:00'), foundAt: at('2022-04-10 21:00'), phases: contact },
  ...{ dayOneRule: 'NEXT_DAY', missedTestHour: 20 },
};
const plan = planOf(found);
const taken = (takenAt: string, more: Partial<Swab> = {}): Swab => ({ id: takenAt, takenAt: at(takenAt), ...more });
const negative = (takenAt: string, kit = 'A') =>
  taken(takenAt, { id: `${takenAt} ${kit}`, kit, result: { value: 'NEGATIVE', at: at(takenAt) } });
const days = (lines: readonly TestLine[]) => lines.map(({ what, day }) => (what === 'LANDING' ? what : day));
const landed = negative('2022-04-10 21:30');

test.each([
  ['2022-04-11 00:00', [1], []],
  ['2022-04-11 19:59', [1], []],
  ['2022-04-11 20:00', [1], [1]],
  ['2022-04-12 09:00', [1], [1]],
  ['2022-04-14 09:00', [1, 4], [1]],
  ['2022-04-14 20:00', [1, 4], [1, 4]],
])('at %s without a swab, days %j are due and days %j missed', (now, due, missed) => {
  const lines = testLines(plan, [landed], at(now));
  expect(days(dueOn(lines, at(now)))).toEqual(due);
  expect(days(missedBy(lines))).toEqual(missed);
});

test('a landing test at night is missed on the next evening, not on the one before', () => {
  expect(days(missedBy(testLines(plan, [], at('2022-04-11 19:59'))))).toEqual([]);
  expect(days(missedBy(testLines(plan, [], at('2022-04-11 20:00'))))).toEqual(['LANDING', 1]);
});

test('a swab made up later counts, marked late; a void one leaves the day open', () => {
  const lineOfDay1 = (swabs: readonly Swab[], now: string) => testLines(plan, swabs, at(now))[1];
  expect(lineOfDay1([negative('2022-04-12 10:00')], '2022-04-12 11:00')).toMatchObject({
    state: 'NEGATIVE',
    isLate: true,
  });
  const empty = taken('2022-04-11 10:00', { result: { value: 'INVALID', at: at('2022-04-11 18:00') } });
  expect(lineOfDay1([empty], '2022-04-11 17:59')).toMatchObject({ state: 'RESULT_PENDING' });
  expect(lineOfDay1([empty], '2022-04-11 18:00')).toMatchObject({ state: 'DUE', isInvalid: true });
  expect(lineOfDay1([empty], '2022-04-11 20:00')).toMatchObject({ state: 'MISSED', isInvalid: true });
});

test('a swab of a test day never makes up for another day', () => {
  const lines = testLines(plan, [landed, negative('2022-04-14 09:00')], at('2022-04-14 21:00'));
  expect(days(missedBy(lines))).toEqual([1]);
  const twice = [landed, negative('2022-04-14 09:00'), negative('2022-04-14 09:05', 'B')];
  expect(days(missedBy(testLines(plan, twice, at('2022-04-14 21:00'))))).toEqual([]);
});

test.each([
  ['two kits', ['A', 'B'], 'NEGATIVE', 2],
  ['the same kit twice', ['A', 'A'], 'MISSED', 1],
  ['one kit', ['B'], 'MISSED', 1],
])('double sampling with %s', (_what, kits, state, swabsTaken) => {
  const swabs = kits.map((kit, i) => ({ ...negative('2022-04-24 08:00', kit), id: `swab ${i}` }));
  const line = testLines(plan, swabs, at('2022-04-24 20:00')).find(({ day, phase }) => day === 14 && phase === 0);
  expect(line).toMatchObject({ state, swabsTaken, swabs: 2 });
});

test('a swab whose kit nobody knows is none of two', () => {
  const line = testLines(plan, [taken('2022-04-24 08:00')], at('2022-04-24 09:00')).find(({ day }) => day === 14);
  expect(line).toMatchObject({ state: 'DUE', swabsTaken: 0 });
});

test('where the anchor’s own day is day 1, the last swab waits for the last 24 hours and nobody asks before', () => {
  const late = planOf({ ...found, anchor: at('2022-04-10 22:40'), dayOneRule: 'ANCHOR_DAY' });
  const last = late.tests.find(({ phase, day }) => phase === 0 && day === 14);
  expect(last?.date).toBe('2022-04-23');
  expect([last?.from, last?.missedAt].map((time) => wallTime(time ?? at('2022-01-01')))).toEqual([
    ...['2022-04-23 22:40', '2022-04-24 20:00'],
  ]);
});

test.each([
  ['2024-02-22 15:00', '2024-02-29', '2024-02-29 15:00'],
  ['2024-02-23 00:00', '2024-03-01', '2024-03-01 00:00'],
  ['2023-02-22 15:00', '2023-03-01', '2023-03-01 15:00'],
  ['2021-12-25 23:59', '2022-01-01', '2022-01-01 23:59'],
])('seven days from %s: last test on %s, end %s', (anchor, lastTest, end) => {
  const phases = contact.slice(0, 1).map((phase) => ({ ...phase, days: 7, testDays: [1, 4, 7] }));
  const week = planOf({ ...found, anchor: at(anchor), foundAt: at(anchor), phases });
  expect([week.tests.at(-1)?.date, wallTime(week.endsAt)]).toEqual([lastTest, end]);
});
