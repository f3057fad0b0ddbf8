import type { AreaRepository } from '../features/areas';
import type { HouseholdRepository } from '../features/households';
import type { IdentityService, StoredHousehold } from '../features/identity';
import type { ShopRepository } from '../features/shops';
import { newVolunteer, type VolunteerRepository } from '../features/volunteers';
import type { SampleHousehold } from './households';
import { county } from './places';
import type { SampleCounty } from './sample-county';
import type { SamplePerson, SampleVolunteer } from './workers';

export interface StoreDeps {
  readonly areas: AreaRepository;
  readonly shops: ShopRepository;
  readonly identity: Pick<IdentityService, 'register'>;
  readonly households: HouseholdRepository;
  readonly volunteers: VolunteerRepository;
  /** Told how many of how many households are stored, every so often. */
  readonly progress: (done: number, of: number) => void;
}

/** Writes on their way at once: enough to keep the database's disk busy, fewer than its connections. */
const atOnce = 40;
const progressEvery = 5_000;
/** Duty of sample volunteers lasts a year, so that the demo works at any hour. Days. */
const dutyDays = 365;
const dayMs = 24 * 60 * 60 * 1000;

/** Stores the sample county through the features that own its records. Repeatable: a second run adds nothing. */
export async function storeCounty(deps: StoreDeps, sample: SampleCounty, now: Date): Promise<void> {
  await deps.areas.addMany(sample.areas);
  await deps.shops.addMany(sample.shops);
  await each(sample.staff, (person) => register(deps, person, [], now));
  await each(sample.volunteers, (volunteer) => storeVolunteer(deps, volunteer, now));
  let done = 0;
  await each(sample.households(), async (household) => {
    await storeHousehold(deps, sample, household, now);
    done++;
    if (done % progressEvery === 0 || done === sample.householdCount) deps.progress(done, sample.householdCount);
  });
}

function register({ identity }: StoreDeps, person: SamplePerson, households: StoredHousehold[], now: Date) {
  const { id, name, phone, grants } = person;
  return identity.register({ id, county, name, phone, grants, households }, now);
}

async function storeVolunteer(deps: StoreDeps, volunteer: SampleVolunteer, now: Date): Promise<void> {
  const { area, team, skills, ppe, onDuty } = volunteer;
  const person = await register(deps, volunteer, [], now);
  const dutyUntil = new Date(now.getTime() + dutyDays * dayMs);
  const enrolment = { person, county, area, team, skills, ppe, ...(onDuty ? { dutyUntil } : {}) };
  await deps.volunteers.addMany([newVolunteer(enrolment, now)]);
}

async function storeHousehold(
  deps: StoreDeps,
  { proxy }: SampleCounty,
  { id, resident, ...household }: SampleHousehold,
  now: Date,
): Promise<void> {
  await deps.households.save({ _id: id, county, ...household }, now);
  const { contactName: name, phone } = household;
  if (resident)
    await register(deps, { id: resident, name, phone, grants: [] }, [{ household: id, relation: 'OWN' }], now);
  if (phone !== proxy.actsFor || !resident) return;
  await register(deps, proxy.person, [{ household: id, relation: 'PROXY', as: 'CHILD', consentedAt: now }], now);
}

/** Works through the items a few at once; the first failure ends it. */
async function each<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
