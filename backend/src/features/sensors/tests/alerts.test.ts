import { sensorAlertActions } from '@grid-relief/shared-types/sensors/sensor-alert.contract';
import { deliveredTwice } from '../../../testing/delivered-twice';
import {
  anId,
  collection,
  elsewhere,
  get,
  post,
  type Somebody,
  settle,
  somebody,
  told,
  wait,
} from '../../returnees/testing/scene';
import { anAlert, only } from '../testing/alerts';
import { push } from '../testing/device';
import { setTheStage } from '../testing/stage';

setTheStage(deliveredTwice);

const act = (person: Somebody, id: string, action: string, more: object = {}) =>
  post(person, `/sensor-alerts/${id}/${action}`, { opId: anId(), ...more });

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
