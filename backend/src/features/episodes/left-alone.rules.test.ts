import { leftAlone } from './left-alone.rules';

const home = { size: 2, needs: [], others: [], year: 2022 } as const;

test.each([
  ['the only one of a home', { size: 1 }, { isEmpty: true, children: [] }],
  ['a parent with one child', { others: [2016] }, { isEmpty: false, children: [6] }],
  ['a parent with two children', { size: 3, others: [2016, 2012] }, { isEmpty: false, children: [6, 10] }],
  ['a parent with an infant nobody has a quarantine for', { needs: ['INFANT'] }, { isEmpty: false, children: [0] }],
] as const)('%s leaves an empty home or children alone', (_, change, alone) => {
  expect(leftAlone({ ...home, ...change })).toEqual(alone);
});

test.each([
  ['nobody knows how many live there', { size: undefined, others: [2016] }],
  ['another adult stays', { others: [1980] }],
  ['somebody of eighteen stays', { others: [2004] }],
  ['one of two is of unknown age', { size: 3, others: [2016, undefined] }],
  ['one of two is known to be a child, and nothing is known of the other', { size: 3, others: [2016] }],
  ['two others live there, one an infant', { size: 3, needs: ['INFANT'] }],
] as const)('where %s, nothing is made of it', (_, change) => {
  expect(leftAlone({ ...home, ...change })).toEqual({ isEmpty: false, children: [] });
});
