import {
  anEpisode,
  anId,
  as,
  asked,
  clockTo,
  does,
  get,
  type Scene,
  see,
  setTheStage,
  settle,
  theApp,
  told,
} from './testing/stage';
import { atHome, atHomeNow, home, recordOf } from './testing/steps';

setTheStage();

describe('the supply clock', () => {
  const plan = (scene: Scene, id: string, action: string, more: object = {}) =>
    as(scene.worker, 'POST', `/delivery-plans/${id}/${action}`, { opId: anId(), ...more });

  test('says what runs out, asks for it in time, and begins anew when it has come', async () => {
    const scene = await atHomeNow();
    const { _id } = await recordOf('DELIVERY_PLAN', scene.id);
    expect((await see(scene.resident, scene.id)).body.supply).toMatchObject({ id: _id, state: 'DUE_SOON' });
    expect(told(_id)).toEqual(['GRID:RUNS_OUT_SOON', 'HOUSEHOLD:RUNS_OUT_SOON']);
    await clockTo('2022-08-11 10:01');
    expect(asked.needs).toMatchObject([{ household: scene.household, good: 'PARCEL' }]);
    expect((await recordOf('DELIVERY_PLAN')).state).toBe('NOT_ENSURED');
    for (const good of ['PARCEL', 'SELF_TESTS', 'YELLOW_BAGS']) {
      expect((await plan(scene, _id, 'ensure', { good })).status).toBe(200);
      await settle();
    }
    expect((await recordOf('DELIVERY_PLAN')).state).toBe('ACTIVE');
    const days = [
      { good: 'MEDICINE', runsOutOn: '2022-08-16' },
      { good: 'SELF_TESTS', runsOutOn: '2022-08-20' },
      { good: 'YELLOW_BAGS', runsOutOn: '2022-08-20' },
    ];
    expect((await plan(scene, _id, 'tell-needs', { needs: days })).status).toBe(200);
    expect((await see(scene.worker, scene.id)).body.supply.goods).toHaveLength(4);
  });

  test('a day without any sign is a call, first in the queue; an answered call or a report is a sign', async () => {
    const scene = await atHomeNow();
    const other = await anEpisode({ ...home, id: anId() });
    const { _id } = await recordOf('DELIVERY_PLAN', scene.id);
    await clockTo('2022-08-11 20:05');
    expect(told(_id)).toContain('GRID:NO_SIGN_OF_LIFE');
    const [first] = (await get(scene.worker, '/work/quarantine')).body.items;
    expect([first.id, first.todos.map(({ what }: { what: string }) => what)]).toEqual([
      scene.id,
      expect.arrayContaining(['CALL_SILENT']),
    ]);
    expect((await plan(scene, _id, 'record-call', { answered: true })).status).toBe(200);
    expect((await see(scene.worker, scene.id)).body.supply.silentSince).toBeUndefined();
    expect((await see(scene.worker, other.id)).status).toBe(404);
  });

  test('a door that moved is a sign; while an alert of it is open nobody calls for the silence, and then once a day', async () => {
    const scene = await atHomeNow();
    const { _id } = await recordOf('DELIVERY_PLAN', scene.id);
    const calls = () => told(_id).filter((line) => line === 'GRID:NO_SIGN_OF_LIFE').length;
    const collection = (name: string) => theApp().connection.collection<{ _id: string }>(name);
    const door = { county: '141122', sensor: 's1', household: scene.household };
    const moved = (kind: string, at: Date) =>
      collection('doorEvents').insertOne({ ...door, _id: anId(), kind, at, receivedAt: at } as { _id: string });
    await clockTo('2022-08-11 12:00');
    await moved('OPENED', theApp().clock.now());
    // a battery that runs low is no sign of a person
    await clockTo('2022-08-11 18:00');
    await moved('LOW_BATTERY', theApp().clock.now());
    await clockTo('2022-08-12 11:59');
    expect(calls()).toBe(0);
    const alert = { _id: anId(), county: '141122', household: scene.household, kind: 'SENSOR_ALERT', state: 'CALLED' };
    await collection('tasks').insertOne(alert);
    await clockTo('2022-08-12 15:00');
    expect(calls()).toBe(0);
    await collection('tasks').updateOne({ _id: alert._id }, { $set: { state: 'CLOSED' } });
    await clockTo('2022-08-12 16:01');
    expect(calls()).toBe(1);
    await clockTo('2022-08-13 15:59');
    expect(calls()).toBe(1);
    await clockTo('2022-08-13 16:02');
    expect(calls()).toBe(2);
  });

  test('one clock a home: it goes to whoever stays when the first is free', async () => {
    const first = await atHomeNow();
    const second = await anEpisode({ ...home, beside: first });
    await atHome(second);
    const open = () =>
      theApp()
        .connection.collection('episodes')
        .countDocuments({ kind: 'DELIVERY_PLAN', state: { $ne: 'CLOSED' } });
    expect(await open()).toBe(1);
    expect((await see(first.worker, second.id)).body.linked).toMatchObject([{ id: first.id, nameMasked: '薛**' }]);
    await does(first.investigator, first.id, 'revoke');
    expect(await open()).toBe(1);
    expect((await get(first.resident, '/households/mine')).body.items[0].inQuarantine).toBe(true);
    await does(first.investigator, second.id, 'revoke');
    expect(await open()).toBe(0);
    expect((await get(first.resident, '/households/mine')).body.items[0].inQuarantine).toBe(false);
  });
});
