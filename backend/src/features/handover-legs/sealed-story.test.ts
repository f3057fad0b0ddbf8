import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import sharp from 'sharp';
import { testCounty } from '../../testing/test-app';
import type { AreaRecord } from '../areas';
import { secretsIn } from '../deliveries/testing/checks';
import {
  aCarrier,
  act,
  aDraft,
  aHome,
  anId,
  collection,
  does,
  get,
  now,
  post,
  receipt,
  type Somebody,
  see,
  setTheStage,
  settle,
  shop,
  somebody,
  stored,
  submit,
  upload,
  wait,
} from '../deliveries/testing/scene';

const sealed = areaId(`${testCounty}199201-g01`);
const beside = areaId(`${testCounty}199201-g02`);

function aGrid(_id: AreaRecord['_id'], adjacent: AreaRecord['_id'], more: Partial<AreaRecord>): AreaRecord {
  const about = { county: testCounty, level: levelOf(_id), name: '网格', scope: scopeOf(_id), adjacent: [adjacent] };
  return { _id, ...about, validFrom: new Date(0), ...more };
}

setTheStage([
  aGrid(sealed, beside, { zone: 'SEALED', handoverPoint: '东门货架' }),
  aGrid(beside, sealed, { zone: 'GUARDED' }),
]);

const aPhoto = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } })
    .jpeg()
    .toBuffer();
const reads = async (person: Somebody, file: string) => (await get(person, `/files/${file}`)).status;
const onLeg = (person: Somebody, leg: string, action: string, more: object = {}) =>
  post(person, `/handover-legs/${leg}/${action}`, { opId: anId(), ...more });

/** Enrolled, and on duty by saying so, as every volunteer of a morning. */
async function onDuty(place: string, loop?: string): Promise<Somebody> {
  const person = await aCarrier(place);
  const begin = { duty: { on: false }, ...(loop === undefined ? {} : { loop }) };
  await collection('volunteers').updateOne({ _id: person.id }, { $set: begin });
  const until = new Date(now().getTime() + 8 * 3_600_000).toISOString();
  const fit = { opId: anId(), until, temperatureTenths: 365, symptoms: false };
  expect(await post(person, '/volunteers/me/on-duty', fit)).toMatchObject({ status: 200, body: { onDuty: true } });
  return person;
}

const words = { doorWords: '钥匙在消防栓后面', voiceNote: anIdLater() };

/** An id in the shape of the contract; nothing is stored under it. */
function anIdLater(): string {
  return `${testCounty}-${'0'.repeat(25)}v`;
}

test('from asking in a sealed zone to having it: the router, two people on duty, one photo, one door', async () => {
  const home = await aHome(`${sealed}-b03`, 'INFANT');
  const [runner, inside] = [await onDuty(beside), await onDuty(sealed, sealed)];
  const draft = aDraft(home.household, { shop: shop(), ...words });
  expect(await submit(home.resident, draft)).toMatchObject({ status: 200, body: { mode: 'HANDOVER_POINT' } });
  const { id } = draft;
  await settle();

  // the router asks who is outside, and nobody inside
  expect((await get(inside, '/work/offers')).body.items).toEqual([]);
  expect((await get(runner, '/work/offers')).body.items).toMatchObject([{ id }]);
  await does(runner, id, 'accept');
  await does(runner, id, 'start-shopping');
  await settle();
  const [planned] = (await get(runner, '/work/handover-legs')).body.items;
  expect(planned).toMatchObject({ delivery: id, part: 'OUTSIDE', state: 'PLANNED', point: '东门货架', area: sealed });
  await does(runner, id, 'purchase', receipt());
  await does(runner, id, 'depart');
  await settle();

  // what the runner is shown holds neither the door nor what was said about it
  const shown = [
    await see(runner, id),
    await get(runner, '/work/mine'),
    await get(runner, '/work/handover-legs'),
    await get(runner, `/handover-legs/${planned.id}`),
  ].map(({ body }) => body);
  expect(secretsIn(shown, home)).toEqual([]);
  for (const said of Object.values(words)) expect(JSON.stringify(shown)).not.toContain(said);

  const photo = anId();
  expect(await upload(runner, photo, await aPhoto(), 'HANDOVER')).toBe(200);
  expect(await onLeg(runner, planned.id, 'leave-at-point', { bags: 2, photo })).toMatchObject({ status: 200 });
  await settle();
  const notices = (await get(inside, '/notices')).body.items;
  const values = { point: '东门货架', code: planned.code };
  expect(notices).toMatchObject([{ code: 'HANDOVER_FOR_YOU', record: planned.id, values }]);
  const household = await see(home.resident, id);
  expect(household.body).toMatchObject({ state: 'HANDOVER_PENDING' });
  expect(household.body.timeline.at(-1)).toMatchObject({ action: 'askHandover', reason: 'SEALED_ZONE' });

  expect(await onLeg(inside, planned.id, 'take-inside', { bags: 2 })).toMatchObject({ status: 200 });
  await settle();
  const carried = await see(inside, id);
  expect(carried.body).toMatchObject({ state: 'IN_TRANSIT', carrier: { self: true }, doorWords: words.doorWords });
  expect(secretsIn(carried.body, home)).toEqual(expect.arrayContaining(['name', 'phone', 'room']));
  await does(inside, id, 'drop', { photo: anId() });
  await wait(3);
  await does(home.resident, id, 'confirm');
  await settle();
  expect(await stored(id)).toMatchObject({ state: 'CONFIRMED', detail: { advancedBy: runner.id } });
  expect((await stored(planned.id)).state).toBe('DONE');

  await seesThePhoto(photo, { runner, inside, resident: home.resident });
});

/** Whoever brought the bags, whoever counted them, and the grid of the zone; nobody else, before or after. */
async function seesThePhoto(photo: string, who: { runner: Somebody; inside: Somebody; resident: Somebody }) {
  const staff = await Promise.all([
    somebody('GRID_WORKER', sealed),
    somebody('GRID_LEADER', sealed.slice(0, 12)),
    somebody('TOWNSHIP_DISPATCHER', sealed.slice(0, 9)),
  ]);
  for (const person of [who.runner, who.inside, ...staff]) expect(await reads(person, photo)).toBe(200);
  const neighbour = (await aHome(sealed)).resident;
  const others = [
    who.resident,
    neighbour,
    await aCarrier(sealed),
    await aCarrier(beside),
    await somebody('GRID_WORKER', beside),
  ];
  for (const person of others) expect(await reads(person, photo)).toBe(404);
}

/** Bags at the point, of which this photo tells; the runner has been found by the router. */
async function atPoint() {
  const home = await aHome(sealed, 'INFANT');
  const [runner, inside] = [await onDuty(beside), await onDuty(sealed, sealed)];
  const draft = aDraft(home.household, { shop: shop() });
  await submit(home.resident, draft);
  await settle();
  await does(runner, draft.id, 'accept');
  await does(runner, draft.id, 'start-shopping');
  await does(runner, draft.id, 'purchase', receipt());
  await settle();
  const leg: string = (await get(runner, '/work/handover-legs')).body.items[0].id;
  await onLeg(runner, leg, 'set-out');
  const photo = anId();
  await upload(runner, photo, await aPhoto(), 'HANDOVER');
  await onLeg(runner, leg, 'leave-at-point', { bags: 2, photo });
  await settle();
  return { id: draft.id, home, runner, inside, leg, photo };
}

test('a runner may say where the bags are without having said that they set out; the request comes along', async () => {
  const { id, leg } = await atPoint();
  expect([(await stored(id)).state, (await stored(leg)).state]).toEqual(['HANDOVER_PENDING', 'AT_POINT']);
});

test('whoever counts another number sees the photo; another volunteer inside who has counted nothing does not', async () => {
  const { inside, leg, photo } = await atPoint();
  const other = await onDuty(sealed, sealed);
  expect(await reads(inside, photo)).toBe(404);
  const counted = { bags: 1, reason: { code: 'COUNTED_OTHERWISE' } };
  expect(await onLeg(inside, leg, 'count-differs', counted)).toMatchObject({ status: 200 });
  expect([await reads(inside, photo), await reads(other, photo)]).toEqual([200, 404]);
});

test('goods that can wait and go to a sealed zone join no run: each bag has a second carrier of its own', async () => {
  const home = await aHome(sealed, 'DIABETIC');
  const runner = await onDuty(beside);
  const draft = aDraft(home.household, { shop: shop() });
  await submit(home.resident, draft);
  await settle();
  expect(await stored(draft.id)).toMatchObject({ priority: 2, state: 'OFFERED' });
  expect((await see(runner, draft.id)).body.run).toBeUndefined();
});

test('a runner who gives it back in the shop has no handover any more; coming again, a new one', async () => {
  const home = await aHome(sealed, 'INFANT');
  const runner = await onDuty(beside);
  const draft = aDraft(home.household, { shop: shop() });
  await submit(home.resident, draft);
  await settle();
  const open = async () => (await get(runner, '/work/handover-legs')).body.items;
  await does(runner, draft.id, 'accept');
  await does(runner, draft.id, 'start-shopping');
  await settle();
  const [first] = await open();
  await does(runner, draft.id, 'give-back');
  await settle();
  expect(await open()).toEqual([]);
  const leader = await somebody('GRID_LEADER', sealed);
  const again = await act(leader, draft.id, 'assign', { to: runner.id });
  expect(again).toMatchObject({ status: 200 });
  await does(runner, draft.id, 'start-shopping');
  await settle();
  const [second] = await open();
  expect(second.id).not.toBe(first.id);
});
