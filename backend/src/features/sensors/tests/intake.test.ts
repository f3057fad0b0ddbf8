import { sensorDeps } from '../../../wiring/quarantine-sensors';
import {
  aHome,
  app,
  collection,
  get,
  grid,
  link,
  now,
  pass,
  settle,
  somebody,
  stored,
  wait,
} from '../../returnees/testing/scene';
import { alertFor } from '../alerts/raise-alert';
import { aSensor, atDoor, attempt, comesHome, consent, must, outcomes, push } from '../testing/device';
import { setTheStage } from '../testing/stage';

setTheStage();

interface StoredAlert {
  readonly _id: string;
  readonly state: string;
}

const alerts = async (): Promise<StoredAlert[]> =>
  (await collection('tasks')
    .find({ kind: 'SENSOR_ALERT' } as object)
    .toArray()) as unknown as StoredAlert[];
const events = () => collection('doorEvents').find({}).toArray();
const sensor = async (id: string) =>
  (await collection('doorSensors').findOne({ _id: id })) as unknown as {
    state: string;
    revision: number;
    history: unknown[];
    detail: { signs: { seq: number; door?: string }; key: { sealed: string } };
  };
async function counted(outcome: string): Promise<number> {
  const metric = await app().deps.metrics.registry.getSingleMetric('sensor_events_total')?.get();
  return metric?.values.find(({ labels }) => labels.outcome === outcome)?.value ?? 0;
}

describe('what is signed by its key, just now', () => {
  test('an opening that nobody announced is one alert, however often it is sent', async () => {
    const worker = await somebody('GRID_WORKER');
    const { device } = await atDoor(worker);
    const before = await counted('REPEATED');
    const opened = { events: [{ seq: 3, kind: 'OPENED' as const }] };
    expect(outcomes(await push(device, opened))).toEqual(['TAKEN']);
    // the answer was lost: the same bytes come again, three at once
    const again = await Promise.all([1, 2, 3].map(() => push(device, opened)));
    expect(again.map(outcomes)).toEqual([['REPEATED'], ['REPEATED'], ['REPEATED']]);
    expect([(await alerts()).length, (await events()).length]).toEqual([1, 1]);
    expect(await counted('REPEATED')).toBe(before + 3);
    const { body } = await get(worker, '/sensor-alerts');
    expect(body.items).toMatchObject([{ variant: 'DOOR', state: 'OPEN', isOpen: true, actions: ['call', 'close'] }]);
  });

  test('openings at the same moment are one alert; the next begins when it is closed', async () => {
    const worker = await somebody('GRID_WORKER');
    const { device } = await atDoor(worker);
    const many = [3, 4, 5, 6].map((seq) => push(device, { events: [{ seq, kind: 'OPENED' }] }));
    await Promise.all(many);
    const [first] = await alerts();
    expect(await alerts()).toHaveLength(1);
    // in whichever process, and however close together: the next alert of a door has one name
    const deps = sensorDeps(app().deps, { areaName: String }, async () => undefined);
    const heard = { county: '141122', _id: device.id } as Parameters<typeof alertFor>[1];
    const home = app().anId();
    expect(await alertFor(deps, heard, home)).toBe(await alertFor(deps, heard, home));
    const { status } = await app().call('POST', `/sensor-alerts/${first?._id}/close`, {
      token: await app().signIn(worker),
      body: { opId: app().anId(), reason: { code: 'FALSE' } },
    });
    expect(status).toBe(200);
    await push(device, { events: [{ seq: 7, kind: 'OPENED' }] });
    expect((await alerts()).map(({ state }) => state).sort()).toEqual(['CLOSED', 'OPEN']);
  });

  test('a thousand heartbeats leave no entry in history and raise no revision', async () => {
    const { device } = await atDoor(await somebody('GRID_WORKER'));
    const { history, revision } = await sensor(device.id);
    for (let batch = 0; batch < 20; batch++) {
      const beats = Array.from({ length: 50 }, (_, i) => ({ seq: 10 + batch * 50 + i, kind: 'HEARTBEAT' as const }));
      expect(new Set(outcomes(await push(device, { events: beats })))).toEqual(new Set(['TAKEN']));
    }
    expect(await sensor(device.id)).toMatchObject({ revision, detail: { signs: { seq: 1009 } } });
    expect((await sensor(device.id)).history).toHaveLength(history.length);
    expect(await events()).toEqual([]);
  });

  test('what was kept without a network comes with its own time; what is older than a day is refused', async () => {
    const { device } = await atDoor(await somebody('GRID_WORKER'));
    pass(26 * 60);
    const ago = (minutes: number) => new Date(now().getTime() - minutes * 60_000).toISOString();
    const answer = await push(device, {
      events: [
        { seq: 3, kind: 'OPENED', at: ago(25 * 60) },
        { seq: 4, kind: 'OPENED', at: ago(40) },
        { seq: 5, kind: 'CLOSED', at: ago(39) },
        { seq: 6, kind: 'HEARTBEAT', at: new Date(now().getTime() + 6 * 60_000).toISOString() },
      ],
    });
    expect(outcomes(answer)).toEqual(['LATE', 'TAKEN', 'TAKEN', 'LATE']);
    const [alert] = await alerts();
    expect(alert).toMatchObject({ detail: { since: new Date(ago(40)) } });
  });
});

describe('what is not', () => {
  test('forged, changed, late, too early or unknown: refused alike, nothing written, each counted', async () => {
    const { device } = await atDoor(await somebody('GRID_WORKER'));
    const before = { forged: await counted('FORGED'), late: await counted('LATE'), unknown: await counted('UNKNOWN') };
    const opened = { events: [{ seq: 3, kind: 'OPENED' as const }] };
    const six = 6 * 60_000;
    const tries = [
      await push(device, { ...opened, key: 'ab'.repeat(32) }),
      await push(device, { ...opened, instead: JSON.stringify({ events: [{ seq: 9, kind: 'OPENED', at: now() }] }) }),
      await push(device, { ...opened, time: new Date(now().getTime() - six) }),
      await push(device, { ...opened, time: new Date(now().getTime() + six) }),
      await push({ ...device, id: app().anId() }, opened),
      await push({ ...device, id: 'nonsense' }, opened),
      await app().call('POST', '/sensor-events', { body: { events: [] } }),
    ];
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 401));
    expect(new Set(tries.map(({ body }) => body.title)).size).toBe(1);
    expect([await alerts(), await events()]).toEqual([[], []]);
    expect((await sensor(device.id)).detail.signs.seq).toBe(2);
    const after = { forged: await counted('FORGED'), late: await counted('LATE'), unknown: await counted('UNKNOWN') };
    expect(after).toEqual({ forged: before.forged + 2, late: before.late + 2, unknown: before.unknown + 3 });
  });

  test('a message of one sensor is none of another, and of one time none of another', async () => {
    const worker = await somebody('GRID_WORKER');
    const [{ device }, other] = [await atDoor(worker), await aSensor(worker, grid)];
    expect((await push({ id: other.id, key: device.key }, { events: [{ seq: 3, kind: 'OPENED' }] })).status).toBe(401);
  });

  test('signed, but no message: said so, and the sensor is not taken for alive', async () => {
    const { device } = await atDoor(await somebody('GRID_WORKER'));
    const wrong = await push(device, { events: [{ seq: 0, kind: 'OPENED' }] });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/events/0/seq']);
    expect((await push(device, { events: [] })).status).toBe(422);
    const many = Array.from({ length: 51 }, (_, i) => ({ seq: i + 3, kind: 'HEARTBEAT' as const }));
    expect((await push(device, { events: many })).status).toBe(422);
    expect((await sensor(device.id)).detail.signs.seq).toBe(2);
  });

  test('a new key voids the one before; the key is nowhere in the clear, and only its operation sees it again', async () => {
    const worker = await somebody('GRID_WORKER');
    const device = await aSensor(worker);
    const opId = app().anId();
    const ask = async (id: string) =>
      app().call('POST', `/door-sensors/${device.id}/key`, {
        token: await app().signIn(worker),
        body: { opId: id, why: 'RENEW' },
      });
    const [made, again] = [await ask(opId), await ask(opId)];
    expect(again.body).toEqual(made.body);
    expect((await push(device, { events: [{ seq: 1, kind: 'HEARTBEAT' }] })).status).toBe(401);
    const renewed = { ...device, key: made.body.key };
    expect(outcomes(await push(renewed, { events: [{ seq: 1, kind: 'HEARTBEAT' }] }))).toEqual(['TAKEN']);
    expect(JSON.stringify(await sensor(device.id))).not.toContain(made.body.key);
    expect(await collection('auditRows').findOne({ _id: opId })).toMatchObject({ kind: 'door-sensor', did: 'reveal' });
  });
});

describe('installation', () => {
  test('needs consent, a notice and a test that was heard; the link of the chain begins and is done', async () => {
    const worker = await somebody('GRID_WORKER');
    const { household, traveller, resident } = await comesHome();
    const device = await aSensor(worker);
    const { told: _told, ...untold } = consent(household);
    expect((await attempt(worker, device.id, 'install', untold)).status).toBe(422);
    expect((await attempt(worker, device.id, 'install', { ...consent(household), told: false })).status).toBe(422);
    expect((await link(traveller, 'SENSOR')).state).toBe('WAITING');
    await must(worker, device.id, 'install', consent(household));
    expect((await link(traveller, 'SENSOR')).state).toBe('STARTED');
    expect(await attempt(worker, device.id, 'bind')).toMatchObject({ status: 409, body: { next: 'failTest' } });
    await push(device, { events: [{ seq: 1, kind: 'OPENED' }] });
    expect((await attempt(worker, device.id, 'bind')).status).toBe(409);
    await push(device, { events: [{ seq: 2, kind: 'CLOSED' }] });
    // what was heard is not heard for ever
    pass(31);
    expect((await attempt(worker, device.id, 'bind')).status).toBe(409);
    await push(device, { events: [{ seq: 3, kind: 'HEARTBEAT' }] });
    await must(worker, device.id, 'bind');
    expect((await link(traveller, 'SENSOR')).state).toBe('DONE');
    expect((await sensor(device.id)).state).toBe('ONLINE');
    expect([await alerts(), await events()]).toEqual([[], []]);
    const mine = (await get(resident, '/door-sensors/mine')).body;
    expect(mine.sensors).toMatchObject([{ state: 'ONLINE', consent: { how: 'SIGNED' }, actions: ['askRemoval'] }]);
    expect((await stored(traveller)).state).toBeDefined();
  });

  test('a volunteer puts it up without learning the door from it; nobody of another grid does', async () => {
    const worker = await somebody('GRID_WORKER');
    const { household } = await comesHome();
    const device = await aSensor(worker);
    const stranger = await somebody('GRID_WORKER', '141122100201-g09');
    expect((await attempt(stranger, device.id, 'install', consent(household))).status).toBe(404);
    const far = await aHome('141122100201-g09');
    expect((await attempt(worker, device.id, 'install', consent(far.household))).status).toBe(404);
    const volunteer = await somebody('VOLUNTEER');
    const done = await attempt(volunteer, device.id, 'install', consent(household));
    expect(done.status).toBe(200);
    expect(Object.keys(done.body.view)).not.toEqual(expect.arrayContaining(['household']));
    expect(Object.keys((await get(worker, `/door-sensors/${device.id}`)).body)).toEqual(
      expect.arrayContaining(['household', 'doorCode', 'consent']),
    );
    await settle();
    await wait(1);
  });
});
