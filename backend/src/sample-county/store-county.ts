import type { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import type { AreaRepository } from '../features/areas';
import type { HouseholdRepository } from '../features/households';
import type { IdentityService, StoredHousehold } from '../features/identity';
import { type PolicyRepository, storeFirstPolicy } from '../features/policies';
import type { ShopRepository } from '../features/shops';
import { newVolunteer, type VolunteerRepository } from '../features/volunteers';
import { inLanes } from '../platform/in-lanes';
import type { SampleHousehold } from './households';
import { county, storyGrid } from './places';
import type { SamplePost } from './posts';
import { sampleReports } from './returnees';
import type { SampleCounty } from './sample-county';
import { beginSampleShift, storeRosters } from './sample-shifts';
import { type EpisodeStore, storeEpisodes, storeGuests } from './store-episodes';
import { type ScreeningStore, storeScreening } from './store-screening';
import { storeSites } from './store-sites';
import type { SampleVehicle } from './vehicles';
import type { SamplePerson, SampleVolunteer } from './workers';

export interface StoreDeps {
  readonly areas: AreaRepository;
  readonly shops: ShopRepository;
  readonly identity: Pick<IdentityService, 'registerMany'>;
  readonly households: HouseholdRepository;
  readonly volunteers: VolunteerRepository;
  readonly policies: PolicyRepository;
  readonly fleet: { addVehicles(vehicles: readonly SampleVehicle[], now: Date): Promise<void> };
  /** Reports people who come, in the name of a sample person; what is there already stays as it is. */
  readonly reportReturnee: (by: string, draft: ReturneeReportDraft) => Promise<void>;
  /** Where people in quarantine are written. */
  readonly inQuarantine: EpisodeStore;
  /** Where the demo's screening is made; absent: there is none. */
  readonly screening?: ScreeningStore;
  /** Told how many of how many households are stored, every so often. */
  readonly progress: (done: number, of: number) => void;
}

/** Records of one round trip: some hundred kilobytes, far below what one message may hold. */
const batchSize = 500;
/** While one batch is stored, the next is sealed. */
const batchesAtOnce = 2;
const progressEvery = 5_000;

/** Stores the sample county through the features that own its records. Repeatable: a second run adds nothing. */
export async function storeCounty(deps: StoreDeps, sample: SampleCounty, now: Date): Promise<void> {
  await deps.areas.addMany(sample.areas);
  await deps.shops.addMany(sample.shops);
  await storeFirstPolicy(deps.policies, county, now);
  await deps.policies.addLines(sample.riskAreas);
  await deps.fleet.addVehicles(sample.vehicles, now);
  await inBatches(sample.staff, (staff) => register(deps, staff, now));
  await inBatches(sample.volunteers, (volunteers) => storeVolunteers(deps, volunteers, now));
  await beginSampleShift(deps.inQuarantine.connection, county, now);
  await storePosts(deps, sample.posts, now);
  let done = 0;
  await inBatches(sample.households(), async (households) => {
    await storeHouseholds(deps, sample, households, now);
    const before = done;
    done += households.length;
    const isDue = Math.floor(done / progressEvery) > Math.floor(before / progressEvery);
    if (isDue || done === sample.householdCount) deps.progress(done, sample.householdCount);
  });
  await storeReturnees(deps, sample, now);
  await storeEpisodes(deps.inQuarantine, quarantineHomes(sample), sample.staff, now);
  const guests = await storeGuests(deps.inQuarantine, sample.staff, now);
  await storeSites(deps.inQuarantine.connection, sample.sites, guests, now);
  if (deps.screening) await storeScreening(deps.screening, sample, now);
}

/** Homes of the story's grid where somebody is in quarantine. */
function quarantineHomes(sample: SampleCounty): SampleHousehold[] {
  const homes: SampleHousehold[] = [];
  for (const home of sample.households()) {
    if (!home.area.startsWith(storyGrid)) {
      if (homes.length > 0) break;
    } else if (home.inQuarantine) homes.push(home);
  }
  return homes;
}

/** In the names of the demo's people; the elder's household is where the first of them comes to. */
async function storeReturnees(deps: StoreDeps, sample: SampleCounty, now: Date): Promise<void> {
  const ids = new Map(sample.staff.map(({ phone, id }): [string, string] => [phone, id]));
  let home: string | undefined;
  for (const { phone, resident, id } of sample.households()) {
    if (resident) ids.set(phone, resident);
    if (phone === sample.proxy.actsFor) home = id;
  }
  if (home === undefined) return;
  for (const { by, draft } of sampleReports(now, home)) {
    const person = ids.get(by);
    if (person !== undefined) await deps.reportReturnee(person, draft);
  }
}

interface Registered extends SamplePerson {
  readonly households?: readonly StoredHousehold[];
}

function register({ identity }: StoreDeps, people: readonly Registered[], now: Date): Promise<readonly string[]> {
  const wanted = people.map(({ id, name, phone, grants, households = [] }) => ({
    ...{ id, county, name, phone, grants, households },
  }));
  return identity.registerMany(wanted, now);
}

async function storeVolunteers(deps: StoreDeps, volunteers: readonly SampleVolunteer[], now: Date): Promise<void> {
  const people = await register(deps, volunteers, now);
  const accountOf = ({ id }: SampleVolunteer, at: number) => people[at] ?? id;
  const enrolled = volunteers.map((volunteer, at) => {
    const { area, team, skills, ppe, loop } = volunteer;
    const inside = loop === undefined ? {} : { loop };
    return newVolunteer({ person: accountOf(volunteer, at), county, area, team, skills, ppe, ...inside }, now);
  });
  await deps.volunteers.addMany(enrolled);
  await storeRosters(
    deps.inQuarantine.connection,
    volunteers.map((volunteer, at) => ({ _id: accountOf(volunteer, at), county, roster: volunteer.roster })),
  );
}

async function storePosts(deps: StoreDeps, posts: readonly SamplePost[], now: Date): Promise<void> {
  await deps.households.saveMany(
    posts.map(({ id, area, name, address, leader }) => ({
      ...{ _id: id, county, area, address, doorCode: name, post: { name } },
      ...{ contactName: leader.name, phone: leader.phone, needs: [], inQuarantine: false, size: 0 },
    })),
    now,
  );
  await register(
    deps,
    posts.map(({ id, leader }) => ({ ...leader, households: [{ household: id, relation: 'OWN', post: true }] })),
    now,
  );
}

async function storeHouseholds(
  deps: StoreDeps,
  { proxy }: SampleCounty,
  households: readonly SampleHousehold[],
  now: Date,
): Promise<void> {
  await deps.households.saveMany(
    households.map(({ id, resident: _resident, ...household }) => ({ _id: id, county, ...household })),
    now,
  );
  const people = households.flatMap(({ id, resident, contactName: name, phone }): Registered[] => {
    if (!resident) return [];
    const own: Registered = { id: resident, name, phone, grants: [], households: [{ household: id, relation: 'OWN' }] };
    if (phone !== proxy.actsFor) return [own];
    const spokenFor = { household: id, relation: 'PROXY', as: 'CHILD', consentedAt: now } as const;
    return [own, { ...proxy.person, households: [spokenFor] }];
  });
  if (people.length > 0) await register(deps, people, now);
}

/** Works through the items batch by batch; the first failure ends it. */
async function inBatches<T>(items: Iterable<T>, work: (batch: readonly T[]) => Promise<unknown>): Promise<void> {
  await inLanes(batchesOf(items), batchesAtOnce, work);
}

function* batchesOf<T>(items: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
