import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { testCounty } from '../../testing/test-app';
import {
  anId,
  app,
  collection,
  grid,
  inHours,
  link,
  now,
  onLink,
  pointers,
  post,
  type Somebody,
  setTheStage,
  settle,
  somebody,
} from '../returnees/testing/scene';
import { makeRooms, type SiteDeps, siteOf, sites } from '../sites';
import { goes, is, onTrip, passengerOf, people, tripOf } from '../transfers/testing/fleet-scene';
import { act, applied, aTraveller, type Twice } from './testing/twice';

setTheStage(undefined, true);

/** Who has a place on a trip that is still to come, of these. */
const seatsOf = async ({ first, second }: Twice) =>
  (await people()).filter(({ about, state }) => [first, second].includes(about) && state === 'LISTED');

/** Nobody fetches either any more: what was asked for at the beginning was given up. */
async function withoutSeats(): Promise<Twice> {
  const twice = await aTraveller();
  const desk = await somebody('TRANSFER_DESK');
  for (const one of [twice.first, twice.second])
    await goes(desk, (await tripOf(one))._id, 'cancel', { reason: { code: 'NOT_NEEDED' } });
  return twice;
}

const anAsk = (...those: string[]) => ({
  ...{ id: anId(), kind: 'MEDICAL', goal: 'HOSPITAL', byAmbulance: false, from: inHours(1) },
  ...{ people: those.map((person) => ({ person, needs: [] as string[] })), destination: '县人民医院' },
});
async function ask(who: Somebody, body: object) {
  const answer = await post(who, '/transfers', body);
  await settle();
  return answer;
}

describe('a seat', () => {
  test('is one for both names: asked for under the other one, the trip that is there is named', async () => {
    const twice = await withoutSeats();
    const { leader, first, second } = twice;
    const id = await applied(twice);
    const asked = anAsk(first);
    expect((await ask(leader, asked)).status).toBe(200);
    expect(await ask(leader, anAsk(second))).toMatchObject({ status: 409, body: { open: asked.id, next: 'open' } });
    expect(await seatsOf(twice)).toHaveLength(1);
    const desk = await somebody('TRANSFER_DESK');
    await goes(desk, asked.id, 'cancel', { reason: { code: 'NOT_NEEDED' } });
    const again = anAsk(second);
    expect((await ask(leader, again)).status).toBe(200);
    expect(await ask(leader, anAsk(first))).toMatchObject({ status: 409, body: { open: again.id } });
    // two after all: what the one has is nothing to the other
    await act(leader, id, 'undo', { reason: { code: 'TWO_PEOPLE' } });
    expect((await ask(leader, anAsk(first))).status).toBe(200);
    expect((await seatsOf(twice)).map(({ about }) => about).sort()).toEqual([first, second].sort());
  });

  test('that was asked for before they were one is theirs under the other name as well', async () => {
    const twice = await withoutSeats();
    const asked = anAsk(twice.first);
    expect((await ask(twice.leader, asked)).status).toBe(200);
    await applied(twice);
    expect(await ask(twice.leader, anAsk(twice.second))).toMatchObject({ status: 409, body: { open: asked.id } });
    expect(await seatsOf(twice)).toHaveLength(1);
  });

  test('both on one list are one too many', async () => {
    const twice = await withoutSeats();
    await applied(twice);
    const answer = await ask(twice.leader, anAsk(twice.first, twice.second));
    expect([answer.status, pointers(answer)]).toEqual([422, ['/people/1/person']]);
    expect(await seatsOf(twice)).toEqual([]);
  });

  test('of a dozen who ask at once for the one or the other, one has a trip and the others are told of it', async () => {
    const askers = await Promise.all(Array.from({ length: 12 }, () => somebody('GRID_LEADER')));
    for (let round = 0; round < 3; round++) {
      const twice = await withoutSeats();
      await applied(twice);
      const name = (nth: number) => (nth % 2 === 0 ? twice.first : twice.second);
      const answers = await Promise.all(askers.map((who, nth) => post(who, '/transfers', anAsk(name(nth)))));
      await settle();
      const won = answers.filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      const lost = answers.filter(({ status }) => status === 409);
      expect(lost.map(({ body }) => body.open)).toEqual(Array(11).fill(won[0]?.body.id));
      expect(await seatsOf(twice)).toHaveLength(1);
    }
  });

  test('is not asked for by the chain of the other name, and is once they are two', async () => {
    const twice = await withoutSeats();
    const { leader, first, second } = twice;
    const id = await applied(twice);
    expect((await ask(leader, anAsk(first))).status).toBe(200);
    expect((await onLink(twice.worker, (await link(second, 'TRANSFER'))._id, 'retry-by-hand')).status).toBe(200);
    await settle();
    expect((await seatsOf(twice)).map(({ about }) => about)).toEqual([first]);
    await act(leader, id, 'undo', { reason: { code: 'TWO_PEOPLE' } });
    expect((await seatsOf(twice)).map(({ about }) => about).sort()).toEqual([first, second].sort());
  });
});

describe('a bed', () => {
  beforeEach(async () => {
    for (const name of ['sites', 'rooms', 'bedClaims']) await collection(name).deleteMany({});
  });

  /** A house with so many clean rooms. */
  async function aHouse(count: number): Promise<string> {
    const deps = { connection: app().connection, now } as SiteDeps; // nothing else is asked for by what is stored
    const rooms = Array.from({ length: count }, (_, nth) => String(301 + nth));
    const draft = { id: anId() as never, name: '样例隔离点', area: areaId(`${grid}-b90`), threshold: 0, rooms };
    const site = siteOf({ ...draft, county: testCounty, openedBy: anId(), draftHash: 'x' }, now());
    await sites(deps).insert(site);
    await makeRooms(deps, site);
    return site._id;
  }
  const roomsIn = async (state: string) =>
    (await collection('rooms')
      .find({ state } as object)
      .toArray()) as unknown as {
      _id: string;
      detail: { person?: string };
    }[];

  test('is one for both names: the trip of the other one is not approved while it is kept', async () => {
    const twice = await aTraveller();
    const { first, second } = twice;
    const [site, township, desk] = [
      await aHouse(4),
      await somebody('TOWNSHIP_DISPATCHER'),
      await somebody('TRANSFER_DESK'),
    ];
    const [one, other] = [await tripOf(first), await tripOf(second)];
    await applied(twice);
    await goes(township, one._id, 'approve', { site });
    expect(await onTrip(township, other._id, 'approve', { site })).toMatchObject({
      status: 409,
      body: { open: one._id, next: 'open', state: 'REQUESTED' },
    });
    expect((await roomsIn('RESERVED')).map(({ detail }) => detail.person)).toEqual([first]);
    await is(desk, (await passengerOf(first))._id, 'drop-out', { reason: { code: 'NOT_ASKED' } });
    await goes(township, other._id, 'approve', { site });
    expect((await roomsIn('RESERVED')).map(({ detail }) => detail.person)).toEqual([second]);
  });

  test('of two trips that are approved at once at most one has kept it', async () => {
    for (let round = 0; round < 3; round++) {
      const twice = await aTraveller();
      const [site, township] = [await aHouse(6), await somebody('TOWNSHIP_DISPATCHER')];
      const trips = [await tripOf(twice.first), await tripOf(twice.second)];
      await applied(twice);
      const answers = await Promise.all(trips.map(({ _id }) => onTrip(township, _id, 'approve', { site })));
      await settle();
      const won = answers.filter(({ status }) => status === 200);
      expect(answers.every(({ status }) => [200, 409].includes(status))).toBe(true);
      expect(won.length).toBeLessThanOrEqual(1);
      const kept = await roomsIn('RESERVED');
      expect(kept.filter(({ detail }) => [twice.first, twice.second].includes(detail.person ?? ''))).toHaveLength(
        won.length,
      );
    }
  });

  test('is one for both names when whoever keeps the site gives it by hand', async () => {
    const twice = await withoutSeats();
    await applied(twice);
    await aHouse(3);
    const manager = await somebody('SITE_MANAGER', `${grid}-b90`);
    const [a, b] = await roomsIn('CLEAN');
    const reserve = (room: string | undefined, person: string) =>
      post(manager, `/rooms/${room}/reserve`, { opId: anId(), person });
    expect((await reserve(a?._id, twice.first)).status).toBe(200);
    expect(await reserve(b?._id, twice.second)).toMatchObject({ status: 409, body: { open: a?._id, next: 'open' } });
    expect(await roomsIn('RESERVED')).toHaveLength(1);
    // from room to room they go under the name that has the room
    expect((await reserve(b?._id, twice.first)).status).toBe(200);
  });
});
