import { deliveredTwice } from '../../../testing/delivered-twice';
import { anId, app, collection, get, grid, now, post, settle, somebody, told } from '../../returnees/testing/scene';
import { alerts, anAlert, only, opened } from '../testing/alerts';
import { atDoor, attempt, must, push } from '../testing/device';
import { setTheStage } from '../testing/stage';

setTheStage(deliveredTwice);

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

  test('somebody behind the door has died: no alert from that minute on, and the open one is closed', async () => {
    const { device } = await anAlert();
    const [episode] = await collection('episodes')
      .find({ kind: 'QUARANTINE_EPISODE' } as object)
      .toArray();
    const body = { opId: anId(), reason: { code: 'OTHER' } };
    const dead = await post(await somebody('GRID_LEADER'), `/quarantine-episodes/${episode?._id}/record-death`, body);
    expect(dead.status).toBe(200);
    await settle();
    expect((await only()).state).toBe('CLOSED');
    await opened(device, 4);
    expect(await alerts()).toHaveLength(1);
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
