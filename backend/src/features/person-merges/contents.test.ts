import fc from 'fast-check';
import { countsOf, fieldsOf, thingsOf } from './contents.rules';
import { keptOf } from './group';
import type { Holding } from './merge-people';
import type { PersonMerge } from './person-merge';

const thing = (kind: Holding['kind'], id: string, state = 'RESERVED'): Holding => ({ kind, id, state, area: 'a' });
const kinds = fc.constantFrom<Holding['kind']>('ROOM', 'SEAT', 'DELIVERY', 'EPISODE');
const things = fc.array(
  fc.record({
    kind: kinds,
    id: fc.constantFrom('1', '2', '3', '4', '5'),
    state: fc.constantFrom('RESERVED', 'OCCUPIED', 'LISTED', 'BOARDED'),
    area: fc.constant('a'),
  }),
);

test('nothing that either has is dropped, and nothing is there twice', () => {
  fc.assert(
    fc.property(things, things, (one, other) => {
      const keys = (all: readonly Holding[]) => new Set(all.map(({ kind, id }) => `${kind} ${id}`));
      const both = thingsOf(one, other, 'FIRST');
      expect(keys(both)).toEqual(keys([...one, ...other]));
      expect(both).toHaveLength(keys(both).size);
      const countedFor = countsOf(both).reduce((sum, { first, second }) => sum + first + second, 0);
      expect(countedFor).toBe(keys(one).size + keys(other).size);
    }),
  );
});

test('of beds and seats one is theirs, and every other one is too many; of the rest none is', () => {
  fc.assert(
    fc.property(things, things, (one, other) => {
      const both = thingsOf(one, other, 'SECOND');
      for (const kind of ['ROOM', 'SEAT'] as const) {
        const all = both.filter((each) => each.kind === kind);
        expect(all.filter(({ isSurplus }) => !isSurplus)).toHaveLength(Math.min(1, all.length));
      }
      expect(both.some(({ kind, isSurplus }) => isSurplus && !['ROOM', 'SEAT'].includes(kind))).toBe(false);
    }),
  );
});

test.each([
  ['the bed somebody is in', 'OCCUPIED', 'RESERVED', 'SECOND', 'mine'],
  ['of two alike that of whoever counts', 'RESERVED', 'RESERVED', 'SECOND', 'theirs'],
] as const)('%s stays', (_what, mine, theirs, keep, stays) => {
  const both = thingsOf([thing('ROOM', 'mine', mine)], [thing('ROOM', 'theirs', theirs)], keep);
  expect(both.filter(({ isSurplus }) => !isSurplus).map(({ id }) => id)).toEqual([stays]);
});

test('a field that one alone has counts, and a pick turns what differs', () => {
  const [one, other] = [
    { name: '薛三', phone: '1' },
    { name: '薛四', idNumber: '9' },
  ];
  const kept = (...picks: Parameters<typeof fieldsOf>[3]) =>
    fieldsOf(one, other, 'FIRST', picks).map(({ field, differs, kept: side }) => [field, differs, side]);
  expect(kept()).toEqual([
    ['NAME', true, 'FIRST'],
    ['PHONE', false, 'FIRST'],
    ['ID_NUMBER', false, 'SECOND'],
  ]);
  expect(kept('NAME', 'PHONE')[0]).toEqual(['NAME', true, 'SECOND']);
  expect(kept('NAME', 'PHONE')[1]).toEqual(['PHONE', false, 'FIRST']);
});

const merge = (first: string, second: string): Pick<PersonMerge, 'detail'> => {
  const people = [first, second].map((id) => ({ kind: 'TRAVELLER' as const, id, area: 'a', names: [id] }));
  return { detail: { code: '', by: '', proposedBy: '', nth: 0, people, keep: 'FIRST' } };
};
const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const some = fc.array(
  fc.tuple(names, names).filter(([one, other]) => one !== other),
  { maxLength: 6 },
);

test('an alias of an alias leads to whoever counts; applied and undone, everybody is who they were', () => {
  fc.assert(
    fc.property(some, names, names, (pairs, first, second) => {
      const before = pairs.map(([one, other]) => merge(one, other));
      const who = (all: typeof before) => ['a', 'b', 'c', 'd', 'e'].map((id) => keptOf(id, all));
      const joined = [...before, merge(first, second)];
      expect(who(joined.filter((one) => before.includes(one)))).toEqual(who(before));
      if (pairs.length === 0 && first !== second) expect(keptOf(second, joined)).toBe(first);
    }),
  );
});
