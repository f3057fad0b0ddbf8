import { lateFactLifecycle } from '@grid-relief/shared-types/lifecycles/late-fact.lifecycle';
import type { Relation } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { type Role, roles } from '@grid-relief/shared-types/roles';
import { returneeCollection } from '../../src/features/returnees';
import { transferCollection } from '../../src/features/transfers';
import { beginRecord } from '../../src/lifecycle';
import type { FieldCipher } from '../../src/platform/encryption';
import { aHousehold, aPerson, aPhone, testGrid } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import { enrol } from '../bad-input/whole-app';
import { anAreaChange, putVillages } from './area-records';
import { caseOfMatrix, homeOfMatrix } from './home-records';
import { twoEnds } from './merge-record';
import { assignment, quarantineRecord } from './quarantine-kinds';
import { allCollections, collectionOf, type RecordKind } from './record-kinds';
import { aReturnee, firstComer } from './returnee-records';
import { aScreeningRecord } from './screening-records';
import { putFleet, tripOfMatrix } from './transfer-records';
import { aPolicyChange, deliveryDetail, lateFact, legDetail, runDetail, setOfMatrix } from './work-details';

export { allCollections, collectionOf, type RecordKind };

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
  /** An open request of the household, with which another can be joined. */
  readonly open?: string;
  /** For what records hold sealed. */
  readonly cipher?: FieldCipher;
  readonly by: (name: string) => Player;
  /** Name and health words of somebody in quarantine. */
  readonly sealedWho?: string;
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
  ['DOCTOR', testGrid, otherGrid],
  ['COUNTY_HEAD', testCounty, otherCounty],
  ['SAMPLER', testGrid, otherGrid],
  ['LAB', testGrid, otherGrid],
  ['SITE_MANAGER', testGrid, otherGrid],
  ['CDC_INVESTIGATOR', testGrid, otherGrid],
  ['COMMUNITY_WORKER', testGrid, otherGrid],
  ['VILLAGE_SECRETARY', testGrid, otherGrid],
  ['TRANSFER_DESK', testGrid, otherGrid],
  ['DRIVER', testGrid, otherGrid],
  ['ESCORT', testGrid, otherGrid],
  ['BUILDING_CAPTAIN', testGrid, otherGrid],
];
/** Roles that may do nothing to any record of this matrix: some by themselves, and all others in one person. */
const bystanders: readonly Role[] = ['ADMIN', 'AUDITOR'];
/** Roles that have a hand in whoever comes to the county, in two persons: at a post, and behind it. */
const atPost: readonly Role[] = ['CHECKPOINT_OFFICER', 'POLICE'];
const behind: readonly Role[] = ['CODE_CLERK'];
const named: readonly Role[] = [
  ...staff.map(([role]) => role),
  ...[...bystanders, ...atPost, ...behind],
  ...(['VOLUNTEER', 'RESIDENT', 'PROXY'] as const),
];
const idle = roles.filter((role) => !named.includes(role));

/** Whoever has a role for the place can be eligible there as well: the records of the matrix need no skill. */
const here = (role: Role): Player['stands'] => [
  [role, 'inArea'],
  [role, 'eligible'],
];

type Builder = ReturnType<typeof aPerson>;

/** Everybody who is tried in every cell, with accounts and tokens of their own. */
export async function aCast(app: TestApp): Promise<Cast> {
  await app.connection
    .collection<{ _id: string; county: string; from: Date }>('policyChoices')
    .insertOne({ _id: app.anId(), county: testCounty, ...setOfMatrix, from: new Date(1) });
  // it need not come to a pick-up place: only the role decides whether its goods go to the door
  const home = await aHousehold(app).withNeeds('DISABLED').saved();
  const next = await aHousehold(app).saved();
  const wanted: Wanted[] = [];
  const add = (name: string, builder: Builder, stands: Player['stands'] = [], stranger = false, area = testGrid) =>
    wanted.push({ name, builder, stands, stranger, area });
  const volunteer = (name: string, stands: Player['stands'] = []) =>
    add(name, aPerson(app).withRole('VOLUNTEER', testGrid), [['VOLUNTEER', 'inArea'], ...stands]);
  add('resident', aPerson(app).livingIn(home), [['RESIDENT', 'own']]);
  add('proxy', aPerson(app).speakingFor(home), [['PROXY', 'own']]);
  add('neighbour', aPerson(app).livingIn(next), [], true);
  add('proxy of a neighbour', aPerson(app).speakingFor(next), [], true);
  add('nobody', aPerson(app), [], true);
  const eligible = ['VOLUNTEER', 'eligible'] as const;
  // holds requests and trips, and is sent to doors: holding asks for no role
  add('holder', aPerson(app).withRole('VOLUNTEER', testGrid).withRole('SCREENER', testGrid), [
    ...([['VOLUNTEER', 'inArea'], ['VOLUNTEER', 'assignee'], ['DRIVER', 'assignee'], eligible] as const),
    ...([...here('SCREENER'), ['SCREENER', 'assignee']] as const),
  ]);
  volunteer('asked', [['VOLUNTEER', 'offeredTo'], eligible]);
  volunteer('volunteer here', [eligible]);
  volunteer('excluded volunteer');
  add('volunteer elsewhere', aPerson(app).withRole('VOLUNTEER', otherGrid), [], true, otherGrid);
  for (const [role, place, elsewhere] of staff) {
    add(role, aPerson(app).withRole(role, place), here(role));
    add(`${role} elsewhere`, aPerson(app).withRole(role, elsewhere), [], true);
    const ended = { until: new Date(app.clock.now().getTime() - 1000) };
    add(`${role} until yesterday`, aPerson(app).withRole(role, place, ended), [], true);
  }
  const bystander = (name: string, theirs: readonly Role[], stranger = true) => {
    const person = aPerson(app);
    for (const role of theirs) person.withRole(role, testGrid);
    add(name, person, theirs.flatMap(here), stranger);
  };
  for (const role of bystanders) bystander(role, [role]);
  bystander('every other role', idle);
  bystander('at a post', atPost, false);
  bystander('behind a post', behind, false);
  add('named', aPerson(app), [
    ['RESIDENT', 'party'],
    ['HOST_UNIT', 'party'],
  ]);
  const players = await Promise.all([
    ...wanted.map((one) => entered(app, one)),
    ...staff.map(([role, place]) => abroad(app, role, place)),
  ]);
  const by = (name: string) => {
    const found = players.find((player) => player.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const open = app.anId();
  const cipher = await app.deps.vault.of(testCounty, 'epidemic');
  const sealedWho = cipher.seal(JSON.stringify({ who: { name: '薛三宝' }, symptoms: [] }), 'episode/who');
  const cast = { players, home: home.id, open, by, cipher, sealedWho };
  await putBystanders(app, cast);
  await putVillages(app);
  return cast;
}

type Wanted = Pick<Player, 'name' | 'stands' | 'stranger'> & { readonly builder: Builder; readonly area: string };

/** With an account and a seat, so that nothing but the table keeps anybody from taking work. */
async function entered(app: TestApp, { builder, area, ...player }: Wanted): Promise<Player> {
  const person = await builder.saved();
  await enrol(app, person.id, area);
  return { ...player, id: person.id, token: await app.signIn(person) };
}

/** An account of another county that claims, against all rules, a grant in ours. */
async function abroad(app: TestApp, role: Role, area: string): Promise<Player> {
  const id = app.anId().replace(/^\d{6}/, otherCounty);
  const person = { id, county: otherCounty, name: '外县人', phone: aPhone() };
  await app.deps.identity.register({ ...person, grants: [{ role, area }], households: [] }, app.clock.now());
  return { name: `${role} abroad`, id, token: await app.signIn(person), stands: [], stranger: true };
}

/** Records that others are joined with: an open request of the household, and somebody who was reported before. */
export async function putBystanders(app: TestApp, cast: Cast): Promise<void> {
  const put = (collection: string, record: { readonly _id: string }) =>
    app.connection.collection<{ _id: string }>(collection).insertOne(record);
  if (cast.open) await put('tasks', { ...aRecord(app, cast, 'DELIVERY', 'SUBMITTED'), _id: cast.open });
  await put(transferCollection, { ...aRecord(app, cast, 'TRANSFER', 'AT_DEST', 'RETURNEE'), _id: tripOfMatrix });
  await putFleet(app);
  // somebody in quarantine, without whom nothing is hung at a door
  await put('episodes', { ...aRecord(app, cast, 'QUARANTINE_EPISODE', 'HOME_ACTIVE'), _id: app.anId() });
  // a case at home, whose code nobody has asked for
  const { about: _nobodys, ...aCase } = Object(aRecord(app, cast, 'QUARANTINE_EPISODE', 'POSITIVE_TRANSFER'));
  await put('episodes', { ...aCase, ...{ _id: caseOfMatrix, household: homeOfMatrix, parties: [] } });
  for (const _id of twoEnds) await put('episodes', { ...aRecord(app, cast, 'QUARANTINE_EPISODE', 'PENDING'), _id });
  await put(returneeCollection, { ...aRecord(app, cast, 'TRAVELLER', 'TRIAGED'), _id: firstComer });
}

/** A record of this kind, in this state, for which the cast stands as its players say. */
export function aRecord(app: TestApp, cast: Cast, kind: RecordKind, state: string, variant = 'GROCERY') {
  const now = app.clock.now();
  const own = { _id: app.anId(), county: testCounty, kind, state, area: testGrid, scope: scopeOf(testGrid as never) }; // a grid of the test county
  const ofQuarantine = quarantineRecord(app, cast, { ...own, kind }, variant);
  if (ofQuarantine) return ofQuarantine;
  if (kind === 'LATE_FACT')
    return {
      ...beginRecord({ ...own, kind: lateFactLifecycle.name, household: cast.home }, [], now),
      fact: lateFact(app, cast, now),
    };
  if (kind === 'PICKUP_SLOT') return aSlot(app, cast, own, now);
  if (kind === 'POLICY_CHANGE') return aPolicyChange(app, own, now);
  if (kind === 'AREA_CHANGE') return anAreaChange(app, own, now);
  const screening = aScreeningRecord(app, cast, own);
  if (screening) return screening;
  const returnee = aReturnee(app, cast, { ...own, kind }, variant);
  if (returnee) return returnee;
  const assigned = { ...own, assignment: assignment(app, cast, now) };
  const begun = beginRecord(
    kind === 'RUN' || kind === 'HANDOVER_LEG' ? assigned : { ...assigned, variant, household: cast.home },
    [],
    now,
  );
  const common = { ...begun, priority: 2, createdAt: now, waitingSince: now };
  if (kind === 'HANDOVER_LEG') return { ...common, detail: legDetail(app, cast, now) };
  return { ...common, detail: kind === 'RUN' ? runDetail(app, now) : deliveryDetail(app, now) };
}

/** A turn that is over, at a place of its own. */
function aSlot(app: TestApp, cast: Cast, own: Parameters<typeof beginRecord>[0], now: Date) {
  const from = new Date(now.getTime() - 3_600_000);
  const excluded = [cast.by('excluded volunteer').id];
  const begun = beginRecord({ ...own, household: cast.home, assignment: { excluded } }, [], now);
  const detail = {
    ...{ delivery: app.anId(), nth: 0, code: pickupCode, placeArea: app.anId(), place: '东门' },
    ...{ from, turnOp: app.anId(), until: from, missed: 0, reserveOp: app.anId() },
    bagAt: from,
  };
  return { ...begun, priority: 2, createdAt: now, waitingSince: from, detail };
}

/** What the samples say is on the bag. */
export const pickupCode = 'xxxx';
