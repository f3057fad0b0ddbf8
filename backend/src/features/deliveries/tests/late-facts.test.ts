import {
  aCarrier,
  act,
  aDelivery,
  aDraft,
  anId,
  collection,
  does,
  get,
  now,
  pass,
  post,
  receipt,
  type Scene,
  type Somebody,
  see,
  setTheStage,
  settle,
  somebody,
  stored,
  submit,
  told,
  wait,
} from '../testing/scene';

setTheStage();

const facts = async (person: Somebody) => (await get(person, '/late-facts')).body.items;
const reconcile = (person: Somebody, id: string, action: string, more: object = {}) =>
  post(person, `/late-facts/${id}/${action}`, { opId: anId(), ...more });

/** Cancelled by the household while its carrier had no network. */
async function cancelled(): Promise<Scene> {
  const scene = await aDelivery('ACCEPTED');
  await does(scene.resident, scene.id, 'cancel', { reason: { code: 'CHANGED' } });
  await settle();
  return scene;
}

test('a drop reported on a cancelled request is kept with both times, and listed for the grid', async () => {
  const { id, carrier, place } = await cancelled();
  const worker = await somebody('GRID_WORKER', place);
  const occurredAt = now().toISOString();
  pass(40);
  const fact = { opId: anId(), occurredAt, photo: anId() };
  const first = await does(carrier, id, 'drop', fact);
  expect(first.body.receipt).toMatchObject({ action: 'drop', to: 'LATE_FACT' });
  expect((await does(carrier, id, 'drop', fact)).body.receipt).toEqual(first.body.receipt);
  expect((await stored(id)).state).toBe('CANCELLED');
  const rows = await facts(worker);
  expect(rows).toMatchObject([{ record: id, recordState: 'CANCELLED', fact: 'drop', by: '张**', occurredAt }]);
  expect(Date.parse(rows[0].recordedAt) - Date.parse(occurredAt)).toBe(40 * 60_000);
  // nothing was in anybody's hands: there is no door to be at
  expect(rows[0]).toMatchObject({ follows: 'NOTHING', because: 'EARLIER_FIRST', actions: ['note'] });
  // a decision is refused where a fact is not
  expect(await act(carrier, id, 'start-shopping')).toMatchObject({ status: 409 });
  expect(await act(await aCarrier(place), id, 'drop', { photo: anId() })).toMatchObject({ status: 404 });
  expect(await facts(worker)).toHaveLength(1);
});

test('the grid applies it or takes note of it, once; nobody else sees it', async () => {
  const { id, carrier, place } = await cancelled();
  const worker = await somebody('GRID_WORKER', place);
  const elsewhere = await somebody('GRID_LEADER', place.replace('g01', 'g02'));
  await does(carrier, id, 'purchase', receipt());
  await does(carrier, id, 'place-for-pickup', { place: 'A3' });
  const [first, second] = await facts(worker);
  expect(await facts(elsewhere)).toEqual([]);
  expect((await reconcile(elsewhere, first.id, 'apply')).status).toBe(404);
  expect((await reconcile(carrier, first.id, 'apply')).status).toBe(404);
  expect((await reconcile(worker, first.id, 'apply')).body).toMatchObject({ view: { state: 'APPLIED', actions: [] } });
  expect((await reconcile(worker, first.id, 'note', { reason: { code: 'KNOWN' } })).status).toBe(409);
  expect((await reconcile(worker, second.id, 'note')).status).toBe(422);
  expect((await reconcile(worker, second.id, 'note', { reason: { code: 'KNOWN' } })).status).toBe(200);
  expect(await facts(worker)).toEqual([]);
});

test('cancelled but already bought: a linked delivery begins at PURCHASED with the same holder, and goes to the door', async () => {
  const { id, carrier, place, resident } = await cancelled();
  const fact = receipt({ opId: anId() });
  const answers = await Promise.all([1, 2].map(() => act(carrier, id, 'purchase', fact)));
  for (const { body } of answers) expect(body.receipt).toMatchObject({ to: 'LATE_FACT' });
  await act(carrier, id, 'purchase', fact);
  await settle();
  expect(await collection('tasks').countDocuments({ 'detail.linkedFrom': id })).toBe(1);
  const { linkedTo } = (await see(resident, id)).body;
  const linked = (await see(carrier, linkedTo)).body;
  expect(linked).toMatchObject({ state: 'PURCHASED', bags: 2, linkedFrom: id, money: { owedFen: 2300 } });
  expect(linked.household.address).toMatchObject({ room: '402' });
  expect((await get(carrier, '/ledger/mine')).body.owedToMeFen).toBe(2300);
  const worker = await somebody('GRID_WORKER', place);
  expect(await facts(worker)).toMatchObject([{ fact: 'purchase', bags: 2, paidFen: 2300 }]);
  await does(carrier, linkedTo, 'depart');
  await does(carrier, linkedTo, 'drop', { photo: anId() });
  await does(resident, linkedTo, 'confirm');
  await does(resident, linkedTo, 'tick-paid');
  await does(carrier, linkedTo, 'tick-received');
  await settle();
  expect((await stored(linkedTo)).state).toBe('CLOSED');
  await wait(26 * 60);
  expect(told(linkedTo).filter((line) => line.endsWith('REPAY_OVERDUE'))).toEqual([]);
});

test('what was bought keeps the place of the household, unless it has asked anew meanwhile', async () => {
  const first = await cancelled();
  await does(first.carrier, first.id, 'purchase', receipt());
  const { linkedTo } = (await see(first.resident, first.id)).body;
  expect(await submit(first.resident, aDraft(first.household))).toMatchObject({
    status: 409,
    body: { open: linkedTo },
  });
  const second = await cancelled();
  const anew = aDraft(second.household);
  await submit(second.resident, anew);
  await does(second.carrier, second.id, 'purchase', receipt());
  const both = (await get(second.resident, '/deliveries/mine?open=yes')).body.items;
  expect(both.map(({ state }: { state: string }) => state).sort()).toEqual(['PURCHASED', 'SUBMITTED']);
  expect(await submit(second.resident, aDraft(second.household))).toMatchObject({
    status: 409,
    body: { open: anew.id },
  });
});

test('put on hold and then cancelled, what its holder had bought is not lost either', async () => {
  const { id, carrier, place, resident } = await aDelivery('ACCEPTED');
  await does(await somebody('GRID_WORKER', place), id, 'hold', { reason: { code: 'ADMITTED' } });
  await does(resident, id, 'cancel');
  await does(carrier, id, 'purchase', receipt());
  const { linkedTo } = (await see(resident, id)).body;
  expect(await stored(linkedTo)).toMatchObject({ state: 'PURCHASED', assignment: { assignee: carrier.id } });
});

test('who never held it has bought nothing for it', async () => {
  const { id, place, resident } = await cancelled();
  expect(await act(await aCarrier(place), id, 'purchase', receipt())).toMatchObject({ status: 404 });
  await act(resident, id, 'purchase', receipt());
  expect(await collection('tasks').countDocuments({ 'detail.linkedFrom': id })).toBe(0);
});
