import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { EpisodeDetail, HealthReport, HealthWords } from './episode';
import { selfTestsOf } from './self-tests.rules';

const at = (wall: string) => new Date(`${wall.replace(' ', 'T')}:00+08:00`);
const phase = { kind: 'HOME' as const, days: 7, testDays: [7], hasDoubleSampling: false, stayIn: true };
const detail: EpisodeDetail = {
  ...{ sealed: '', category: 'MEDIUM_RISK_STAY', policy: { code: 'V9_NATIONAL', version: 1 }, phases: [phase] },
  ...{ anchor: at('2022-08-10 06:20'), foundAt: at('2022-08-10 20:00'), dayOneRule: 'NEXT_DAY', missedTestHour: 20 },
  ...{ feverTenths: 373, phase: 0, swabs: [], reports: [], missedTold: [] },
  antigen: { from: '2022-03-11', onDays: [1], atLanding: false },
};

/** Reports at these times, each with what it said of a test and whether it brought a photo. */
function told(...reports: readonly [wall: string, selfTest?: HealthWords['selfTest'], photo?: string][]) {
  const words = new Map(
    reports.map(([wall, selfTest]) => [wall, { symptoms: [], ...(selfTest ? { selfTest } : {}) }] as const),
  );
  const all = reports.map(([wall, , selfTestPhoto]): HealthReport => {
    const report = { opId: wall, day: dayOf(at(wall)), half: 'MORNING', at: at(wall), by: 'somebody' } as const;
    return { ...report, how: 'SELF', doubts: [], sealed: '', ...(selfTestPhoto ? { selfTestPhoto } : {}) };
  });
  return (of: EpisodeDetail = detail, now = '2022-08-11 21:00') => selfTestsOf({ ...of, reports: all }, words, at(now));
}

const dayOne = { day: '2022-08-11', number: 1 };

test.each([
  ['nobody reported', told(), { isAsked: true, isSaid: false, hasPhoto: false }],
  ['a temperature alone', told(['2022-08-11 08:00']), { isAsked: true, isSaid: false, hasPhoto: false }],
  [
    'a photo alone, the result on the phone later',
    told(['2022-08-11 08:00', undefined, 'p1'], ['2022-08-11 20:00', 'NEGATIVE']),
    { isAsked: true, isSaid: true, hasPhoto: true, result: 'NEGATIVE' },
  ],
  [
    'well in the morning and not in the evening: the worst of it stands',
    told(['2022-08-11 08:00', 'NEGATIVE', 'p1'], ['2022-08-11 20:00', 'POSITIVE', 'p2']),
    { isAsked: true, isSaid: true, hasPhoto: true, result: 'POSITIVE' },
  ],
  [
    'and is not taken back by what is said after it',
    told(['2022-08-11 08:00', 'POSITIVE'], ['2022-08-11 20:00', 'NEGATIVE']),
    { isAsked: true, isSaid: true, hasPhoto: false, result: 'POSITIVE' },
  ],
])('%s', (_what, tests, expected) => {
  const [first, ...more] = tests();
  const { photos: _photos, ...day } = first ?? { photos: [] };
  expect([day, more]).toEqual([{ ...dayOne, ...expected }, []]);
});

test('every photo of a day is there, oldest first', () => {
  const tests = told(['2022-08-11 08:00', 'NEGATIVE', 'p1'], ['2022-08-11 20:00', 'NEGATIVE', 'p2']);
  expect(tests().map(({ photos }) => photos)).toEqual([['p1', 'p2']]);
});

test('one that began before the days were kept asks for nothing, and shows what was reported', () => {
  const { antigen: _antigen, ...older } = detail;
  const tests = told(['2022-08-11 08:00', 'NEGATIVE', 'p1']);
  expect(told()(older)).toEqual([]);
  expect(tests(older)).toMatchObject([{ ...dayOne, isAsked: false, isSaid: true, photos: ['p1'] }]);
});

test('after the end no day is asked for', () => {
  expect(told()({ ...detail, endedAt: at('2022-08-10 22:00') }, '2022-08-20 12:00')).toEqual([]);
});

test('what came after the end stands with its day, and says that it came late; it asks for nothing', () => {
  const over: EpisodeDetail = { ...detail, endedAt: at('2022-08-11 12:00') };
  const late: HealthReport = {
    ...{ opId: 'late', day: '2022-08-12', half: 'MORNING', at: at('2022-08-12 08:00'), by: 'somebody', how: 'SELF' },
    ...{ doubts: [], sealed: '', selfTestPhoto: 'p9' },
  };
  const words = new Map([['late', { symptoms: [], selfTest: 'POSITIVE' as const }]]);
  const days = selfTestsOf(over, words, at('2022-08-13 21:00'), [late]);
  expect(days).toMatchObject([
    { day: '2022-08-11', isAsked: true, hasPhoto: false },
    { day: '2022-08-12', isAsked: false, hasPhoto: true, isLate: true, result: 'POSITIVE', photos: ['p9'] },
  ]);
  expect(days[0]).not.toHaveProperty('isLate');
});
