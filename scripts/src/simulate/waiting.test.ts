import { quantile, waitingTable } from './waiting';

test('when nobody waited, the quantile is nothing', () => {
  expect(quantile([], 0.5)).toBe(0);
});

test('when ten people waited, half and nine of ten are read from the sorted list', () => {
  const minutes = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5];
  expect([quantile(minutes, 0.5), quantile(minutes, 0.9), quantile(minutes, 1)]).toEqual([6, 10, 10]);
});

test('when a table is drawn, every kind of waiting has a line', () => {
  expect(waitingTable([{ name: 'a volunteer', minutes: [1, 2, 3] }]).join('\n')).toMatch(
    /a volunteer\s+3\s+2\.0\s+3\.0\s+3\.0/,
  );
});
