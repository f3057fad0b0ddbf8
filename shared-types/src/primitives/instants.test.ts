import {
  addDays,
  addHours,
  dayOf,
  daysBetween,
  earliest,
  latest,
  minuteOf,
  shanghaiInstant,
  startOfDay,
} from './instants';

test.each([
  ['2022-04-10T15:59:00Z', '2022-04-10'],
  ['2022-04-10T16:00:00Z', '2022-04-11'],
  ['2021-12-31T16:00:00Z', '2022-01-01'],
  ['2024-02-28T16:00:00Z', '2024-02-29'],
])('%s lies in the Shanghai day %s', (instant, day) => {
  expect(dayOf(new Date(instant))).toBe(day);
});

test('a Shanghai day begins eight hours before the day of the same name in UTC', () => {
  expect(startOfDay('2022-04-18')).toEqual(new Date('2022-04-17T16:00:00Z'));
  expect(startOfDay('2022-04-18')).toEqual(shanghaiInstant('2022-04-17', 24));
});

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2024-02-29', 366, '2025-03-01'],
  ['2022-02-28', 1, '2022-03-01'],
  ['2021-12-25', 14, '2022-01-08'],
  ['2022-01-01', -1, '2021-12-31'],
])('%s and %d days is %s', (day, days, then) => {
  expect(addDays(day, days)).toBe(then);
  expect(daysBetween(day, then)).toBe(days);
});

test('seconds are dropped, also before 1970', () => {
  expect(minuteOf(new Date('2022-04-18T01:02:59.999Z'))).toEqual(new Date('2022-04-18T01:02:00Z'));
  expect(minuteOf(new Date('1969-12-31T23:59:30Z'))).toEqual(new Date('1969-12-31T23:59:00Z'));
});

test('the latest and the earliest of some, and hours added', () => {
  const [noon, one] = [shanghaiInstant('2022-04-18', 12), shanghaiInstant('2022-04-18', 13)];
  expect(latest(noon, one)).toEqual(one);
  expect(latest(one, noon)).toEqual(one);
  expect([earliest(noon, one), earliest(one, noon)]).toEqual([noon, noon]);
  expect(addHours(noon, 1)).toEqual(one);
});
