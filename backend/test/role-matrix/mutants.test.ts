import { lifecycles } from '@grid-relief/shared-types/lifecycles/all';
import type { Relation } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { relations } from '../../src/lifecycle/relations';
import { allMutants, waysOf } from './mutants';
import { hasWrongCell, wrongCells } from './paper-cast';
import { whoMay } from './who-may';

const sorted = (ways: Iterable<string> = []) => [...ways].sort();

test('who may do what is written down by hand for every action of every machine, and the tables say the same', () => {
  const wrong: string[] = [];
  for (const { name, actions } of lifecycles) {
    expect(sorted(whoMay.get(name)?.keys())).toEqual(Object.keys(actions).sort());
    for (const [action, rule] of Object.entries(actions)) {
      const [table, hand] = [sorted(waysOf(rule)), sorted(whoMay.get(name)?.get(action))];
      if (table.join() !== hand.join()) wrong.push(`${name}.${action}: table ${table}; by hand ${hand}`);
    }
  }
  expect(wrong).toEqual([]);
  expect([...whoMay.keys()].sort()).toEqual(lifecycles.map(({ name }) => name).sort());
});

test('the policy code, asked about everybody, says what is written down', () => {
  const wrong = lifecycles.flatMap(({ name, actions }) =>
    Object.entries(actions).flatMap(([action, rule]) =>
      wrongCells(name, action, rule).map((who) => `${name}.${action} by ${who}`),
    ),
  );
  expect(wrong).toEqual([]);
});

/**
 * Ways that let the same people in: the policy asks who holds a task, who lives in a household, and whom the record names,
 * without asking for a role; and whoever is eligible is in the area. Such a row changes nothing for anybody: only the statement catches it.
 */
function inEffect(ways: Iterable<string>): string {
  const all = new Set(ways);
  const some = [...all].filter((way) => !all.has(way.replace(/ eligible$/, ' inArea')) || !way.endsWith(' eligible'));
  const meant = some.map((way) =>
    way
      .replace(/^\w+ assignee$/, 'holder')
      .replace(/^(?!PROXY )\w+ own$/, 'home')
      .replace(/^\w+ party$/, 'named'),
  );
  return sorted(new Set(meant)).join();
}

test('every check taken out, put in, widened or exchanged is caught, by what is written and by what people may do', () => {
  const count = { removed: 0, exchanged: 0, moved: 0, added: 0, caughtByPeople: 0, sameInEffect: 0 };
  const survivors: string[] = [];
  for (const { machine, action, how, what, rule } of allMutants()) {
    const written = whoMay.get(machine.name)?.get(action) ?? [];
    const isCaught = hasWrongCell(machine.name, action, rule);
    const isSame = inEffect(waysOf(rule)) === inEffect(written);
    if (sorted(waysOf(rule)).join() === sorted(written).join()) survivors.push(`${what}: as it is written`);
    if (isCaught === isSame) survivors.push(`${what}: people ${isCaught ? 'notice' : 'do not notice'}`);
    count[how] += 1;
    count[isCaught ? 'caughtByPeople' : 'sameInEffect'] += 1;
  }
  expect(survivors).toEqual([]);
  expect(count.removed).toBeGreaterThan(250);
  expect(count.added).toBeGreaterThan(25_000);
  expect(count.caughtByPeople).toBeGreaterThan(30_000);
});

/** A check of the policy code itself gone: what a relation means then. */
const blindRelations: readonly (readonly [string, Relation, (typeof relations)[Relation]['holds']])[] = [
  ...(['own', 'party', 'assignee', 'offeredTo', 'eligible', 'inArea'] as const).map(
    (relation) => ['anybody', relation, () => true] as const,
  ),
  ['somebody holds it', 'assignee', ({ assignment }) => assignment.assignee !== undefined],
  ['an offer never ends', 'offeredTo', ({ assignment }, { personId }) => assignment.offeredTo === personId],
  ['no skill is needed, nobody excluded', 'eligible', relations.inArea.holds],
  ['the role, anywhere', 'inArea', (_, { grants }, role) => grants.some((grant) => grant.role === role)],
  [
    'nothing is asked but the place',
    'inArea',
    ({ scope }, { grants }) => grants.some(({ area }) => scope.includes(area)),
  ],
];

test.each(blindRelations)('when a relation asks less (%s: %s), it is caught', (_what, relation, holds) => {
  const forgetful = jest.spyOn(relations[relation], 'holds').mockImplementation(holds);
  const wrong = lifecycles.flatMap(({ name, actions }) =>
    Object.entries(actions).flatMap(([action, rule]) => wrongCells(name, action, rule)),
  );
  forgetful.mockRestore();
  expect(wrong).not.toEqual([]);
});
