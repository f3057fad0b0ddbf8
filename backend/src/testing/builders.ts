import type { Address, SpecialNeed } from '@grid-relief/shared-types/households/household.schema';
import type { Role, Team } from '@grid-relief/shared-types/roles';
import { householdRepository, type OpenHousehold } from '../features/households';
import type { StoredGrant, StoredHousehold } from '../features/identity';
import { type TestApp, testCounty } from './test-app';

/** A grid of the invented county, in which builders place people and households. */
export const testGrid = `${testCounty}100201-g03`;

export interface SavedPerson {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

let people = 0;

/** An invented number: 1000000 and four digits, another one for each person of a test file. */
export function aPhone(): string {
  people += 1;
  return `1000000${String(people).padStart(4, '0')}`;
}

/** Builds a person: `await aPerson(app).withRole('GRID_WORKER', testGrid).saved()`. */
export function aPerson(app: TestApp) {
  const person = { id: app.anId(), county: testCounty, name: '张小满', phone: aPhone() };
  const grants: StoredGrant[] = [];
  const households: StoredHousehold[] = [];
  const builder = {
    named(name: string) {
      person.name = name;
      return builder;
    },
    withPhone(phone: string) {
      person.phone = phone;
      return builder;
    },
    withRole(role: Role, area: string = testGrid, more: { until?: Date; team?: Team } = {}) {
      grants.push({ role, area, ...more });
      return builder;
    },
    /** Lives in this household. */
    livingIn(household: { readonly id: string }) {
      households.push({ household: household.id, relation: 'OWN' });
      return builder;
    },
    /** Leads the shift of this post (decision 0013). */
    leading(post: { readonly id: string }) {
      households.push({ household: post.id, relation: 'OWN', post: true });
      return builder;
    },
    /** Speaks for this household, with recorded consent. */
    speakingFor(household: { readonly id: string }) {
      households.push({ household: household.id, relation: 'PROXY', as: 'CHILD', consentedAt: app.clock.now() });
      return builder;
    },
    async saved(): Promise<SavedPerson> {
      await app.deps.identity.register({ ...person, grants, households }, app.clock.now());
      return person;
    },
  };
  return builder;
}

export interface SavedHousehold {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly phone: string;
  readonly address: Address;
}

/** Something about a stored household is another now: its facts are sealed, so no test writes them past the vault. */
export async function changeHousehold(app: TestApp, id: string, change: Partial<OpenHousehold>): Promise<void> {
  const households = householdRepository(app.connection, app.deps.vault);
  const [household] = await households.open(testCounty, [id]);
  if (!household) throw new Error('This household was not saved.');
  await households.save({ ...household, ...change }, app.clock.now());
}

/** Builds a household: `await aHousehold(app).in(testGrid).withNeeds('ELDER_ALONE').saved()`. */
export function aHousehold(app: TestApp) {
  const household: { -readonly [K in keyof OpenHousehold]: OpenHousehold[K] } = {
    _id: app.anId(),
    county: testCounty,
    area: testGrid,
    doorCode: '3-1-0402',
    needs: [],
    inQuarantine: false,
    size: 2,
    contactName: '李桂兰',
    phone: aPhone(),
    address: { compound: '样例小区', building: '3', unit: '1', floor: 4, room: '402' },
  };
  const builder = {
    in(area: string) {
      household.area = area;
      return builder;
    },
    atDoor(doorCode: string) {
      household.doorCode = doorCode;
      return builder;
    },
    named(name: string) {
      household.contactName = name;
      return builder;
    },
    withPhone(phone: string) {
      household.phone = phone;
      return builder;
    },
    withAddress(address: Address) {
      household.address = address;
      return builder;
    },
    withNeeds(...needs: SpecialNeed[]) {
      household.needs = needs;
      return builder;
    },
    /** No home: nobody lives there. */
    asPost(name: string) {
      household.post = { name };
      household.doorCode = name;
      return builder;
    },
    inQuarantine() {
      household.inQuarantine = true;
      return builder;
    },
    async saved(): Promise<SavedHousehold> {
      await householdRepository(app.connection, app.deps.vault).save(household, app.clock.now());
      const { _id: id, area, contactName: name, phone, address } = household;
      return { id, area, name, phone, address };
    },
  };
  return builder;
}
