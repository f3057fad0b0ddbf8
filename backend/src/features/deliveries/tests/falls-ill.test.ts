import { aRun, onRun, toDoors } from '../testing/run-scene';
import {
  aDelivery,
  aDraft,
  aHome,
  anId,
  collection,
  does,
  get,
  now,
  pass,
  post,
  receipt,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  stored,
  submit,
  told,
} from '../testing/scene';

setTheStage();

const fallsIll = (person: Somebody) => post(person, '/volunteers/me/off-duty', { opId: anId(), sick: true });
const listFor = async (person: Somebody) => (await get(person, '/volunteers/exposed-doors')).body.items;

test('a carrier who falls ill: the investigator of the place reads the doors of two days, in their order, without a name', async () => {
  const scene = await aDelivery('DROPPED');
  const { place, carrier, household, name, phone } = scene;
  const investigator = await somebody('CDC_INVESTIGATOR', place.slice(0, 6));
  const droppedAt = now().toISOString();
  expect(await listFor(investigator)).toEqual([]);
  pass(60);
  const next = await aHome(place);
  const draft = aDraft(next.household);
  await submit(next.resident, draft);
  await settle();
  const offered = await somebody('GRID_LEADER', place);
  if ((await stored(draft.id)).state === 'TRIAGED') await does(carrier, draft.id, 'claim');
  else await does(offered, draft.id, 'assign', { to: carrier.id });
  for (const [action, body] of [
    ['start-shopping', {}],
    ['purchase', receipt()],
    ['depart', {}],
    ['query-address', {}],
  ] as const)
    await does(carrier, draft.id, action, body);
  await fallsIll(carrier);
  const [sick] = await listFor(investigator);
  expect(sick).toMatchObject({ person: carrier.id, sickAt: now().toISOString() });
  expect(sick.doors).toMatchObject([
    { household, did: 'drop', at: droppedAt },
    { household: next.household, did: 'queryAddress' },
  ]);
  expect(JSON.stringify(sick)).not.toContain(name);
  expect(JSON.stringify(sick)).not.toContain(phone);
  const looks = await collection('auditRows')
    .find({ record: carrier.id } as object)
    .toArray();
  expect(looks).toMatchObject([{ who: investigator.id, did: 'doors', why: 'HEALTH_HOLD' }]);
});

test('doors of more than two days before are not listed, nor the shop; nobody but an investigator of the place asks', async () => {
  const scene = await aDelivery('DROPPED');
  const { place, carrier } = scene;
  const investigator = await somebody('CDC_INVESTIGATOR', place.slice(0, 6));
  pass(48 * 60 + 1);
  await fallsIll(carrier);
  expect(await listFor(investigator)).toMatchObject([{ person: carrier.id, doors: [] }]);
  const elsewhere = await somebody('CDC_INVESTIGATOR', place.replace('g01', 'g02'));
  expect(await listFor(elsewhere)).toEqual([]);
  const leader = await somebody('GRID_LEADER', place);
  expect((await get(leader, '/volunteers/exposed-doors')).status).toBe(403);
  // saying so again does not move the two days
  pass(60);
  const before = (await listFor(investigator))[0].sickAt;
  await fallsIll(carrier);
  expect((await listFor(investigator))[0].sickAt).toBe(before);
});

test('a run whose carrier falls ill with bags in hand: the grid is told and names who goes on; with nothing paid it goes back', async () => {
  const started = await aRun();
  const { run, carrier, leader, ids } = started;
  await toDoors(started);
  await fallsIll(carrier);
  await settle();
  expect(told(run)).toContain('GRID:RUN_STRANDED');
  expect((await stored(run)).state).toBe('DOORS');
  expect((await stored(ids[0])).state).toBe('IN_TRANSIT');
  expect(await onRun(leader, run, 'ask-help')).toMatchObject({ status: 403 });
  const unpaid = await aRun();
  await onRun(unpaid.carrier, unpaid.run, 'start-shopping');
  await settle();
  await fallsIll(unpaid.carrier);
  await settle();
  expect((await stored(unpaid.run)).state).not.toBe('SHOPPING');
  expect(told(unpaid.run)).not.toContain('GRID:RUN_STRANDED');
});

test('where the goods had been sent to another place, the list says that the person was not at this door', async () => {
  const { id, place, carrier, resident, household } = await aDelivery('IN_TRANSIT');
  await does(carrier, id, 'query-address', {});
  await does(resident, id, 'answer-address', { words: '三楼左手' });
  pass(1);
  await does(resident, id, 'redirect', { words: '送到舅舅家', reason: { code: 'RELATIVE' } });
  pass(1);
  await does(carrier, id, 'fail-delivery', { reason: { code: 'NOBODY_ANSWERS' } });
  await fallsIll(carrier);
  const [sick] = await listFor(await somebody('CDC_INVESTIGATOR', place.slice(0, 6)));
  expect(sick.doors).toMatchObject([
    { household, did: 'queryAddress' },
    { household, did: 'failDelivery', elsewhere: true },
  ]);
  expect(sick.doors[0]).not.toHaveProperty('elsewhere');
});
