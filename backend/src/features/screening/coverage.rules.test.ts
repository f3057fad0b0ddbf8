import { householdVisitLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/household-visit.lifecycle';
import fc from 'fast-check';
import { coverageOf, type DoorGroup, gridsOf } from './coverage.rules';
import { sampleOf } from './sample.rules';
import { walkingOrder } from './walking-order.rules';

const grids = ['141122100201-g01', '141122100201-g02', '141122100202-g01'];
const aGroup: fc.Arbitrary<DoorGroup> = fc
  .record({
    grid: fc.constantFrom(...grids),
    area: fc.constantFrom('b01', 'b02', 'b03'),
    state: fc.constantFrom(...householdVisitLifecycle.states),
    isAdded: fc.boolean(),
    doors: fc.integer({ min: 1, max: 90 }),
  })
  .map((group) => ({ ...group, area: `${group.grid}-${group.area}` }));
const groups = fc.array(aGroup, { maxLength: 60 });
/** A door takes another's place: the old one is taken out again. */
const withReplaced = groups.chain((all) =>
  fc.subarray([...all]).map((some) => [...all, ...some.map((group) => ({ ...group, doors: -1 }))]),
);

const parts = [
  ...(['clear', 'returnee', 'vacant', 'reasoned', 'refused', 'noAnswer', 'looksVacant', 'underWay'] as const),
  ...(['handedUp', 'notVisited'] as const),
];
const counted = ['homes', 'added', 'done', ...parts] as const;

describe('when doors are counted', () => {
  test('all parts together are the homes, in every state, and none is less than nothing', () => {
    fc.assert(
      fc.property(withReplaced, (all) => {
        const coverage = coverageOf(all);
        expect(parts.reduce((sum, part) => sum + coverage[part], 0)).toBe(coverage.homes);
        expect(Math.min(...counted.map((part) => coverage[part]))).toBeGreaterThanOrEqual(0);
        expect(coverage.done).toBeLessThanOrEqual(coverage.homes);
        expect(coverage.percent === 100).toBe(coverage.homes > 0 && coverage.done === coverage.homes);
      }),
    );
  });

  test('what ends a visit is a result, and nothing else is', () => {
    for (const state of householdVisitLifecycle.states) {
      const { done } = coverageOf([{ grid: 'g', area: 'b', state, isAdded: false, doors: 1 }]);
      expect([state, done === 1]).toEqual([state, householdVisitLifecycle.terminal.includes(state as never)]);
    }
  });

  test('the grids together are the whole, each once, the least done first', () => {
    fc.assert(
      fc.property(withReplaced, fc.integer({ min: 0, max: 100 }), (all, wanted) => {
        const rows = gridsOf(all, wanted);
        for (const part of counted) expect(rows.reduce((sum, row) => sum + row[part], 0)).toBe(coverageOf(all)[part]);
        expect(new Set(rows.map(({ area }) => area)).size).toBe(rows.length);
        expect(rows.map(({ percent }) => percent)).toEqual(rows.map(({ percent }) => percent).sort((a, b) => a - b));
        for (const row of rows) {
          expect(row.isBehind).toBe(row.done / row.homes < wanted / 100);
          expect(row.blind.reduce((sum, { homes }) => sum + homes, 0)).toBeLessThanOrEqual(
            row.notVisited + row.handedUp,
          );
        }
      }),
    );
  });

  test('a building is blind where nobody is known to have been, and one door takes it off the list', () => {
    const door = (area: string, state: string) => ({ grid: 'g', area, state, isAdded: false, doors: 1 });
    const blind = (...doors: DoorGroup[]) => gridsOf(doors, 0).flatMap((row) => row.blind.map(({ area }) => area));
    expect(blind(door('b1', 'NOT_VISITED'), door('b2', 'HANDED_UP'), door('b3', 'NO_ANSWER'))).toEqual(['b1', 'b2']);
    expect(blind(door('b1', 'NOT_VISITED'), door('b1', 'REFUSED'))).toEqual([]);
  });

  test('a grid that has exactly the share is not behind', () => {
    const half = [
      { grid: 'g', area: 'b', state: 'VACANT', isAdded: false, doors: 1 },
      { grid: 'g', area: 'b', state: 'NOT_VISITED', isAdded: false, doors: 1 },
    ];
    expect([50, 51].map((wanted) => gridsOf(half, wanted)[0]?.isBehind)).toEqual([false, true]);
  });

  test('a state that belongs to no part is a fault, not a home that is lost', () => {
    expect(() => coverageOf([{ grid: 'g', area: 'b', state: 'ELSEWHERE', isAdded: false, doors: 1 }])).toThrow();
  });
});

describe('when every tenth home is drawn', () => {
  const homes = fc.array(fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom(...grids)), { maxLength: 300 });
  const drawnFrom = (all: readonly (readonly [number, string])[]) =>
    [...new Map(all)].map(([n, grid]) => ({ _id: `visit-${n}`, county: '141122', detail: { grid } }));

  test('it is the tenth part of each grid, rounded up, the same in any order, and drawn from what was done', () => {
    fc.assert(
      fc.property(homes, (all) => {
        const done = drawnFrom(all);
        const hash = ({ _id }: { readonly _id: string }) => [..._id].reverse().join('');
        const sample = sampleOf(done, hash);
        for (const grid of grids) {
          const of = (list: typeof done) => list.filter(({ detail }) => detail.grid === grid).length;
          expect(of(sample)).toBe(Math.ceil(of(done) / 10));
        }
        const ids = (list: typeof done) => list.map(({ _id }) => _id).sort();
        expect(ids(sampleOf([...done].reverse(), hash))).toEqual(ids(sample));
        expect(new Set(ids(sample)).size).toBe(sample.length);
      }),
    );
  });
});

test('when somebody walks, the second floor comes before the tenth', () => {
  const doors = ['1-1-1001', '1-1-201', '10-1-0101', '2-1-0101', '1-2-0101'];
  expect(doors.sort((a, b) => (walkingOrder(a) < walkingOrder(b) ? -1 : 1))).toEqual([
    ...['1-1-201', '1-1-1001', '1-2-0101', '2-1-0101', '10-1-0101'],
  ]);
});
