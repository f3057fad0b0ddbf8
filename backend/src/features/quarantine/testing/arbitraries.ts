import type { Phase } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import fc from 'fast-check';
import type { EpisodeCount } from '../day-counting.rules';
import { presets } from '../policies/presets/all';
import type { EpisodeFacts } from '../release.rules';
import type { Swab } from '../swab-days.rules';
import { at, wallTime } from './shanghai';

const minute = 60_000;
const day = 24 * 60 * minute;
const later = (instant: Date, ms: number) => new Date(instant.getTime() + ms);

/** Times where counting goes wrong first: midnights of both clocks, the leap day, the turn of the year. */
const edges = [
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2023-02-28',
  '2021-12-31',
  '2022-01-01',
  '2022-04-10',
  '2022-07-02',
].flatMap((date) => [at(`${date} 00:00`), at(`${date} 08:00`), at(`${date} 20:00`), at(`${date} 12:34`)]);
const nearly = fc.constantFrom(-1, 0, 1).map((minutes) => minutes * minute);
const seconds = fc.constantFrom(0, 0, 29_000, 59_999);

export const someAnchor: fc.Arbitrary<Date> = fc
  .oneof(
    fc.tuple(fc.constantFrom(...edges), nearly).map(([edge, ms]) => later(edge, ms)),
    fc.integer({ min: 0, max: 4 * 365 * 24 * 60 }).map((minutes) => later(at('2021-01-01'), minutes * minute)),
  )
  .chain((instant) => seconds.map((ms) => later(instant, ms)));

const anyPhase: fc.Arbitrary<Phase> = fc
  .record({
    kind: fc.constantFrom('CENTRAL' as const, 'HOME' as const, 'MONITORING' as const),
    days: fc.integer({ min: 1, max: 9 }),
    picks: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
    tests: fc.boolean(),
    double: fc.boolean(),
  })
  .map(({ kind, days, picks, tests, double }) => ({
    ...{ kind, days, stayIn: kind !== 'MONITORING', hasDoubleSampling: tests && double },
    testDays: tests ? [...new Set([...picks.filter((pick) => pick < days), days])].sort((a, b) => a - b) : [],
  }));
const presetPhases = presets
  .flatMap(({ rules }) => rules.map(({ phases }) => phases))
  .filter(({ length }) => length > 0);
export const somePhases: fc.Arbitrary<readonly Phase[]> = fc.oneof(
  fc.constantFrom(...presetPhases),
  fc.array(anyPhase, { minLength: 1, maxLength: 3 }),
);

/** An episode with the person found anywhere from the day before to after the end, and often at an edge. */
export const someCount: fc.Arbitrary<EpisodeCount> = fc
  .record({
    anchor: someAnchor,
    phases: somePhases,
    dayOneRule: fc.constantFrom('NEXT_DAY' as const, 'ANCHOR_DAY' as const),
  })
  .chain((given) => foundIn(given).map((foundAt) => ({ ...given, foundAt, missedTestHour: 20 })));

function foundIn({ anchor, phases }: Pick<EpisodeCount, 'anchor' | 'phases'>): fc.Arbitrary<Date> {
  const total = phases.reduce((sum, { days }) => sum + days, 0);
  const ends = phases.map((_, i) => phases.slice(0, i + 1).reduce((sum, { days }) => sum + days, 0) * day);
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 36 * 60 }).map((minutes) => minutes * minute) },
      {
        weight: 3,
        arbitrary: fc.integer({ min: -24 * 60, max: (total + 1) * 24 * 60 }).map((minutes) => minutes * minute),
      },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...ends), nearly).map(([end, ms]) => end + ms) },
    )
    .map((ms) => later(anchor, ms));
}

const resultOf = fc.oneof(
  { weight: 6, arbitrary: fc.constant('NEGATIVE' as const) },
  { weight: 1, arbitrary: fc.constant('INVALID' as const) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** Swabs where they should be, mostly: on the test days, a little before and after, and anywhere. */
export function someSwabs(count: EpisodeCount): fc.Arbitrary<Swab[]> {
  const total = count.phases.reduce((sum, { days }) => sum + days, 0);
  const near = [count.foundAt, ...testTimes(count)];
  const oneSwab = fc.record({
    taken: fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...near), fc.integer({ min: -26 * 60, max: 30 * 60 })) },
      { weight: 1, arbitrary: fc.tuple(fc.constant(count.anchor), fc.integer({ min: 0, max: (total + 3) * 24 * 60 })) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...near), fc.constantFrom(-1, 0, 1)) },
      {
        weight: 3,
        arbitrary: fc.tuple(fc.constantFrom(...near.flatMap(midnightsAround)), fc.constantFrom(-1, 0, 0, 1)),
      },
    ),
    ...{ kit: fc.constantFrom('A', 'B', undefined), value: resultOf, waits: fc.integer({ min: 1, max: 30 * 60 }) },
  });
  // one for every day that asks for one, so that some episodes do end; and some more
  const regular = fc.tuple(...near.flatMap((time) => [regularSwab(time, 'A'), regularSwab(time, 'B')]));
  return fc.tuple(fc.array(oneSwab, { maxLength: 6 }), fc.oneof(regular, fc.constant([]))).map(([irregular, all]) => {
    const some = irregular.map(({ taken: [near, minutes], kit, value, waits }) => {
      const takenAt = later(near, minutes * minute);
      return { takenAt, kit, result: value && { value, at: later(takenAt, waits * minute) } };
    });
    return [...some, ...all].map((swab, i) => ({ id: `s${String(i).padStart(2, '0')}`, ...swab }));
  });
}

/** The midnights on both sides of an instant. */
function midnightsAround(instant: Date): Date[] {
  const midnight = at(wallTime(instant).slice(0, 10));
  return [midnight, later(midnight, day)];
}

function regularSwab(time: Date, kit: string): fc.Arbitrary<Omit<Swab, 'id'>> {
  return fc.integer({ min: 1, max: 12 * 60 }).map((waits) => {
    const takenAt = later(time, 10 * minute);
    return { takenAt, kit, result: { value: 'NEGATIVE' as const, at: later(takenAt, waits * minute) } };
  });
}

/** About when the tests are: whole days after the beginning of each phase, at its own time of day. */
function testTimes({ anchor, phases, dayOneRule }: EpisodeCount): Date[] {
  let start = anchor;
  const times: Date[] = [];
  for (const [index, { days, testDays }] of phases.entries()) {
    const first = index === 0 && dayOneRule === 'ANCHOR_DAY' ? 1 : 0;
    for (const one of testDays) times.push(later(start, (one - first) * day));
    start = later(start, days * day);
  }
  return times;
}

/** An episode with everything that happened in it, and an instant at which somebody looks. */
function storyOf(count: EpisodeCount) {
  const total = count.phases.reduce((sum, { days }) => sum + days, 0);
  const moment = fc
    .integer({ min: 0, max: (total + 3) * 24 * 60 })
    .map((minutes) => later(count.anchor, minutes * minute));
  const sampled = fc.record({ person: moment, belongings: moment, room: moment }, { requiredKeys: [] });
  const facts: fc.Arbitrary<EpisodeFacts> = fc.record({
    phase: fc.integer({ min: 0, max: count.phases.length - 1 }),
    placement: fc.constantFrom('CENTRAL' as const, 'HOME' as const),
    swabs: someSwabs(count),
    siteSamples: fc.oneof(sampled, fc.constant({ person: count.anchor, belongings: count.anchor, room: count.anchor })),
    linkedContactNegativeAt: fc.oneof(fc.constant(undefined), moment),
  });
  return fc.record({ count: fc.constant(count), facts, now: moment, isLinked: fc.boolean() });
}
export const someStory = someCount.chain(storyOf);

/** Found when all was over: by a minute, or by days. */
export const someStoryTooLate = fc
  .tuple(someCount, fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 * 24 * 60 })))
  .map(([count, minutes]) => {
    const total = count.phases.reduce((sum, { days }) => sum + days, 0);
    return { ...count, foundAt: later(count.anchor, total * day + minutes * minute) };
  })
  .chain(storyOf);
