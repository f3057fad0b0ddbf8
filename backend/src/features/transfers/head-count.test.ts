import { passengerLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/passenger.lifecycle';
import fc from 'fast-check';
import { unfitFor } from './fleet.rules';
import { headCount } from './head-count.rules';

const { actions } = passengerLifecycle;
type Name = keyof typeof actions;
const names = Object.keys(actions) as Name[];

/** Lets things happen to one person as the table allows; what it does not allow happens to nobody. */
function after(steps: readonly Name[]): { readonly state: string; readonly boarded: boolean } {
  let [state, boarded] = ['LISTED', false] as [string, boolean];
  for (const name of steps) {
    const { from, to } = actions[name];
    if (!(from as readonly string[]).includes(state) || to === 'SAME') continue;
    state = to as string;
    boarded = boarded || state === 'BOARDED';
  }
  return { state, boarded };
}

const aList = fc.array(fc.array(fc.constantFrom(...names), { maxLength: 6 }), { maxLength: 12 });

test('whatever happens to whom: they agree exactly when everybody who boarded is taken over or with 120, and of nobody nothing is known', () => {
  fc.assert(
    fc.property(aList, (lives) => {
      const people = lives.map(after);
      const count = headCount(people);
      expect(count.boarded).toBe(people.filter(({ boarded }) => boarded).length);
      const accounted = people.filter(({ state }) => ['TAKEN_OVER', 'TO_120'].includes(state)).length;
      const isKnown = people.every(({ state }) => state !== 'LISTED');
      expect(count.agree).toBe(isKnown && accounted === count.boarded);
    }),
  );
});

test('once they agree nothing that can still happen to the list makes them differ', () => {
  fc.assert(
    fc.property(aList, fc.array(fc.constantFrom(...names), { maxLength: 4 }), (lives, more) => {
      const before = lives.map(after);
      fc.pre(headCount(before).agree);
      expect(headCount(lives.map((steps) => after([...steps, ...more])))).toEqual(headCount(before));
    }),
  );
});

test.each([
  ['RETURNEE', 3, { seats: 3, partition: false }, undefined],
  ['RETURNEE', 4, { seats: 3, partition: true }, 'SEATS'],
  ['CLOSE_CONTACT', 1, { seats: 3, partition: false }, 'PARTITION'],
  ['SECOND_CONTACT', 1, { seats: 3, partition: false }, 'PARTITION'],
  ['CASE', 1, { seats: 3, partition: false }, 'PARTITION'],
  ['MEDICAL', 1, { seats: 3, partition: true }, 'KIND'],
  ['SITE_MOVE', 1, { seats: 3, partition: false }, 'PARTITION'],
  ['RELEASE_HOME', 1, { seats: 3, partition: false }, undefined],
] as const)('%s with %i people in %o: %s', (kind, people, vehicle, why) => {
  const kinds = ['RETURNEE', 'CLOSE_CONTACT', 'SECOND_CONTACT', 'CASE', 'SITE_MOVE', 'RELEASE_HOME'] as const;
  expect(unfitFor({ kind, people, needs: [] }, { ...vehicle, kinds, carries: [] })).toBe(why);
});

test.each([
  [[], [], undefined],
  [['WHEELCHAIR'], [], 'NEEDS'],
  [['WHEELCHAIR'], ['STRETCHER'], 'NEEDS'],
  [['STRETCHER'], ['WHEELCHAIR', 'STRETCHER'], undefined],
] as const)('whoever needs %j in what carries %j: %s', (needs, carries, why) => {
  const vehicle = { seats: 3, partition: true, kinds: ['RETURNEE'], carries } as const;
  expect(unfitFor({ kind: 'RETURNEE', people: 1, needs }, vehicle)).toBe(why);
});
