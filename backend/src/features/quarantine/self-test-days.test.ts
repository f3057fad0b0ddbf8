import type { AntigenRule } from '@grid-relief/shared-types/quarantine/policy-parameters.schema';
import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { ruleOn } from '@grid-relief/shared-types/quarantine/rule-on';
import fc from 'fast-check';
import type { EpisodeCount } from './day-counting.rules';
import { presets } from './policies/presets/all';
import { selfTestDays } from './self-test-days.rules';
import { someCount } from './testing/arbitraries';
import { at, wallTime } from './testing/shanghai';

const theSet = (code: string) => presets.find((set) => set.code === code) ?? presets[0];
const antigenOf = (code: string): AntigenRule => theSet(code)?.parameters.antigen ?? never('a set');
function never(what: string): never {
  throw new Error(`there is no ${what}`);
}

/** Whoever is followed by a set, from anchor and the hour of being found. */
function followed(code: string, category: QuarantineCategory, anchor: string, found: string): EpisodeCount {
  const set = theSet(code) ?? never(code);
  const rule = ruleOn(set, category, found.slice(0, 10)) ?? never(category);
  const { dayOneRule, missedTestHour } = set.parameters;
  return { anchor: at(anchor), foundAt: at(found), phases: rule.phases, dayOneRule, missedTestHour };
}

/** `2022-04-11 (1)`, one after the other. */
const written = (count: EpisodeCount, antigen: AntigenRule, until: string) =>
  selfTestDays(count, antigen, at(until)).map(({ date, number }) => `${date} (${number})`);

const [eighth, spring] = ['V8_NATIONAL', 'SX_2022_SPRING'];

test.each([
  [
    'the 8th edition asks daily on days 1 to 5, and on no day 0',
    ...([eighth, '2022-04-10 15:00', '2022-04-10 21:00', '2022-04-30 12:00'] as const),
    ['2022-04-11 (1)', '2022-04-12 (2)', '2022-04-13 (3)', '2022-04-14 (4)', '2022-04-15 (5)'],
  ],
  [
    'up to today and no further, from the first minute of a day on',
    ...([eighth, '2022-04-10 15:00', '2022-04-10 21:00', '2022-04-12 00:00'] as const),
    ['2022-04-11 (1)', '2022-04-12 (2)'],
  ],
  [
    'the last minute of a day is still that day',
    ...([eighth, '2022-04-10 15:00', '2022-04-10 21:00', '2022-04-11 23:59'] as const),
    ['2022-04-11 (1)'],
  ],
  [
    'days before somebody was found ask for nothing',
    ...([eighth, '2022-04-10 15:00', '2022-04-14 09:30', '2022-04-30 12:00'] as const),
    ['2022-04-14 (4)', '2022-04-15 (5)'],
  ],
  [
    'where the set wants it, with the landing test as well, also on day 0',
    ...([spring, '2022-05-20 15:00', '2022-05-20 21:00', '2022-05-21 12:00'] as const),
    ['2022-05-20 (0)', '2022-05-21 (1)'],
  ],
  [
    'and on a day that the count itself does not name',
    ...([spring, '2022-05-20 15:00', '2022-05-27 09:00', '2022-06-20 12:00'] as const),
    ['2022-05-27 (7)'],
  ],
  [
    'not before the tests were on sale',
    ...([eighth, '2022-03-07 15:00', '2022-03-08 09:00', '2022-03-30 12:00'] as const),
    ['2022-03-11 (4)', '2022-03-12 (5)'],
  ],
  [
    'an end that had passed on arrival leaves nothing',
    ...([spring, '2022-05-20 15:00', '2022-06-20 09:00', '2022-06-21 12:00'] as const),
    [],
  ],
  [
    'the 9th edition leaves it to the county, and so names no day',
    ...(['V9_NATIONAL', '2022-07-02 15:00', '2022-07-02 21:00', '2022-07-20 12:00'] as const),
    [],
  ],
])('%s', (_what, code, anchor, found, until, days) => {
  expect(written(followed(code, 'CLOSE_CONTACT', anchor, found), antigenOf(code), until)).toEqual(days);
});

const found = followed(eighth, 'CLOSE_CONTACT', '2022-04-10 15:00', '2022-04-10 21:00');

test('the days run on through the next phase, and stop at the end of the last', () => {
  const antigen = { from: '2022-03-11', onDays: [14, 15, 21, 22], atLanding: false };
  expect(written(found, antigen, '2022-06-01 12:00')).toEqual([
    '2022-04-24 (14)',
    '2022-04-25 (15)',
    '2022-05-01 (21)',
  ]);
});

test('where the day of the anchor is day 1, it is day 1 here too', () => {
  const antigen = { from: '2022-03-11', onDays: [1, 3], atLanding: false };
  const count = { ...found, dayOneRule: 'ANCHOR_DAY' as const };
  expect(written(count, antigen, '2022-04-30 12:00')).toEqual(['2022-04-10 (1)', '2022-04-12 (3)']);
});

test('days that were past when another rule came ask for nothing; the day of the change does', () => {
  const recounted = { at: at('2022-04-13 10:00'), endsAt: at('2022-04-20 15:00') };
  expect(written({ ...found, recounted }, antigenOf(eighth), '2022-04-30 12:00')).toEqual([
    '2022-04-13 (3)',
    '2022-04-14 (4)',
    '2022-04-15 (5)',
  ]);
});

const hourMs = 3_600_000;
const dateOf = (instant: Date) => wallTime(instant).slice(0, 10);

/** The same once more, slow and obvious: it walks by hours and reads dates from the tables of the platform. */
function slowly({ anchor, foundAt, phases, dayOneRule }: EpisodeCount, antigen: AntigenRule, until: Date): string[] {
  const minute = (instant: Date) => Math.floor(instant.getTime() / 60_000) * 60_000;
  const end = minute(anchor) + phases.reduce((sum, { days }) => sum + days, 0) * 24 * hourMs;
  if (minute(foundAt) >= end) return [];
  const dates: string[] = [];
  const walkTo = (last: number, from: number, see: (date: string) => void) => {
    for (let ms = from; ms < last; ms += hourMs) see(dateOf(new Date(ms)));
    if (last >= from) see(dateOf(new Date(last)));
  };
  walkTo(Math.max(end, until.getTime()), Math.min(minute(anchor), minute(foundAt)), (date) => {
    if (!dates.includes(date)) dates.push(date);
  });
  const dayOne = dates.indexOf(dateOf(anchor)) + (dayOneRule === 'NEXT_DAY' ? 1 : 0);
  const isAsked = (date: string) => {
    const number = Math.max(0, dates.indexOf(date) - dayOne + 1);
    return antigen.onDays.includes(number) || (antigen.atLanding && date === dateOf(foundAt));
  };
  const runs = (date: string) =>
    [dateOf(foundAt), antigen.from].every((first) => date >= first) &&
    [dateOf(new Date(end)), dateOf(until)].every((last) => date <= last);
  return dates.filter((date) => runs(date) && isAsked(date));
}

test('the same days as a slow reading of the handbook, whatever the county names', () => {
  const someRule = fc.record({
    from: fc.constantFrom('2020-01-01', '2022-03-11', '2022-04-13', '2024-02-29'),
    onDays: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }),
    atLanding: fc.boolean(),
  });
  const someTime = fc.integer({ min: -24, max: 40 * 24 });
  fc.assert(
    fc.property(someCount, someRule, someTime, (count, antigen, hours) => {
      const until = new Date(count.foundAt.getTime() + hours * hourMs);
      const dates = selfTestDays(count, antigen, until).map(({ date }) => date);
      expect(dates).toEqual(slowly(count, antigen, until));
    }),
    { numRuns: 300 },
  );
});
