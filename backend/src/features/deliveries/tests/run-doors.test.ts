import { aRun, onRun, toDoors } from '../testing/run-scene';
import { aCarrier, act, anId, collection, does, see, setTheStage, settle, somebody, stored } from '../testing/scene';

setTheStage();

const holderOf = async (id: string) => (await stored(id)).assignment.assignee;

test('a door whose bags somebody else has taken stays there, whoever carries the rest of the run', async () => {
  const scene = await aRun();
  await toDoors(scene);
  const { ids, place, carrier, run, leader } = scene;
  const [first, second] = ids;
  await does(carrier, first, 'ask-handover', { bags: 1, photo: anId() });
  const taker = await aCarrier(place);
  await does(taker, first, 'take-over', { bags: 1 });
  // the run has a place with its carrier; who takes one door needs one too
  expect(await collection('volunteers').countDocuments({ _id: taker.id, 'seats.task': first })).toBe(1);
  const next = await aCarrier(place);
  expect(await onRun(leader, run, 'hand-over', { to: next.id, bags: 1 })).toMatchObject({ status: 200 });
  await settle();
  expect([await holderOf(first), await holderOf(second)]).toEqual([taker.id, next.id]);
  expect((await see(carrier, second)).body.household).toBeUndefined();
  expect(await act(carrier, second, 'drop')).toMatchObject({ status: 200, body: { receipt: { to: 'LATE_FACT' } } });
  await does(taker, first, 'drop');
  await does(next, second, 'drop');
  await settle();
  expect((await stored(run)).state).toBe('SETTLING');
});

test('a door that becomes urgent leaves the run and looks for somebody by itself; the other goes on', async () => {
  const scene = await aRun();
  const { ids, place, run } = scene;
  const [first, second] = ids;
  const worker = await somebody('GRID_WORKER', place);
  await onRun(scene.carrier, run, 'give-back');
  await settle();
  expect(await stored(first)).toMatchObject({ state: 'BATCHED', assignment: {} });
  await does(worker, first, 'raise-priority', { priority: 'P0' });
  await settle();
  expect(['TRIAGED', 'OFFERED']).toContain((await stored(first)).state);
  expect((await see(worker, first)).body.run).toBeUndefined();
  expect((await see(worker, second)).body.run).toBe(run);
});

test('a household that stops does not undo its neighbour’s door', async () => {
  const { ids, homes, run, carrier } = await aRun();
  const [first, second] = ids;
  await does(homes[0].resident, first, 'cancel');
  await settle();
  expect((await stored(first)).state).toBe('CANCELLED');
  expect(await stored(second)).toMatchObject({ state: 'ACCEPTED', assignment: { assignee: carrier.id } });
  await does(homes[1].resident, second, 'cancel');
  await settle();
  expect((await stored(run)).state).toBe('DISSOLVED');
});
