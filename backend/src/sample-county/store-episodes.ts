import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { addHours } from '@grid-relief/shared-types/primitives/instants';
import { homeConditions } from '@grid-relief/shared-types/quarantine/home-conditions.schema';
import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import type { Connection } from 'mongoose';
import { type EpisodeDeps, episodes, openEpisode } from '../features/episodes';
import { firstSet } from '../features/policies';
import { presets } from '../features/quarantine';
import { bareActor, type PersonActor } from '../lifecycle';
import type { FieldVault } from '../platform/encryption';
import { derivedId } from '../platform/ids';
import type { SampleHousehold } from './households';
import { county, storyGrid } from './places';
import type { SamplePerson } from './workers';

/** On which day of a quarantine of 7 and 5 days at home each sample is: to be assessed, on the way, ending, waited for. */
const sampleDays = [0, 1, 3, 6, 7] as const;
const nothing = async () => undefined;

/** Where sample episodes are written. */
export interface EpisodeStore {
  readonly connection: Connection;
  readonly vault: FieldVault;
}

/** People for a site, all invented: two are there, one is on the way; their days began so many hours ago. */
const guestsOfSite = [
  { name: '高文亮', hours: 60 },
  { name: '郭小梅', hours: 36 },
  { name: '任晓峰', hours: 5 },
] as const;

/**
 * Contacts who go to a site, assessed and not placed yet: the room in which somebody is put does the rest. Repeatable.
 * @returns their quarantines
 */
export async function storeGuests(
  store: EpisodeStore,
  staff: readonly SamplePerson[],
  now: Date,
): Promise<readonly string[]> {
  const { policy, rule } = ruleFor('CLOSE_CONTACT');
  let clock = now;
  const deps = sampleEpisodeDeps(
    store,
    () => clock,
    async () => policy,
  );
  const ids: string[] = [];
  for (const { name, hours } of guestsOfSite) {
    const id = derivedId(county, name, 'guest of a site');
    ids.push(id);
    if (await episodes(deps).byId(county, id)) continue;
    const anchor = addHours(now, -hours);
    clock = anchor;
    await openEpisode(deps)({
      ...{ id, county, area: storyGrid, parties: [], keys: [], rule, who: { name }, category: 'CLOSE_CONTACT' },
      policy: { code: policy.code, version: policy.version },
      count: { anchor, foundAt: anchor, dayOneRule: 'NEXT_DAY', missedTestHour: policy.parameters.missedTestHour },
      reason: { code: 'CONTACT', values: {} },
    });
    const actor = actorWith('GRID_WORKER', storyGrid, staff);
    await episodes(deps).act({ county, id, action: 'assess', actor, opId: derivedId(county, id, 'assess'), body: {} });
  }
  return ids;
}

function ruleFor(category: QuarantineCategory) {
  const policy = presets.find(({ code }) => code === firstSet.code);
  const rule = policy?.rules.find((one) => one.category === category);
  if (!policy || !rule) throw new Error(`there is no ${firstSet.code}`);
  return { policy, rule };
}

/** Somebody in quarantine in each of some homes, each on another day. Repeatable: who is there already stays as it is. */
export async function storeEpisodes(
  { connection, vault }: EpisodeStore,
  homes: readonly SampleHousehold[],
  staff: readonly SamplePerson[],
  now: Date,
): Promise<void> {
  const { policy, rule } = ruleFor('CITY_WITH_CASES');
  let clock = now;
  const deps = sampleEpisodeDeps(
    { connection, vault },
    () => clock,
    async () => policy,
  );
  for (const [place, home] of homes.slice(0, sampleDays.length).entries()) {
    const id = derivedId(county, home.id, 'episode');
    if (await episodes(deps).byId(county, id)) continue;
    const anchor = addHours(now, -24 * (sampleDays[place] ?? 0) - 1);
    clock = anchor;
    await openEpisode(deps)({
      ...{ id, county, area: areaId(home.area), household: home.id, parties: [], keys: [], rule },
      ...{ who: { name: home.contactName, phone: home.phone }, category: 'CITY_WITH_CASES' },
      policy: { code: policy.code, version: policy.version },
      count: { anchor, foundAt: anchor, dayOneRule: 'NEXT_DAY', missedTestHour: policy.parameters.missedTestHour },
      reason: { code: 'CITY_WITH_CASES', values: {} },
    });
    if (place > 0) await startAtHome(deps, id, { area: home.area, staff });
  }
}

/** Episodes as sample data writes them: whatever follows from them is the server's, by what stands in their outboxes. */
export function sampleEpisodeDeps(
  { connection, vault }: EpisodeStore,
  now: () => Date,
  policyAt: EpisodeDeps['policyAt'],
): EpisodeDeps {
  return {
    ...{ connection, now, policyAt, areaName: String },
    seal: async (of, text, use) => (await vault.of(of, 'epidemic')).seal(text, `episode/${use}`),
    unseal: async (of, text, use) => (await vault.of(of, 'epidemic')).open(text, `episode/${use}`),
    ...{
      moveLink: nothing,
      setInQuarantine: nothing,
      askCodeClearing: nothing,
      openInvestigation: nothing,
      openHomeEvent: nothing,
      householdFacts: nothing,
      fileOf: nothing,
    },
    ...{ gridPhone: nothing, lastRequestAt: nothing, bringToHousehold: async () => false },
    ...{ doorCodes: async () => new Map(), recordLook: async () => now() },
    doorSigns: async () => ({ isAlerting: false }),
    refusals: { withdrawAll: async () => undefined },
    transfers: { open: nothing, withdraw: nothing, callOff: nothing, wasThere: nothing },
    rooms: { roomOf: nothing, sampleRoom: nothing, leaveRooms: nothing },
    ...{ samePerson: nothing, outrunMerges: nothing, showSamePerson: nothing },
  };
}

/** Seen by both, the notice signed, the landing swab negative. */
async function startAtHome(
  deps: EpisodeDeps,
  id: string,
  { area, staff }: { readonly area: string; readonly staff: readonly SamplePerson[] },
): Promise<void> {
  const by = (role: Role) => actorWith(role, area, staff);
  const answers = Object.fromEntries(homeConditions.map((condition) => [condition, true]));
  const landing = derivedId(county, id, 'swab');
  const acts = [
    ['viewHome', by('GRID_WORKER'), { answers }],
    ['viewHome', by('DOCTOR'), { answers }],
    ['assess', by('GRID_WORKER'), {}],
    ['startHome', by('GRID_WORKER'), { notice: 'SIGNED', door: 'VISITS', careContact: '同楼的亲戚' }],
    ['swab', by('SAMPLER'), {}],
    ['bookResult', by('LAB'), { swab: landing, result: 'NEGATIVE' }],
  ] as const;
  for (const [place, [action, actor, body]] of acts.entries()) {
    const opId = action === 'swab' ? landing : derivedId(county, id, action, String(place));
    await episodes(deps).act({ county, id, action, actor, opId, body });
  }
}

/** Somebody of the staff with this role, for this place. */
function actorWith(role: Role, area: string, staff: readonly SamplePerson[]): PersonActor {
  const found = staff.find(({ grants }) => grants.some((one) => one.role === role && area.startsWith(one.area)));
  if (!found) throw new Error(`nobody is ${role} of ${area}`);
  return bareActor(county, found.id, found.grants);
}
