import { apply, decide, eggsFor, factsFor, takenAsPaid, watched } from '../testing/late-facts';
import {
  aDelivery,
  anId,
  collection,
  does,
  see,
  setTheStage,
  settle,
  somebody,
  stored,
  told,
  wait,
} from '../testing/scene';

setTheStage();

test('taken note of: the record says who compared it, when and why, and the carrier hears that nothing follows', async () => {
  const scene = await watched(await aDelivery('IN_TRANSIT'));
  const { id, carrier, worker, resident } = scene;
  await does(carrier, id, 'drop');
  await wait(3);
  await does(carrier, id, 'drop', { photo: anId() });
  const [fact] = await factsFor(worker);
  expect((await decide(worker, fact?.id ?? '', 'note')).status).toBe(422);
  await decide(worker, fact?.id ?? '', 'note', { reason: { code: 'ALREADY_DONE' } });
  await settle();
  expect((await stored(id)).detail.dropPhoto).toBeUndefined();
  const late = (await collection('lateFacts').findOne({ _id: fact?.id ?? '' })) as unknown as { history: object[] };
  expect(late.history).toMatchObject([{ action: 'note', by: worker.id, role: 'GRID_WORKER', reason: 'ALREADY_DONE' }]);
  const { timeline } = (await see(resident, id)).body;
  expect(timeline.at(-1)).toMatchObject({
    action: 'compareLate',
    reason: 'ALREADY_DONE',
    fact: { action: 'drop', counts: false },
  });
  expect(told(fact?.id ?? '')).toEqual(['CARRIER:LATE_FACT_NOTED']);
});

test('two who decide at once: one decision stands', async () => {
  const scene = await takenAsPaid();
  await does(scene.carrier, scene.id, 'purchase', eggsFor(1500));
  const [fact] = await factsFor(scene.worker);
  const leader = await somebody('GRID_LEADER', scene.place);
  const answers = await Promise.all([
    decide(scene.worker, fact?.id ?? '', 'apply'),
    decide(leader, fact?.id ?? '', 'note', { reason: { code: 'WRONG' } }),
  ]);
  await settle();
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const applied = answers[0].status === 200;
  expect((await stored(scene.id)).detail.actualFen).toBe(applied ? 1500 : 2300);
});

test('undecided, it climbs: after a day the township hears of it, after two the county; decided, nobody does', async () => {
  const scene = await takenAsPaid();
  const { id, carrier, place, worker } = scene;
  const township = await somebody('TOWNSHIP_DISPATCHER', place.slice(0, 9));
  const county = await somebody('COUNTY_DISPATCHER', place.slice(0, 6));
  await does(carrier, id, 'purchase', eggsFor(1500));
  const [fact] = await factsFor(worker);
  const heard = () => told(fact?.id ?? '');
  expect(fact).not.toHaveProperty('told');
  await wait(24 * 60 - 1);
  expect(heard()).toEqual([]);
  await wait(1);
  expect(heard()).toEqual(['TOWNSHIP_DISPATCHER:LATE_FACT_OVERDUE']);
  expect(await factsFor(township)).toMatchObject([{ id: fact?.id, told: 'TOWNSHIP_DISPATCHER' }]);
  expect(await factsFor(county)).toEqual([]);
  await wait(24 * 60);
  expect(heard()).toEqual(['TOWNSHIP_DISPATCHER:LATE_FACT_OVERDUE', 'COUNTY_DISPATCHER:LATE_FACT_OVERDUE']);
  expect(await factsFor(county)).toMatchObject([{ id: fact?.id, told: 'COUNTY_DISPATCHER' }]);
  await wait(7 * 24 * 60);
  expect(heard()).toHaveLength(2);
  expect((await decide(county, fact?.id ?? '', 'apply')).status).toBe(200);
  const decided = await takenAsPaid();
  await does(decided.carrier, decided.id, 'purchase', eggsFor(1500));
  const [other] = await factsFor(decided.worker);
  await apply(decided.worker, 'purchase');
  await wait(3 * 24 * 60);
  expect(told(other?.id ?? '').filter((line) => line.endsWith('OVERDUE'))).toEqual([]);
});
