import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { testCounty } from '../../testing/test-app';
import type { AreaRecord } from '../areas';
import {
  anEpisode,
  anId,
  as,
  clockTo,
  does,
  get,
  type Scene,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  theApp,
  theBeds,
  told,
  travellerOf,
} from './testing/stage';
import { atHomeNow, swabbed } from './testing/steps';

const place = (id: string): AreaRecord => {
  const _id = areaId(id);
  return {
    ...{ _id, county: testCounty, level: levelOf(_id), name: '样例', scope: scopeOf(_id), adjacent: [] },
    validFrom: new Date(0),
  };
};
const house = `${testCounty}900201-g01-b90`;
setTheStage(scopeOf(areaId(house)).map(place));

interface Trip {
  readonly _id: string;
  readonly variant: string;
  readonly state: string;
  readonly scope: readonly string[];
  readonly detail: Readonly<Record<string, unknown>> & { readonly passengers: readonly string[] };
}
const records = (kind: string) =>
  theApp().connection.collection('transfers').find({ kind }).sort({ createdAt: 1, _id: 1 }).toArray() as Promise<
    unknown[]
  >;
const trips = async () => (await records('TRANSFER')) as Trip[]; // of this feature
const passengers = async () => (await records('PASSENGER')) as (Trip & { readonly about: string })[]; // of this feature
const onlyTrip = async () => {
  const [one, ...others] = await trips();
  if (!one || others.length > 0) throw new Error(`${others.length + (one ? 1 : 0)} trips`);
  return one;
};

let manager: Somebody;
let county: Somebody;
beforeAll(async () => {
  county = await somebody('COUNTY_DISPATCHER', testCounty);
  manager = await somebody('SITE_MANAGER', house);
});
beforeEach(async () => {
  for (const name of ['sites', 'rooms', 'bedClaims', 'transfers'])
    await theApp().connection.collection(name).deleteMany({});
});

/** In room 301 of a site since the first evening. */
async function inRoom(): Promise<{ readonly scene: Scene; readonly room: string }> {
  const site = { id: anId(), name: '卦山隔离点', area: house, threshold: 0, rooms: ['301'] };
  await as(county, 'POST', '/sites', site);
  const found = '2022-08-10 20:00';
  const scene = await anEpisode({ policy: 'V9_NATIONAL', category: 'CLOSE_CONTACT', anchor: found, found });
  await does(scene.worker, scene.id, 'assess');
  const passenger = anId();
  await theBeds().keep({ county: testCounty, site: site.id, for: passenger, about: travellerOf(scene.id) });
  const moved = await theBeds().moveIn(testCounty, passenger, site.id);
  await settle();
  return { scene, room: moved?.room ?? '' };
}

/** Every swab of a close contact negative, the room sampled, seven days over. */
async function toTheEnd(scene: Scene, room: string): Promise<void> {
  for (const date of ['11', '12', '13', '15']) await swabbed(scene, `2022-08-${date} 09:00`, `2022-08-${date} 15:00`);
  await swabbed(scene, '2022-08-17 01:00', '2022-08-17 05:00');
  await as(manager, 'POST', `/rooms/${room}/sample`, { opId: anId() });
  await clockTo('2022-08-18 00:30');
}

describe('a trip follows from where somebody is to be', () => {
  test('positive: a case by 120 at once, which nobody approves; told twice it is one', async () => {
    const { investigator, worker, id } = await atHomeNow();
    await does(investigator, id, 'confirm-positive');
    const { _id, ...trip } = await onlyTrip();
    expect(trip).toMatchObject({
      ...{ state: 'REQUESTED', variant: 'AMBULANCE' },
      detail: { kind: 'CASE', goal: 'HOSPITAL' },
    });
    expect(told(_id)).toEqual([]);
    expect(JSON.stringify(trip)).not.toContain('薛');
    const seen = await get(worker, `/transfers/${_id}`);
    expect(seen.body).toMatchObject({
      byAmbulance: true,
      actions: ['ambulanceTakes'],
      passengers: [{ nameMasked: '薛**' }],
    });
    const act = async (action: string) => {
      const opId = anId();
      const once = await as(worker, 'POST', `/transfers/${_id}/${action}`, { opId });
      await settle();
      expect((await as(worker, 'POST', `/transfers/${_id}/${action}`, { opId })).body.receipt).toEqual(
        once.body.receipt,
      );
      return once.body.view;
    };
    expect(await act('ambulance-takes')).toMatchObject({ state: 'EN_ROUTE' });
    expect(told(_id)).toEqual(
      expect.arrayContaining(['DOCTOR:TRANSFER_120', 'TRANSFER_DESK:TRANSFER_120', 'GRID:TRANSFER_120']),
    );
    await act('ambulance-arrives');
    expect([await onlyTrip(), ...(await passengers())]).toMatchObject([{ state: 'CLOSED' }, { state: 'TAKEN_OVER' }]);
  });

  test('taken by 120: what is stored has happened already; admitted, it is over', async () => {
    const { worker, doctor, id } = await atHomeNow();
    await does(worker, id, 'taken-by120');
    expect(await onlyTrip()).toMatchObject({ state: 'EN_ROUTE', variant: 'AMBULANCE', detail: { kind: 'MEDICAL' } });
    expect(await passengers()).toMatchObject([{ state: 'BOARDED' }]);
    await does(doctor, id, 'admit');
    expect(await onlyTrip()).toMatchObject({ state: 'CLOSED' });
    expect(await passengers()).toMatchObject([{ state: 'TAKEN_OVER' }]);
  });

  test('approved leave in a car of ours: sent without another approval; back before it came, nobody goes', async () => {
    const { worker, id } = await atHomeNow();
    const desk = await somebody('TRANSFER_DESK', testCounty);
    await does(worker, id, 'approve-leave');
    const trip = await onlyTrip();
    expect(trip).toMatchObject({ state: 'REQUESTED', variant: 'MEDICAL', detail: { goal: 'HOSPITAL' } });
    expect((await get(desk, `/transfers/${trip._id}`)).body.actions).toContain('sendAtOnce');
    await does(worker, id, 'return-from-care');
    expect(await onlyTrip()).toMatchObject({ state: 'CANCELLED' });
    // another leave is another trip
    await does(worker, id, 'approve-leave');
    expect((await trips()).map(({ state }) => state).sort()).toEqual(['CANCELLED', 'REQUESTED']);
  });

  test('moved from a site: asked for once, from the room; who keeps the site sees it; settled by hand it is given up', async () => {
    const { scene } = await inRoom();
    const reason = { code: 'SPECIAL_GROUP' };
    await does(scene.leader, scene.id, 'move', { to: 'HOME', reason });
    const trip = await onlyTrip();
    expect(trip).toMatchObject({ state: 'REQUESTED', detail: { kind: 'SITE_MOVE', goal: 'HOME', minutes: 480 } });
    const seen = await get(manager, `/transfers/${trip._id}`);
    expect(seen).toMatchObject({ status: 200, body: { pickup: '卦山隔离点 301' } });
    await does(scene.worker, scene.id, 'settle-home');
    expect(await onlyTrip()).toMatchObject({ state: 'CANCELLED' });
    expect(await passengers()).toMatchObject([{ state: 'DROPPED_OUT' }]);
  });

  test('may go home from a site and has nobody to fetch them: asked for as the phase there ends', async () => {
    const { scene, room } = await inRoom();
    const said = await does(scene.resident, scene.id, 'say-way-home', { way: 'FETCHED' });
    expect(said.body.view).toMatchObject({ wayHome: 'FETCHED' });
    expect(await trips()).toEqual([]);
    await toTheEnd(scene, room);
    expect(await stateOf(scene.id)).toBe('MONITORING');
    const trip = await onlyTrip();
    expect(trip).toMatchObject({ variant: 'RELEASE_HOME', detail: { goal: 'HOME' } });
    expect((await get(manager, `/transfers/${trip._id}`)).body.pickup).toBe('卦山隔离点 301');
    // fetched by a son after all
    await does(scene.resident, scene.id, 'say-way-home', { way: 'OWN' });
    expect(await onlyTrip()).toMatchObject({ state: 'CANCELLED' });
  });

  test('has a way home: nobody is sent for them', async () => {
    const { scene, room } = await inRoom();
    await does(scene.resident, scene.id, 'say-way-home', { way: 'OWN' });
    await toTheEnd(scene, room);
    expect(await stateOf(scene.id)).toBe('MONITORING');
    expect(await trips()).toEqual([]);
  });

  test('positive while a car was to move them: the car is given up, and 120 has its own trip', async () => {
    const { scene } = await inRoom();
    await does(scene.leader, scene.id, 'move', { to: 'HOME', reason: { code: 'SPECIAL_GROUP' } });
    await does(scene.investigator, scene.id, 'confirm-positive');
    expect((await trips()).map(({ variant, state }) => `${variant} ${state}`).sort()).toEqual([
      'AMBULANCE REQUESTED',
      'SITE_MOVE CANCELLED',
    ]);
    expect((await stored(scene.id)).state).toBe('POSITIVE_TRANSFER');
  });

  test('dead: whoever was to fetch them does not come', async () => {
    const { scene } = await inRoom();
    await does(scene.leader, scene.id, 'move', { to: 'HOME', reason: { code: 'SPECIAL_GROUP' } });
    await does(scene.leader, scene.id, 'record-death');
    expect(await onlyTrip()).toMatchObject({ state: 'CANCELLED' });
  });

  test('how somebody comes home is for them, their grid and their site to say, in one of two words', async () => {
    const { scene } = await inRoom();
    const say = (person: Somebody, way: unknown) =>
      as(person, 'POST', `/quarantine-episodes/${scene.id}/say-way-home`, { opId: anId(), way });
    expect((await say(scene.resident, 'BY_PLANE')).status).toBe(422);
    expect((await say(scene.doctor, 'OWN')).status).toBe(403);
    expect((await say(await somebody('RESIDENT', house), 'OWN')).status).toBe(404);
    for (const person of [manager, scene.worker]) expect((await say(person, 'FETCHED')).status).toBe(200);
  });
});
