import fc from 'fast-check';
import { lookList } from './look-list';

const sweepMs = 1_000;
const names = ['a', 'b', 'c', 'd', 'e'];

test('at the beginning everything is looked at once, then only where something was written', () => {
  const list = lookList(names, () => 0);
  expect(names.map(() => list.next(sweepMs))).toEqual(names);
  expect(list.next(sweepMs)).toBeUndefined();
  list.add(['c', 'c']);
  expect([list.next(sweepMs), list.next(sweepMs)]).toEqual(['c', undefined]);
});

test('however much is written somewhere, every collection is looked at soon after each sweep is due', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { minLength: 30, maxLength: 60 }), (busy) => {
      let at = 0;
      const list = lookList(names, () => at);
      for (const _ of names) list.next(sweepMs);
      at += sweepMs;
      const seen = new Set<string | undefined>();
      for (const one of busy.slice(0, 2 * names.length)) {
        list.add([one]);
        seen.add(list.next(sweepMs));
      }
      expect([...seen].sort()).toEqual(names);
    }),
  );
});

test('what was written while a sweep goes round waits for one look at most', () => {
  let at = 0;
  const list = lookList(names, () => at);
  for (const _ of names) list.next(sweepMs);
  at += sweepMs;
  list.next(sweepMs);
  list.add(['e']);
  expect([list.next(sweepMs), list.next(sweepMs)]).toContain('e');
});
