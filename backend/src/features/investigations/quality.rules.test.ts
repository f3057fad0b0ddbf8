import fc from 'fast-check';
import { clocksOf, nextDue } from './clocks.rules';
import { isSamePerson, joined, missingOf } from './contacts.rules';
import { daysCovered, mostPoints, qualityOf, type Scored } from './quality.rules';

const openedAt = new Date('2022-03-20T04:00:00Z');
const at = (day: number, hour = 0) => new Date(Date.UTC(2022, 2, day, hour)).toISOString();
const whole: Scored = {
  openedAt,
  path: [{ place: '样例超市', from: at(16, 20), to: at(20, 1) }],
  contacts: Array.from({ length: 12 }, () => ({ phone: '10000000001', lastExposureAt: at(19) })),
  clocks: [1, 2, 3].map(() => ({ doneAt: openedAt, isLate: false })),
};
const points = (change: Partial<Scored>) =>
  Object.fromEntries(qualityOf({ ...whole, ...change }).parts.map(({ what, points: of }) => [what, of]));

test.each<[string, Partial<Scored>, Partial<Record<keyof typeof mostPoints, number>>]>([
  ['a whole one has every point', {}, mostPoints],
  ['without a path', { path: [] }, { PATH: 0, PHONES: 20 }],
  ['one of four days', { path: [{ place: 'x', from: at(20, 1), to: at(20, 2) }] }, { PATH: 7 }],
  ['still there: until the day of the finding', { path: [{ place: 'x', from: at(19, 1) }] }, { PATH: 15 }],
  ['a day long past counts for nothing', { path: [{ place: 'x', from: at(1), to: at(2) }] }, { PATH: 0 }],
  ['nobody listed', { contacts: [] }, { PHONES: 0, EXPOSURES: 0, ENOUGH: 0, PATH: 30 }],
  [
    'half of the phones, a third of the exposures',
    {
      contacts: [
        { phone: '1' },
        { phone: '1' },
        { phone: '1', lastExposureAt: at(19) },
        {},
        {},
        { lastExposureAt: at(18) },
      ],
    },
    { PHONES: 10, EXPOSURES: 6, ENOUGH: 7 },
  ],
  ['more than enough is enough', { contacts: Array.from({ length: 40 }, () => ({})) }, { ENOUGH: 15, PHONES: 0 }],
  [
    'one clock of three kept',
    { clocks: [{ doneAt: openedAt, isLate: false }, { doneAt: openedAt, isLate: true }, { isLate: false }] },
    { ON_TIME: 5 },
  ],
])('%s', (_what, change, expected) => {
  expect(points(change)).toMatchObject(expected);
});

test('days are Shanghai days: 23:59 and 00:01 there are two', () => {
  // 15:59Z and 16:01Z of one UTC day
  const late = { place: 'x', from: '2022-03-19T15:59:00Z', to: '2022-03-19T15:59:30Z' };
  const early = { place: 'x', from: '2022-03-19T16:01:00Z', to: '2022-03-19T16:02:00Z' };
  expect([daysCovered([late], openedAt), daysCovered([late, early], openedAt)]).toEqual([1, 2]);
});

test('a score lies between nothing and a hundred, and knowing more never lowers it', () => {
  const contact = fc.record({
    phone: fc.option(fc.constant('1'), { nil: undefined }),
    lastExposureAt: fc.option(fc.constant(at(19)), { nil: undefined }),
  });
  const stay = fc
    .integer({ min: 0, max: 200 })
    .map((hours) => ({ place: 'x', from: new Date(openedAt.getTime() - hours * 3_600_000).toISOString() }));
  fc.assert(
    fc.property(
      fc.array(contact, { maxLength: 20 }),
      fc.array(stay, { maxLength: 5 }),
      stay,
      (contacts, path, more) => {
        const scored = { ...whole, contacts, path };
        const { score } = qualityOf(scored);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(qualityOf({ ...scored, path: [...path, more] }).score).toBeGreaterThanOrEqual(score);
        const known = [...contacts, { phone: '1', lastExposureAt: at(19) }];
        expect(qualityOf({ ...scored, contacts: known }).score).toBeGreaterThanOrEqual(score);
      },
    ),
  );
});

test.each([
  ['at two hours less a minute', 119, [false, false, false]],
  ['at two hours', 120, [true, false, false]],
  ['at four hours', 240, [true, true, false]],
  ['at a day', 1440, [true, true, true]],
])('clocks run from the beginning: %s', (_when, minutes, late) => {
  const now = new Date(openedAt.getTime() + minutes * 60_000);
  expect(clocksOf({ createdAt: openedAt, detail: {} }, now).map(({ isLate }) => isLate)).toEqual(late);
});

test('a clock that was stopped in time stays in time; the next one that runs is the due one', () => {
  const record = { createdAt: openedAt, detail: { reportedAt: openedAt } };
  const later = new Date(openedAt.getTime() + 3_000 * 60_000);
  expect(clocksOf(record, later).map(({ isLate }) => isLate)).toEqual([false, true, true]);
  expect(nextDue(record)).toEqual(new Date('2022-03-20T08:00:00Z'));
});

const someone = { name: '李接触', class: 'SECOND_CONTACT', relation: 'WORK' } as const;

test.each([
  ['a number', { idNumber: '14112219900101001x' }, { idNumber: '14112219900101001X', name: '别名' }, true],
  ['another number, though the phone is the same', { idNumber: '1', phone: '1' }, { idNumber: '2', phone: '1' }, false],
  ['phone and name', { phone: '1' }, { phone: '1' }, true],
  ['the phone of a home, another name', { phone: '1' }, { phone: '1', name: '李小' }, false],
  ['a name alone is nobody', {}, {}, false],
])('one person by %s', (_by, one, other, is) => {
  expect(isSamePerson({ ...someone, ...one }, { ...someone, ...other })).toBe(is);
});

test('two entries of one person: the closer class, the later exposure, and nothing that was known is lost', () => {
  const known = { ...someone, phone: '1', lastExposureAt: at(19), area: '141122100201-g01' as never };
  expect(joined(known, { ...someone, class: 'CLOSE_CONTACT', lastExposureAt: at(18), relation: 'MEAL' })).toEqual({
    ...known,
    ...{ class: 'CLOSE_CONTACT', relation: 'MEAL' },
  });
  expect(missingOf(known)).toEqual([]);
  expect(missingOf(someone)).toEqual(['LAST_EXPOSURE', 'AREA']);
});
