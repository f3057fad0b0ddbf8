import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { stepsOf } from '../acting';
import type { Deps } from '../feature';
import { codeRequestRepository } from '../features/code-requests';
import { deliveryRepository } from '../features/deliveries';
import { type EpisodeDeps, type OpenQuarantine, quarantinesIn, quarantinesOfPeople } from '../features/episodes';
import { householdRepository } from '../features/households';
import type { FoundPerson, Holding, MergePeople, Somebody } from '../features/person-merges';
import { pickupSlotRepository } from '../features/pickup-slots';
import { besideTravellers, openTravellersOf, recordsOfPerson, travellerIdsIn } from '../features/returnees';
import { siteRepository, takenRooms } from '../features/sites';
import { transferRepository } from '../features/transfers';
import { openPeople } from './merge-accounts';

/** More than a household has open at a time. */
const deliveriesAtMost = 100;

type Parts = Pick<Deps, 'connection' | 'vault' | 'identity'> & { readonly episodes: () => EpisodeDeps };

/** Whatever keeps something about people, asked together (handbook 2.11: what both have). */
export function mergePeople(deps: Deps, episodes: () => EpisodeDeps): MergePeople {
  const parts = { ...deps, episodes };
  return {
    find: (county, people) => find(parts, county, people),
    namesOf: (county, ids) => recordsOfPerson(deps, county, ids),
    holdingsOf: (county, names) => holdingsOf(parts, county, names),
    peopleIn: (county, areas, grid) => peopleIn(parts, county, areas, grid),
  };
}

const travellersOf = ({ connection, vault }: Parts, county: string, ids: readonly string[]) =>
  openTravellersOf({ connection, cipherOf: (of) => vault.of(of, 'epidemic') }, county, ids);

async function find(parts: Parts, county: string, people: readonly Somebody[]): Promise<(FoundPerson | undefined)[]> {
  const idsOf = (kind: Somebody['kind']) => people.filter((one) => one.kind === kind).map(({ id }) => id);
  const wanted = idsOf('EPISODE');
  const inside = (await quarantinesOfPeople(parts.episodes(), county, wanted)).filter(({ record }) =>
    wanted.includes(record._id),
  );
  const about = inside.flatMap(({ record }) => record.about ?? []);
  const [coming, members] = await Promise.all([
    travellersOf(parts, county, [...idsOf('TRAVELLER'), ...about]),
    openPeople(parts).find(county, idsOf('PERSON')),
  ]);
  const travellers = new Map(coming.map((one) => [one.record._id, asTraveller(one)]));
  return people.map(({ kind, id }) => {
    if (kind === 'TRAVELLER') return travellers.get(id);
    if (kind === 'PERSON') return members.find((one) => one.id === id);
    const found = inside.find(({ record }) => record._id === id);
    return found && (travellers.get(found.record.about ?? '') ?? asQuarantined(found));
  });
}

async function holdingsOf(parts: Parts, county: string, names: readonly string[]): Promise<Holding[]> {
  const accounts = openPeople(parts);
  const [coming, inside, members] = await Promise.all([
    travellersOf(parts, county, names),
    quarantinesOfPeople(parts.episodes(), county, names),
    accounts.find(county, names),
  ]);
  const open = inside.filter(({ record }) => record.detail.endedAt === undefined);
  const travellers = coming.map(({ record }) => record);
  const records = [...travellers, ...open.map(({ record }) => record)];
  const homes = [
    ...new Set([...records.flatMap(({ household }) => household ?? []), ...members.flatMap((one) => one.homes)]),
  ];
  const everyName = [...names, ...inside.map(({ record }) => record._id)];
  const [beside, placed, ofHomes, ofAccounts] = await Promise.all([
    besideTravellers(parts, county, travellers),
    placesAndCodes(parts, county, everyName),
    goodsOf(parts, county, homes),
    accounts.holdingsOf(county, members, homes),
  ]);
  const area = records[0]?.area ?? members[0]?.area;
  return [
    ...travellers.map((one) => held('TRAVELLER', one)),
    ...open.map(({ record, endsAt }) => ({ ...held('EPISODE', record), endsAt })),
    ...beside.trips.map((one) => held('TRIP', one)),
    ...beside.trackers.map((one) => held('TRACKER', one)),
    // a room lies at a site: whoever looks after the person has to know of it
    ...placed.map((one) => (one.kind === 'ROOM' && area ? { ...one, area } : one)),
    ...ofHomes,
    ...ofAccounts,
  ];
}

async function placesAndCodes({ connection }: Parts, county: string, names: readonly string[]): Promise<Holding[]> {
  const transfers = transferRepository(connection);
  const [rooms, seats, codes] = await Promise.all([
    siteRepository(connection).ofPeople(county, names),
    transfers.openPassengersOf(county, names),
    codeRequestRepository(connection).openAbout(county, names),
  ]);
  return [
    ...rooms.filter(({ state }) => takenRooms.includes(state)).map((one) => held('ROOM', one)),
    ...seats.map((one) => held('SEAT', one)),
    ...codes.map((one) => held('CODE_REQUEST', one)),
  ];
}

async function goodsOf({ connection }: Parts, county: string, homes: readonly string[]): Promise<Holding[]> {
  const state = { $in: openStates(deliveryLifecycle) };
  const ofHome = homes.map(async (household) => {
    const [deliveries, slots] = await Promise.all([
      deliveryRepository(connection).list({ county, household, state }, { createdAt: 1 }, deliveriesAtMost),
      pickupSlotRepository(connection).openOf(county, household),
    ]);
    return [...deliveries.map((one) => held('DELIVERY', one)), ...slots.map((one) => held('SLOT', one))];
  });
  return (await Promise.all(ofHome)).flat();
}

async function peopleIn(
  parts: Parts,
  county: string,
  areas: readonly string[],
  grid: string | undefined,
): Promise<Somebody[]> {
  const homes = householdRepository(parts.connection, parts.vault);
  const [coming, inside, ids] = await Promise.all([
    travellerIdsIn(parts, county, areas),
    quarantinesIn(parts, county, areas),
    grid !== undefined && scopeOf(areaId(grid)).some((above) => areas.includes(above)) ? homes.idsIn(county, grid) : [],
  ]);
  const members = await parts.identity.membersOf(county, ids);
  const of = (kind: Somebody['kind']) => (id: string) => ({ kind, id });
  return [...coming.map(of('TRAVELLER')), ...inside.map(of('EPISODE')), ...members.map(of('PERSON'))];
}

const held = (
  kind: Holding['kind'],
  { _id: id, state, area }: { readonly _id: string } & Pick<Holding, 'state' | 'area'>,
) => ({
  ...{ kind, id, state, area },
});

type Coming = Awaited<ReturnType<typeof openTravellersOf>>[number];

function asTraveller({ record, said }: Coming): FoundPerson {
  const { _id: id, area, state, scope, history } = record;
  const { name, phone, idNumber, birthYear } = said ?? {};
  const who = {
    ...(name ? { name } : {}),
    ...(phone ? { phone } : {}),
    ...(idNumber ? { idNumber } : {}),
    ...(birthYear ? { birthYear } : {}),
  };
  return { kind: 'TRAVELLER', id, area, state, scope, names: [id], steps: stepsOf(history), ...(said ? { who } : {}) };
}

/** Known to a quarantine alone: its traveller's record has been destroyed, or there never was one. */
function asQuarantined({ record, who }: OpenQuarantine): FoundPerson {
  const { _id: id, about, area, state, history } = record;
  const names = about === undefined ? [id] : [id, about];
  return {
    ...{ kind: 'EPISODE', id, area, state, scope: scopeOf(areaId(area)), names, steps: stepsOf(history) },
    ...(who ? { who } : {}),
  };
}
