import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { ensureIndexes } from '../../platform/database';
import { idSource } from '../../platform/ids';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import type { BedWish } from '../quarantine';
import { makeRooms, openBeds, rooms, type SiteDeps, siteIndexes, siteOf, sites } from '.';
import { siteHandlers } from './site.handlers';
import { siteRepository } from './site.repository';

let database: TestDatabase;
let now = new Date('2022-04-18T02:00:00Z');
const county = '141122';
const anId = () => idSource(() => now)(county);

beforeAll(async () => {
  database = await openTestDatabase();
  await ensureIndexes(database.connection, siteIndexes);
});
afterAll(() => database.close());
beforeEach(() => {
  now = new Date('2022-04-18T02:00:00Z');
});

const deps = (): SiteDeps => ({
  ...{ connection: database.connection, now: () => now, areaName: String, knowsArea: () => true },
  ...{ followRoom: async () => undefined, guestsOf: async () => new Map() },
  ...{ everyName: async (_county, name) => ({ own: [name], others: [] }) },
  ...{ moveLink: async () => undefined, registerWalkIn: async ({ id, area }) => ({ person: id, area }) },
});
const beds = () => openBeds(deps());
const minutes = (count: number) => {
  now = new Date(now.getTime() + count * 60_000);
};

/** A site of so many clean rooms. */
async function aSite(count: number, threshold = 0): Promise<string> {
  const labels = Array.from({ length: count }, (_, at) => String(301 + at));
  const draft = { id: anId() as never, name: '县招待所', area: areaId(`${county}100201-g01-b90`), threshold };
  const site = siteOf({ ...draft, rooms: labels, county, openedBy: county, draftHash: 'x' }, now);
  await sites(deps()).insert(site);
  await makeRooms(deps(), site);
  return site._id;
}

const roomsOf = (site: string) => siteRepository(database.connection).roomsOf(county, site);
const states = async (site: string) => (await roomsOf(site)).map(({ state }) => state).sort();
const wish = (site: string, more: Partial<BedWish> = {}): BedWish => ({ county, site, for: anId(), ...more });

/** What is due now happens: of rooms, the keeping that has run out. */
async function timersFire(site: string): Promise<void> {
  for (const room of await roomsOf(site)) {
    for (const entry of room.outbox) {
      if (entry.kind === 'timer' && entry.due <= now) await siteHandlers(deps()).roomTimer(room, entry);
    }
  }
}

/** What a person does to a room. */
const does = async (room: string, action: 'occupy' | 'moveOut' | 'finishCleaning') => {
  const grants = [{ role: 'SITE_MANAGER' as const, area: areaId(county) }];
  const person = { personId: anId(), county, grants, ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 0 };
  await rooms(deps()).act({ county, id: room, action, actor: person, opId: anId() });
};

describe('when fifty ask for ten rooms at once', () => {
  test('exactly ten get one, nobody gets another one’s, and a room that comes back goes to exactly one', async () => {
    const site = await aSite(10);
    const wishes = Array.from({ length: 50 }, () => wish(site));
    const kept = await Promise.all(wishes.map((one) => beds().keep(one)));
    const given = kept.flatMap((bed) => bed?.room ?? []);
    expect([given.length, new Set(given).size]).toEqual([10, 10]);
    expect(await states(site)).toEqual(Array(10).fill('RESERVED'));
    const held = (await roomsOf(site)).map(({ detail }) => detail.heldFor).sort();
    expect(held).toEqual(wishes.flatMap((one, at) => (kept[at] ? one.for : [])).sort());
    const [first] = wishes.filter((_, at) => kept[at]);
    await beds().giveBack(county, first?.for ?? '');
    const others = wishes.filter((one, at) => !kept[at] && one.for !== first?.for);
    const again = await Promise.all(others.map((one) => beds().keep(one)));
    expect(again.filter((bed) => bed).length).toBe(1);
    expect(new Set((await roomsOf(site)).map(({ detail }) => detail.heldFor)).size).toBe(10);
  });

  test('ten of them for one person have one room, and when they all move in, they moved in once', async () => {
    const site = await aSite(10);
    const mine = wish(site);
    const kept = await Promise.all(Array.from({ length: 10 }, () => beds().keep(mine)));
    expect(new Set(kept.map((bed) => bed?.room)).size).toBe(1);
    expect((await states(site)).filter((state) => state === 'RESERVED')).toHaveLength(1);
    const moved = await Promise.all(Array.from({ length: 10 }, () => beds().moveIn(county, mine.for, site)));
    expect(new Set(moved.map((bed) => bed?.room))).toEqual(new Set([kept[0]?.room]));
    const room = (await roomsOf(site)).find(({ _id }) => _id === kept[0]?.room);
    expect(room?.history.filter(({ action }) => action === 'occupy')).toHaveLength(1);
  });
});

test('who asks for the last bed several times at once is told that bed each time, and never that there is none', async () => {
  for (let round = 0; round < 30; round++) {
    const site = await aSite(1);
    const mine = wish(site);
    const kept = await Promise.all(Array.from({ length: 4 }, () => beds().keep(mine)));
    const [room] = await roomsOf(site);
    expect(kept.map((bed) => bed?.room)).toEqual(Array(4).fill(room?._id));
  }
});

test('when eight ask six times each for four rooms at once, everybody is told one room, and has no other', async () => {
  const site = await aSite(4);
  const wishes = Array.from({ length: 8 }, () => wish(site));
  const asked = wishes.flatMap((one) => Array.from({ length: 6 }, () => one));
  const answers = await Promise.all(asked.map(async (one) => ({ for: one.for, room: (await beds().keep(one))?.room })));
  const told = new Map(wishes.map((one) => [one.for, new Set<string>()]));
  for (const answer of answers) if (answer.room) told.get(answer.for)?.add(answer.room);
  expect([...told.values()].filter(({ size }) => size > 1)).toEqual([]);
  const held = (await roomsOf(site)).map(({ _id, detail }) => [detail.heldFor, _id]);
  const promised = [...told].flatMap(([one, rooms]) => [...rooms].map((room) => [one, room]));
  expect(held.sort()).toEqual(promised.sort());
  expect(promised).toHaveLength(4);
});

test('asking again prolongs: the first two hours pass, the second two hours end it', async () => {
  const site = await aSite(2);
  const mine = wish(site, { about: anId() });
  const first = await beds().keep(mine);
  expect(first?.until).toEqual(new Date('2022-04-18T04:00:00Z'));
  minutes(90);
  const second = await beds().keep(mine);
  expect(second).toEqual({ ...first, until: new Date('2022-04-18T05:30:00Z') });
  minutes(60);
  await timersFire(site);
  expect(await states(site)).toEqual(['CLEAN', 'RESERVED']);
  minutes(60);
  await timersFire(site);
  expect(await states(site)).toEqual(['CLEAN', 'CLEAN']);
  expect((await roomsOf(site)).map(({ detail }) => Object.keys(detail))).toEqual([['label'], ['label']]);
});

test('who comes after the keeping ran out gets any clean room and is still known; when none is left, none is promised', async () => {
  const site = await aSite(1);
  const about = anId();
  const late = wish(site, { about });
  await beds().keep(late);
  minutes(121);
  await timersFire(site);
  const other = wish(site);
  expect(await beds().keep(other)).toBeDefined();
  expect(await beds().moveIn(county, late.for, site)).toBeUndefined();
  await beds().giveBack(county, other.for);
  expect(await beds().moveIn(county, late.for, site)).toMatchObject({ label: '301' });
  expect(await roomsOf(site)).toMatchObject([{ state: 'OCCUPIED', detail: { person: about, heldFor: late.for } }]);
  expect(await beds().keep(wish(site))).toBeUndefined();
});

test('moving in is told once more long after they have left: nobody gets a second room by it', async () => {
  const site = await aSite(2);
  const mine = wish(site);
  await beds().keep(mine);
  const moved = await beds().moveIn(county, mine.for, site);
  await does(moved?.room ?? '', 'moveOut');
  await does(moved?.room ?? '', 'finishCleaning');
  expect(await beds().moveIn(county, mine.for, site)).toEqual(moved);
  expect(await states(site)).toEqual(['CLEAN', 'CLEAN']);
});

test('a bed that somebody lives in is not given back, and one that is kept for another neither', async () => {
  const site = await aSite(2);
  const [mine, theirs] = [wish(site), wish(site)];
  await beds().keep(mine);
  await beds().keep(theirs);
  await beds().moveIn(county, mine.for, site);
  await beds().giveBack(county, mine.for);
  expect(await states(site)).toEqual(['OCCUPIED', 'RESERVED']);
  await beds().giveBack(county, theirs.for);
  await beds().giveBack(county, theirs.for);
  expect(await states(site)).toEqual(['CLEAN', 'OCCUPIED']);
});

test('sent to another site: the bed there is taken first and the old one given back; when it is full, the old one stays', async () => {
  const [here, there, full] = [await aSite(1), await aSite(1), await aSite(0)];
  const mine = wish(here);
  const first = await beds().keep(mine);
  expect(await beds().keep({ ...mine, site: full })).toBeUndefined();
  expect(await states(here)).toEqual(['RESERVED']);
  const second = await beds().keep({ ...mine, site: there });
  expect(second?.room).not.toBe(first?.room);
  expect([await states(here), await states(there)]).toEqual([['CLEAN'], ['RESERVED']]);
});

test('another county has no bed here, and a closed site takes nobody new while it keeps its word', async () => {
  const site = await aSite(2);
  const mine = wish(site);
  await beds().keep(mine);
  expect(await beds().keep({ ...wish(site), county: '150100' })).toBeUndefined();
  await database.connection
    .collection<{ _id: string }>('sites')
    .updateOne({ _id: site }, { $set: { state: 'CLOSED' } });
  expect(await beds().keep(wish(site))).toBeUndefined();
  expect(await beds().moveIn(county, mine.for, site)).toBeDefined();
  expect((await beds().list(county)).some((one) => one.site === site)).toBe(false);
});

test('sites are listed with their free rooms, those short of rooms last', async () => {
  await database.connection.collection('sites').deleteMany({});
  const [roomy, short] = [await aSite(4, 2), await aSite(4, 4)];
  await beds().keep(wish(roomy));
  await beds().keep(wish(short));
  expect(await beds().list(county)).toMatchObject([
    { site: roomy, free: 3, rooms: 4, low: false, name: '县招待所', area: `${county}100201-g01-b90` },
    { site: short, free: 3, rooms: 4, low: true },
  ]);
});
