import { quantile } from './figures';

test('half of a hundred, ninety-nine of a hundred, one of one, nothing of none', () => {
  const hundred = Array.from({ length: 100 }, (_, nth) => 100 - nth);
  expect([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile(hundred, 1)]).toEqual([50, 99, 100]);
  expect([quantile([7], 0.99), quantile([], 0.5)]).toEqual([7, 0]);
});
