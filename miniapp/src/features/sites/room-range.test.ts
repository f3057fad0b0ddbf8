import { roomRange } from './room-range';

test.each([
  ['301', 3, ['301', '302', '303']],
  ['A-08', 3, ['A-08', 'A-09', 'A-10']],
  ['东9', 2, ['东9', '东10']],
  ['1号', 2, ['1号', '2号']],
  ['主楼', 2, []],
  ['301', 0, []],
])('from %s on, %i doors', (first, count, expected) => {
  expect(roomRange(first, count)).toEqual(expected);
});
