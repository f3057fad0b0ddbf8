import { sensorAlertActions } from '@grid-relief/shared-types/sensors/sensor-alert.contract';
import { deliveredTwice } from '../../../testing/delivered-twice';
import {
  anId,
  app,
  collection,
  elsewhere,
  get,
  grid,
  now,
  pass,
  post,
  type Somebody,
  settle,
  somebody,
  told,
  wait,
} from '../../returnees/testing/scene';
import { atDoor, attempt, type Device, must, push } from '../testing/device';
import { setTheStage } from '../testing/stage';

setTheStage(deliveredTwice);

interface StoredAlert {
  readonly _id: string;
  readonly state: string;
  readonly history: readonly { readonly action: string }[];
  readonly detail: Readonly<Record<string, unknown>>;
}

const alerts = async (): Promise<StoredAlert[]> =>
  (await collection('tasks')
    .find({ kind: 'SENSOR_ALERT' } as object)
    .toArray()) as unknown as StoredAlert[];
async function only(): Promise<StoredAlert> {
  const [one, ...more] = await alerts();
  if (!one || more.length > 0) throw new Error('not one alert');
  return one;
}

const act = (person: Somebody, id: string, action: string, more: object = {}) =>
  post(person, `/sensor-alerts/${id}/${action}`, { opId: anId(), ...more });
const opened = (device: Device, seq = 3) => push(device, { events: [{ seq, kind: 'OPENED' }] });

/** A door that was opened, with the alert about it. */
async function anAlert() {
  const worker = await somebody('GRID_WORKER');
  const door = await atDoor(worker);
  await opened(door.device);
  await settle();
  return { ...door, worker, id: (await only())._id };
}

describe('the ladder', () => {
  test('worker at once, captain after 2 minutes, at the door by 5, leader after 15, township after 60, each once', async () => {
    const { id, device } = await anAlert();
    await push(device, { events: [{ seq: 4, kind: 'CLOSED' }] });
    expect(told(id)).toEqual(['GRID_WORKER:DOOR_OPENED']);
    const steps = [
      [1, []],
      [1, ['BUILDING_CAPTAIN:DOOR_OPENED']],
      [2, []],
      [1, ['GRID_WORKER:DOOR_NOBODY_THERE', 'BUILDING_CAPTAIN:DOOR_NOBODY_THERE']],
      [9, []],
      [1, ['GRID_LEADER:DOOR_OPENED']],
      [44, []],
      [1, ['TOWNSHIP_DISPATCHER:DOOR_OPENED']],
      [600, []],
    ] as const;
    for (const [minutes, expected] of steps) {
      const before = told(id).length;
      await wait(minutes);
      expect(told(id).slice(before)).toEqual(expected);
    }
  });

  test('a door that stands open is told every three minutes, for an hour at most, and no more once it is closed', async () => {
    const { id, device } = await anAlert();
    const open = () => told(id).filter((line) => line === 'GRID_WORKER:DOOR_STILL_OPEN').length;
    await wait(2);
    expect(open()).toBe(0);
    await wait(1);
    await wait(3);
    expect(open()).toBe(2);
    await push(device, { events: [{ seq: 4, kind: 'CLOSED' }] });
    await wait(3);
    await wait(3);
    expect(open()).toBe(2);
  });

  test('who stands at the door is told of by nobody else, and a closed alert rings for nothing', async () => {
    const { id, worker, device } = await anAlert();
    await push(device, { events: [{ seq: 4, kind: 'CLOSED' }] });
    expect((await act(worker, id, 'go-to-door')).status).toBe(409);
    expect(await act(worker, id, 'call')).toMatchObject({ status: 200, body: { view: { state: 'CALLED' } } });
    expect(await act(worker, id, 'go-to-door')).toMatchObject({ status: 200, body: { view: { state: 'ON_SITE' } } });
    await wait(6);
    expect(told(id).filter((line) => line.endsWith('DOOR_NOBODY_THERE'))).toEqual([]);
    const before = told(id).length;
    expect((await act(worker, id, 'close', { reason: { code: 'CHILD' } })).status).toBe(200);
    await wait(120);
    expect(told(id)).toHaveLength(before);
  });
});

describe('closing', () => {
  test('needs one of the codes; words stay sealed; that somebody left is told to the leader, and decides nothing', async () => {
    const { id, worker } = await anAlert();
    expect((await act(worker, id, 'close')).status).toBe(422);
    expect(await act(worker, id, 'close', { reason: { code: 'BREACH' } })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reason/code' }] },
    });
    const words = '出门扔垃圾，已回家';
    const captain = await somebody('BUILDING_CAPTAIN');
    const done = await act(captain, id, 'close', { reason: { code: 'LEFT_HOME', words } });
    expect(done.body.view.timeline).toMatchObject([{ by: 'BUILDING_CAPTAIN', reason: 'LEFT_HOME', words }]);
    await settle();
    expect(told(id).at(-1)).toBe('GRID_LEADER:DOOR_LEFT_HOME');
    expect(JSON.stringify(await only())).not.toContain(words);
    const [episode] = await collection('episodes').find({}).toArray();
    expect(episode).not.toHaveProperty('detail.breach');
  });

  test('two who close at once: one does, the other hears so; a double tap is one step', async () => {
    const { id, worker } = await anAlert();
    const captain = await somebody('BUILDING_CAPTAIN');
    const body = { opId: anId(), reason: { code: 'FALSE' } };
    const answers = await Promise.all([
      post(worker, `/sensor-alerts/${id}/close`, body),
      post(worker, `/sensor-alerts/${id}/close`, body),
      act(captain, id, 'close', { reason: { code: 'WASTE' } }),
    ]);
    const done = answers.filter(({ status }) => status === 200);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(new Set(done.map(({ body: { receipt } }) => JSON.stringify(receipt))).size).toBe(1);
    expect((await only()).history.filter(({ action }) => action === 'close')).toHaveLength(1);
  });

  test('whoever has nothing to do with the place learns nothing; the household itself acts on no alert', async () => {
    const { id, resident } = await anAlert();
    const strangers = [resident, await somebody('GRID_WORKER', elsewhere), await somebody('VOLUNTEER')];
    for (const stranger of strangers) {
      expect((await get(stranger, `/sensor-alerts/${id}`)).status).toBe(404);
      for (const { path } of Object.values(sensorAlertActions)) {
        const action = path.split('/').at(-1) ?? '';
        expect((await act(stranger, id, action, { reason: { code: 'FALSE' } })).status).toBe(404);
      }
    }
    expect((await get(await somebody('GRID_WORKER', elsewhere), '/sensor-alerts')).body.items).toEqual([]);
    const shown = JSON.stringify((await get(await somebody('BUILDING_CAPTAIN'), '/sensor-alerts')).body);
    expect(shown).not.toContain('王小返');
  });
});

describe('an opening that is explained', () => {
  const inMinutes = (minutes: number) => new Date(now().getTime() + minutes * 60_000).toISOString();

  test('who lives there said so: five minutes, their own door only, and a double tap is one', async () => {
    const worker = await somebody('GRID_WORKER');
    const { device, household, resident } = await atDoor(worker);
    const ask = { id: anId(), household, why: 'WASTE' };
    const twice = await Promise.all([1, 2].map(() => post(resident, '/door-windows/mine', ask)));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect(twice[0]?.body).toEqual(twice[1]?.body);
    expect((await post(worker, '/door-windows/mine', { ...ask, id: anId() })).status).toBe(404);
    expect((await post(resident, '/door-windows/mine', { ...ask, why: 'OWN' })).status).toBe(409);
    pass(4.9);
    await opened(device, 3);
    expect(await alerts()).toEqual([]);
    expect(await collection('doorEvents').findOne({ kind: 'OPENED' } as object)).toMatchObject({ why: 'WASTE' });
    expect((await get(resident, '/door-sensors/mine')).body.windows).toMatchObject([{ why: 'WASTE' }]);
    pass(0.2);
    await opened(device, 4);
    expect(await alerts()).toHaveLength(1);
  });

  test('a round of the grid, to all of it or to one home; nobody announces elsewhere or for longer', async () => {
    const worker = await somebody('GRID_WORKER');
    const { device, household } = await atDoor(worker);
    const round = { id: anId(), area: grid, why: 'SAMPLING', from: inMinutes(10), to: inMinutes(40) };
    expect((await post(worker, '/door-windows', round)).status).toBe(200);
    expect((await post(worker, '/door-windows', round)).status).toBe(200);
    expect((await post(worker, '/door-windows', { ...round, to: inMinutes(50) })).status).toBe(200);
    const other = { ...round, id: anId() };
    expect((await post(worker, '/door-windows', { ...other, area: elsewhere })).status).toBe(403);
    expect((await post(worker, '/door-windows', { ...other, to: inMinutes(251) })).status).toBe(422);
    expect((await post(worker, '/door-windows', { ...other, to: inMinutes(5) })).status).toBe(422);
    pass(10);
    await opened(device, 3);
    expect(await alerts()).toEqual([]);
    pass(31);
    await post(worker, '/door-windows', { ...other, household, why: 'MEDICAL', from: inMinutes(0), to: inMinutes(9) });
    await opened(device, 4);
    expect(await alerts()).toEqual([]);
    pass(9);
    await opened(device, 5);
    expect(await alerts()).toHaveLength(1);
  });

  test('bags are on their way, and ten minutes after they were put down', async () => {
    const { device, household } = await atDoor(await somebody('GRID_WORKER'));
    const _id = anId();
    const left = { to: 'IN_TRANSIT', occurredAt: now(), recordedAt: now() };
    const request = { _id, county: '141122', kind: 'DELIVERY', household, createdAt: now(), history: [left] };
    await collection('tasks').insertOne({ ...request, state: 'IN_TRANSIT', detail: {} } as never);
    pass(90);
    await opened(device, 3);
    const droppedAt = now();
    await collection('tasks').updateOne({ _id }, { $set: { state: 'DROPPED', detail: { droppedAt } } } as object);
    pass(9);
    await opened(device, 4);
    expect(await alerts()).toEqual([]);
    pass(1);
    await opened(device, 5);
    expect(await alerts()).toHaveLength(1);
  });
});

describe('the end', () => {
  test('the quarantine is over: no alert from that minute on, the open one is closed, the sensor is to come off', async () => {
    const { id, worker, device, resident } = await anAlert();
    const investigator = await somebody('CDC_INVESTIGATOR');
    const [episode] = (await collection('episodes')
      .find({ kind: 'QUARANTINE_EPISODE' } as object)
      .toArray()) as unknown as { _id: string; revision: number }[];
    const body = { opId: anId(), revision: episode?.revision, reason: { code: 'NO_CASE' } };
    expect((await post(investigator, `/quarantine-episodes/${episode?._id}/revoke`, body)).status).toBe(200);
    await settle();
    expect((await only()).state).toBe('CLOSED');
    expect(told(device.id).slice(-2)).toEqual(['GRID:SENSOR_REMOVE', 'HOUSEHOLD:SENSOR_REMOVE']);
    await opened(device, 4);
    expect(await alerts()).toHaveLength(1);
    // by the clock of the machine: it is the database that removes it
    const kept = (await collection('doorEvents').find({}).toArray()).map((one) => Object(one).purgeAt - Date.now());
    expect(kept.map((ms) => Math.round(ms / (24 * 3_600_000)))).toEqual([30]);
    expect((await get(resident, `/sensor-alerts/${id}`)).status).toBe(404);
    // off, disinfected, and back in stock with nothing left of the door
    await must(worker, device.id, 'remove');
    await must(worker, device.id, 'disinfect');
    await must(worker, device.id, 'restock');
    const back = await collection('doorSensors').findOne({ _id: device.id });
    expect(back).toMatchObject({ state: 'IN_STOCK', area: grid });
    expect(back).not.toHaveProperty('household');
    for (const field of ['consent', 'behind', 'place', 'removalAskedAt']) {
      expect(back).not.toHaveProperty(`detail.${field}`);
    }
  });

  test('who lives there takes the consent back: nothing alerts, and the grid sees to another way', async () => {
    const worker = await somebody('GRID_WORKER');
    const { device, resident } = await atDoor(worker);
    const reason = { reason: { code: 'CONSENT_WITHDRAWN' } };
    expect((await attempt(await somebody('VOLUNTEER'), device.id, 'ask-removal', reason)).status).toBe(403);
    await must(resident, device.id, 'ask-removal', reason);
    expect((await attempt(resident, device.id, 'ask-removal', reason)).status).toBe(409);
    await opened(device, 3);
    expect([await alerts(), await collection('doorEvents').find({}).toArray()]).toEqual([[], []]);
    const { body } = await get(worker, '/door-sensors');
    expect(body.items[0]).toMatchObject({ id: device.id, removalAskedAt: expect.any(String) });
  });

  test('a weak battery and a loosened case are told once a day, and are no alert', async () => {
    const { device } = await atDoor(await somebody('GRID_WORKER'));
    const flags = [3, 4, 5].map((seq) => ({ seq, kind: seq === 5 ? ('TAMPER' as const) : ('LOW_BATTERY' as const) }));
    await push(device, { events: flags });
    await settle();
    expect(told(device.id).filter((line) => line.endsWith('SENSOR_FLAG'))).toHaveLength(2);
    expect(await alerts()).toEqual([]);
    const stored = await collection('doorSensors').findOne({ _id: device.id });
    expect(Object.keys(Object(stored).detail.flags).sort()).toEqual(['LOW_BATTERY', 'TAMPER']);
    expect((await get(await somebody('GRID_WORKER'), `/door-sensors/${device.id}`)).body.state).toBe('ONLINE');
    expect(app().clock.now()).toEqual(now());
  });
});
