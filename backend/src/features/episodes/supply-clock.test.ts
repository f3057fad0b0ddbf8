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
