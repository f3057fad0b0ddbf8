import { daysApart, formatFen, shanghaiTime } from './format';

test.each([
  [0, '¥0.00'],
  [5, '¥0.05'],
  [41260, '¥412.60'],
  [123456789, '¥1,234,567.89'],
  [-150, '−¥1.50'],
])('%i fen reads %s', (fen, words) => {
  expect(formatFen(fen)).toBe(words);
});

test.each([
  ['2026-03-05T15:59:59Z', '2026-03-05', '23:59'],
  ['2026-03-05T16:00:00Z', '2026-03-06', '00:00'],
  ['2026-12-31T16:30:00Z', '2027-01-01', '00:30'],
])('%s is %s %s in Shanghai', (instant, day, time) => {
  expect(shanghaiTime(new Date(instant))).toMatchObject({ day, time });
});

test.each([
  ['2026-03-05T15:59:00Z', '2026-03-05T01:00:00Z', 0],
  ['2026-03-05T16:00:00Z', '2026-03-05T15:59:00Z', 1],
  ['2026-03-04T15:00:00Z', '2026-03-05T01:00:00Z', -1],
])('%s seen at %s is %i midnights away', (at, now, days) => {
  expect(daysApart(new Date(at), new Date(now))).toBe(days);
});
