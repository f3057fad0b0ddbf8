import type { LeftBehind, Settlement } from '@grid-relief/shared-types/household-events/welfare-task.schema';
import fc from 'fast-check';
import { guardianErrors, needsGuardian, peopleErrors, settlementErrors } from './guardian.rules';

const person = fc.record(
  {
    kind: fc.constantFrom('CHILD' as const, 'ELDER' as const, 'CARER' as const),
    age: fc.integer({ min: 0, max: 120 }),
  },
  { requiredKeys: ['kind'] },
);
const people = fc.array(person, { minLength: 1, maxLength: 8 });
const guardian = fc.option(fc.record({ isAdult: fc.boolean() }), { nil: undefined });
const where = fc.constantFrom('AT_HOME', 'SAME_SITE', 'OTHER_SITE', 'RELATIVE', 'NEIGHBOUR', 'HOSPITAL');
const settlement = fc.record(
  { where, guardianAlong: fc.boolean(), place: fc.constant('县招待所'), bring: fc.subarray(['FOOD', 'MEDICINE']) },
  { requiredKeys: ['where', 'guardianAlong'] },
) as fc.Arbitrary<Pick<Settlement, 'where' | 'guardianAlong' | 'place' | 'bring'>>;

/** Said a second time, by the words of handbook 2.11. */
const isUnder14 = ({ kind, age }: Pick<LeftBehind, 'kind' | 'age'>) =>
  age === undefined ? kind === 'CHILD' : age <= 13;

test('whatever is settled, nobody under 14 is anywhere without somebody of age beside them', () => {
  fc.assert(
    fc.property(people, guardian, settlement, (left, named, how) => {
      const isFree = settlementErrors(left, named, how).length === 0;
      if (isFree && left.some(isUnder14)) expect([named?.isAdult, how.guardianAlong]).toEqual([true, true]);
      if (isFree && how.where === 'OTHER_SITE') expect(how.place).toBeDefined();
      if (isFree && (how.bring ?? []).length > 0) expect(how.where).toBe('AT_HOME');
    }),
    { numRuns: 2_000 },
  );
});

test('nothing more is asked of those who may be alone', () => {
  fc.assert(
    fc.property(people, guardian, where, (left, named, place) => {
      fc.pre(!left.some(isUnder14) && place !== 'OTHER_SITE');
      const how = { where: place, guardianAlong: false } as Settlement;
      expect(settlementErrors(left, named, how)).toEqual([]);
      expect(guardianErrors(left, { isAdult: false })).toEqual([]);
    }),
  );
});

test.each([
  [{ kind: 'CHILD', age: 13 }, true],
  [{ kind: 'CHILD', age: 14 }, false],
  [{ kind: 'CHILD' }, true],
  [{ kind: 'ELDER' }, false],
  [{ kind: 'CARER', age: 12 }, true],
] as const)('%j needs a guardian: %s', (one, needs) => {
  expect(needsGuardian(one)).toBe(needs);
});

test('of a child the age is asked, of an elder not', () => {
  expect(peopleErrors([{ kind: 'ELDER' }, { kind: 'CHILD' }])).toEqual([
    { pointer: '/leftBehind/1/age', detail: 'required for a child' },
  ]);
});
