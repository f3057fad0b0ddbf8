import { spread } from './spread';

const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

test('when some are wanted, they lie evenly over the whole list', () => {
  expect(spread(ten, 4)).toEqual([0, 2, 5, 7]);
});

test('when more are wanted than there are, each comes once', () => {
  expect(spread(ten, 20)).toEqual(ten);
  expect(spread([], 3)).toEqual([]);
});
