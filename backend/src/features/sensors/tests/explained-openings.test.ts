import { deliveredTwice } from '../../../testing/delivered-twice';
import { anId, collection, elsewhere, get, grid, now, pass, post, somebody } from '../../returnees/testing/scene';
import { alerts, opened } from '../testing/alerts';
import { atDoor } from '../testing/device';
import { setTheStage } from '../testing/stage';

setTheStage(deliveredTwice);

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
