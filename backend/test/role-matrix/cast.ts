import type { Relation } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { beginRecord } from '../../src/lifecycle';
import { aHousehold, aPerson, aPhone, testGrid } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import { enrol } from '../bad-input/whole-app';

/** Somebody in the matrix: who it is, and every way in which that person stands to the record. */
export interface Player {
  readonly name: string;
  readonly id: string;
  readonly token: string;
  readonly stands: readonly (readonly [Role, Relation])[];
  /** Has nothing to do with the place or the household: must not even learn that the record exists. */
  readonly stranger: boolean;
}

export interface Cast {
  readonly players: readonly Player[];
  readonly home: string;
  readonly by: (name: string) => Player;
}

export const otherGrid = `${testCounty}100201-g09`;
const otherTownship = `${testCounty}999`;
const otherCounty = '150100';
const staff: readonly [Role, string, string][] = [
  ['GRID_WORKER', testGrid, otherGrid],
  ['GRID_LEADER', testGrid, otherGrid],
  ['TOWNSHIP_DISPATCHER', `${testCounty}100`, otherTownship],
  ['COUNTY_DISPATCHER', testCounty, otherCounty],
  ['COMMUNITY_CASHIER', testGrid, otherGrid],
  ['STORE_KEEPER', testGrid, otherGrid],
];
/** Roles that the tables never name. */
const bystanders: readonly Role[] = ['POLICE', 'DOCTOR', 'ADMIN', 'BUILDING_CAPTAIN', 'AUDITOR'];

/** Everybody who is tried in every cell, with accounts and tokens of their own. */
export async function aCast(app: TestApp): Promise<Cast> {
  const home = await aHousehold(app).saved();
  const next = await aHousehold(app).saved();
  const players: Player[] = [];
  const add = async (
    name: string,
    builder: ReturnType<typeof aPerson>,
    stands: Player['stands'] = [],
    stranger = false,
  ) => {
    const person = await builder.saved();
    players.push({ name, id: person.id, token: await app.signIn(person), stands, stranger });
    return person.id;
  };
  const volunteer = async (name: string, area: string, stands: Player['stands'], stranger = false) => {
    await enrol(app, await add(name, aPerson(app).withRole('VOLUNTEER', area), stands, stranger), area);
  };
  await add('resident', aPerson(app).livingIn(home), [['RESIDENT', 'own']]);
  await add('proxy', aPerson(app).speakingFor(home), [['PROXY', 'own']]);
  await add('neighbour', aPerson(app).livingIn(next), [], true);
  await add('proxy of a neighbour', aPerson(app).speakingFor(next), [], true);
  await add('nobody', aPerson(app), [], true);
  await volunteer('holder', testGrid, [
    ['VOLUNTEER', 'assignee'],
    ['VOLUNTEER', 'eligible'],
  ]);
  await volunteer('asked', testGrid, [
    ['VOLUNTEER', 'offeredTo'],
    ['VOLUNTEER', 'eligible'],
  ]);
  await volunteer('volunteer here', testGrid, [['VOLUNTEER', 'eligible']]);
  await volunteer('excluded volunteer', testGrid, []);
  await volunteer('volunteer elsewhere', otherGrid, [], true);
  for (const [role, here, elsewhere] of staff) {
    const id = await add(role, aPerson(app).withRole(role, here), [[role, 'inArea']]);
    // taking bags over needs a seat, and only who is enrolled has one
    if (role === 'GRID_LEADER') await enrol(app, id);
    await add(`${role} elsewhere`, aPerson(app).withRole(role, elsewhere), [], true);
    const ended = { until: new Date(app.clock.now().getTime() - 1000) };
    await add(`${role} until yesterday`, aPerson(app).withRole(role, here, ended), [], true);
    players.push(await abroad(app, role, here));
  }
  for (const role of bystanders) await add(role, aPerson(app).withRole(role, testGrid), [], true);
  const by = (name: string) => {
    const found = players.find((player) => player.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  return { players, home: home.id, by };
}

/** An account of another county that claims, against all rules, a grant in ours. */
async function abroad(app: TestApp, role: Role, area: string): Promise<Player> {
  const id = app.anId().replace(/^\d{6}/, otherCounty);
  const person = { id, county: otherCounty, name: '外县人', phone: aPhone() };
  await app.deps.identity.register({ ...person, grants: [{ role, area }], households: [] }, app.clock.now());
  return { name: `${role} abroad`, id, token: await app.signIn(person), stands: [], stranger: true };
}

/** A record of this kind, in this state, for which the cast stands as its players say. */
export function aRecord(app: TestApp, cast: Cast, kind: 'DELIVERY' | 'RUN', state: string, variant = 'GROCERY') {
  const now = app.clock.now();
  const later = new Date(now.getTime() + 600_000);
  const assignment = {
    assignee: cast.by('holder').id,
    claimOp: app.anId(),
    offeredTo: cast.by('asked').id,
    expiresAt: later,
    excluded: [cast.by('excluded volunteer').id],
  };
  const scope = scopeOf(testGrid as never); // a grid of the test county
  const own = { _id: app.anId(), county: testCounty, kind, state, area: testGrid, scope, assignment };
  const begun = beginRecord(kind === 'RUN' ? own : { ...own, variant, household: cast.home }, [], now);
  const common = { ...begun, priority: 2, createdAt: now, waitingSince: now };
  return kind === 'RUN' ? { ...common, detail: runDetail(app, now) } : { ...common, detail: deliveryDetail(app, now) };
}

function deliveryDetail(app: TestApp, now: Date) {
  const line = { line: 'eggs', name: '鸡蛋', unit: '斤', quantity: 2, substitution: { rule: 'ASK' }, estimateFen: 900 };
  const lines = [{ ...line, controlledFour: false, cold: false, weightGrams: 500, outcome: 'OPEN' }];
  const until = new Date(now.getTime() + 600_000);
  const question = { line: 'eggs', offeredName: '鸭蛋', offeredPriceFen: 950, askedAt: now, answerBy: until };
  return {
    ...{ mode: 'DOOR', zone: 'NONE', code: 'A12', askedBy: app.anId(), draftHash: 'x', lines, needs: [], flags: [] },
    ...{
      estimateFen: 900,
      actualFen: 900,
      payMode: 'VOLUNTEER_ADVANCE',
      remarks: [],
      question,
      bags: 1,
      bagsAtStart: 1,
    },
    ...{ undoUntil: until },
  };
}

function runDetail(app: TestApp, now: Date) {
  const window = { from: now, to: new Date(now.getTime() + 7_200_000), cutOff: now };
  return { shop: app.anId(), window, members: [], weightGrams: 0, estimateFen: 0, floatFen: 0, order: [] };
}
