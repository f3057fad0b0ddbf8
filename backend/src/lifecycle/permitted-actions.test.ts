import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import fc from 'fast-check';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { type Actor, beginRecord, permittedActions, type Tracked } from '.';
import { actFilter } from './act-update';
import { allowedFilter } from './allowed';
import { crate, operation } from './crate.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2022-04-18T01:00:00Z');
const areas = ['141122', '141122100', '141122100201', '141122100201-g03', '141122100202'].map(areaId);
const people = ['p1', 'p2'];
const households = ['h1', 'h2'];
const instants = [new Date(now.getTime() - 1), now, new Date(now.getTime() + 1)];
const skills = ['NURSE', 'DRIVER'];

/** A field that may be missing, as `exactOptionalPropertyTypes` wants it. */
const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((chosen) => (chosen === undefined ? {} : { [key]: chosen }));

const record = fc
  .record({
    state: fc.constantFrom(...crate.states),
    area: fc.constantFrom(...areas),
    skills: fc.subarray(skills),
    ppe: fc.nat(2),
    excluded: fc.subarray(people),
    rest: fc.tuple(
      maybe('variant', fc.constantFrom('WOOD', 'STEEL')),
      maybe('household', fc.constantFrom(...households)),
      maybe('parties', fc.subarray(people)),
    ),
    holder: fc.tuple(
      maybe('assignee', fc.constantFrom(...people)),
      maybe('offeredTo', fc.constantFrom(...people)),
      maybe('expiresAt', fc.constantFrom(...instants)),
    ),
    loop: maybe('loop', fc.constantFrom('A', 'B')),
  })
  .map(({ state, area, skills: wanted, ppe, excluded, rest, holder, loop }) =>
    beginRecord(
      {
        ...{ _id: operation(), county: '141122', kind: 'crate', state, area, scope: scopeOf(area) },
        ...Object.assign({}, ...rest),
        needs: { skills: wanted, ppe, ...loop },
        assignment: { excluded, ...Object.assign({}, ...holder) },
      },
      [],
      now,
    ),
  );

const roles: Role[] = ['VOLUNTEER', 'GRID_LEADER', 'RESIDENT', 'PROXY'];
const grant = fc
  .tuple(fc.constantFrom(...roles), fc.constantFrom(...areas), maybe('until', fc.constantFrom(...instants)))
  .map(([role, area, until]) => ({ role, area, ...until }));
const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc
    .constantFrom('router' as const, 'timer' as const, 'outbox' as const)
    .map((system) => ({ system, county: '141122' })),
  fc
    .record({
      personId: fc.constantFrom(...people),
      grants: fc.array(grant, { maxLength: 3 }),
      ownHouseholds: fc.subarray(households),
      proxyHouseholds: fc.subarray(households),
      skills: fc.subarray(skills),
      ppe: fc.nat(2),
      loop: maybe('loop', fc.constantFrom('A', 'B')),
    })
    .map(({ loop, ...person }) => ({ county: '141122', ...person, ...loop })),
);

/** What the database says: the actions whose filter finds the record. */
async function foundActions(document: Tracked, viewer: Actor): Promise<string[]> {
  const records = database.connection.collection<Tracked & { _id: string }>('permitted');
  await records.insertOne({ ...document });
  const found: string[] = [];
  for (const [action, rule] of Object.entries(crate.actions)) {
    const filter = actFilter({
      ...{ collection: database.connection.collection('permitted'), machine: crate, rule, action, hash: '' },
      ...{ id: document._id, kind: 'crate', actor: viewer, opId: operation(), now, revision: 0, visible: () => true },
    });
    if (filter && (await records.countDocuments(filter)) > 0) found.push(action);
  }
  return found;
}

test('when a viewer is shown actions, they are exactly those whose write would match', async () => {
  await fc.assert(
    fc.asyncProperty(record, actor, async (document, viewer) => {
      expect(permittedActions(crate, document, viewer, now)).toEqual(await foundActions(document, viewer));
    }),
    { numRuns: 250 },
  );
}, 60_000);

test('a check that is missing from the filter is noticed by the same comparison', async () => {
  const [area = areaId('141122')] = areas;
  const viewer: Actor = {
    ...{ personId: 'p1', county: '141122', grants: [{ role: 'VOLUNTEER', area }], ownHouseholds: [] },
    ...{ proxyHouseholds: [], skills: [], ppe: 0 },
  };
  const base = { _id: operation(), county: '141122', kind: 'crate', state: 'OPEN', area, scope: scopeOf(area) };
  const document = beginRecord({ ...base, assignment: { excluded: ['p1'] } }, [], now);
  const allowed = allowedFilter(crate.actions.claim, viewer, now);
  const planted = JSON.parse(JSON.stringify(allowed).replace('"assignment.excluded":{"$ne":"p1"},', ''));
  const records = database.connection.collection<Tracked & { _id: string }>('planted');
  await records.insertOne({ ...document });
  expect(await records.countDocuments({ _id: document._id, ...allowed })).toBe(0);
  expect(await records.countDocuments({ _id: document._id, ...planted })).toBe(1);
});
