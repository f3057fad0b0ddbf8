import {
  act,
  aDelivery,
  aDraft,
  aHome,
  anId,
  collection,
  does,
  get,
  post,
  type Scene,
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

const wrong = { reason: { code: 'BROKEN', words: '两个鸡蛋碎了' }, lines: ['eggs'] };
const decided = (decision: string, more: object = {}) => ({ decision, reason: { code: decision }, ...more });
const rowsOf = async (delivery: string, kind: string) =>
  (await collection('ledger').find({ delivery, kind }).toArray()) as unknown as { amountFen: number }[];
const owedTo = async (person: { id: string }) => (await get(person, '/ledger/mine')).body.owedToMeFen;

async function disputed(from: 'DROPPED' | 'CONFIRMED' = 'CONFIRMED'): Promise<Scene & { leader: { id: string } }> {
  const scene = await aDelivery(from);
  await does(scene.resident, scene.id, 'dispute', wrong);
  await settle();
  return { ...scene, leader: await somebody('GRID_LEADER', scene.place) };
}

test('what is wrong is said once, with lines, words and a photo, by nobody but the household', async () => {
  const { id, carrier, place, resident } = await aDelivery('DROPPED');
  const neighbour = await aHome(place);
  const worker = await somebody('GRID_WORKER', place);
  expect(await act(resident, id, 'dispute', { lines: ['eggs'], reason: undefined })).toMatchObject({ status: 422 });
  expect(await act(neighbour.resident, id, 'dispute', wrong)).toMatchObject({ status: 404 });
  expect(await act(carrier, id, 'dispute', wrong)).toMatchObject({ status: 403 });
  const photo = anId();
  await does(resident, id, 'dispute', { ...wrong, photo });
  await settle();
  expect(told(id)).toContain('GRID:DISPUTED');
  const seen = (await see(worker, id)).body;
  expect(seen).toMatchObject({ state: 'DISPUTED', disputePhoto: photo, next: { code: 'RESOLVE', who: 'GRID' } });
  expect(seen.timeline.at(-1)).toMatchObject({ action: 'dispute', reason: '两个鸡蛋碎了' });
  // such words may be about anything: they are kept sealed
  expect(JSON.stringify(await stored(id))).not.toContain('碎了');
  expect(await act(resident, id, 'dispute', wrong)).toMatchObject({ status: 409 });
  expect(await act(worker, id, 'resolve-dispute', decided('ACCEPT'))).toMatchObject({ status: 403 });
  expect(await act(resident, id, 'resolve-dispute', decided('REFUND'))).toMatchObject({ status: 403 });
});

test('REFUND: some of it back, never more than was paid, and whoever advanced it loses nothing', async () => {
  const { id, carrier, leader, resident } = await disputed();
  const tooMuch = await act(leader, id, 'resolve-dispute', decided('REFUND', { refundFen: 2301 }));
  expect(tooMuch).toMatchObject({ status: 422, body: { errors: [{ pointer: '/refundFen', detail: 'at most 2300' }] } });
  expect(await act(leader, id, 'resolve-dispute', decided('REFUND', { refundFen: -1 }))).toMatchObject({ status: 422 });
  const words = '店里同意退两个鸡蛋的钱';
  await does(leader, id, 'resolve-dispute', {
    ...decided('REFUND', { refundFen: 180 }),
    reason: { code: 'REFUND', words },
  });
  await settle();
  expect(told(id)).toContain('HOUSEHOLD:DISPUTE_REFUND');
  expect(await rowsOf(id, 'REFUND')).toMatchObject([{ amountFen: 180 }]);
  const seen = (await see(resident, id)).body;
  expect(seen).toMatchObject({ state: 'SETTLED', money: { owedFen: 0 } });
  expect(seen.timeline).toContainEqual(expect.objectContaining({ action: 'resolveDispute', reason: words }));
  expect(await owedTo(carrier)).toBe(2300);
});

test('REFUND without an amount is all that was paid', async () => {
  const { id, leader } = await disputed('DROPPED');
  await does(leader, id, 'resolve-dispute', decided('REFUND'));
  await settle();
  expect(await rowsOf(id, 'REFUND')).toMatchObject([{ amountFen: 2300 }]);
});

test('REDELIVER: what was wrong comes again by a request of its own, which has the household’s place', async () => {
  const { id, leader, resident, household, carrier, place } = await disputed();
  const opId = anId();
  const twice = { opId, ...decided('REDELIVER') };
  await does(leader, id, 'resolve-dispute', twice);
  await does(leader, id, 'resolve-dispute', twice);
  await settle();
  const old = (await see(resident, id)).body;
  expect(old.state).toBe('SETTLED');
  const again = (await see(resident, old.linkedTo)).body;
  expect(again).toMatchObject({ linkedFrom: id, estimateFen: 1800, lines: [{ line: 'eggs', outcome: 'OPEN' }] });
  expect(['TRIAGED', 'OFFERED']).toContain(again.state);
  expect(await collection('tasks').countDocuments({ 'detail.linkedFrom': id })).toBe(1);
  const refused = { status: 409, body: { open: old.linkedTo } };
  expect(await submit(resident, aDraft(household))).toMatchObject(refused);
  // the old one ends, and the place stays with the new one
  const cashier = await somebody('COMMUNITY_CASHIER', place);
  expect(await act(cashier, id, 'close-settled')).toMatchObject({ status: 409, body: { next: 'repay' } });
  const [row] = (await get(cashier, '/ledger/owed')).body.items;
  await post(cashier, `/ledger/${row.id}/repay`, { opId: anId() });
  await settle();
  expect((await stored(id)).state).toBe('CLOSED');
  expect(await submit(resident, aDraft(household))).toMatchObject(refused);
  expect(await owedTo(carrier)).toBe(0);
  await does(resident, old.linkedTo, 'cancel');
  await settle();
  expect(await submit(resident, aDraft(household))).toMatchObject({ status: 200 });
});

test.each(['ACCEPT', 'UNFOUNDED'])('%s: nothing is given back, and the household reads why', async (decision) => {
  const { id, leader, resident, carrier } = await disputed();
  await does(leader, id, 'resolve-dispute', decided(decision));
  await settle();
  expect(told(id)).toContain(`HOUSEHOLD:DISPUTE_${decision}`);
  expect(await rowsOf(id, 'REFUND')).toEqual([]);
  expect((await stored(id)).state).toBe('SETTLED');
  expect(await act(leader, id, 'resolve-dispute', decided('REFUND'))).toMatchObject({ status: 409 });
  expect(await act(resident, id, 'dispute', wrong)).toMatchObject({ status: 409 });
  expect(await owedTo(carrier)).toBe(2300);
});

test('a day without a decision: the township hears of it and decides', async () => {
  const { id, place, resident } = await disputed();
  await wait(24 * 60 - 1);
  expect(told(id)).not.toContain('TOWNSHIP_DISPATCHER:DISPUTE_OVERDUE');
  await wait(1);
  expect(told(id)).toContain('TOWNSHIP_DISPATCHER:DISPUTE_OVERDUE');
  await wait(1);
  const township = await somebody('TOWNSHIP_DISPATCHER', place.slice(0, 9));
  expect((await get(township, '/grid/queue?tab=late')).body.items).toMatchObject([{ id, flags: ['DISPUTE_OVERDUE'] }]);
  await does(township, id, 'resolve-dispute', decided('REFUND', { refundFen: 100 }));
  await settle();
  expect((await see(resident, id)).body.state).toBe('SETTLED');
});

test('within forty-eight hours of the door it may be said, afterwards the grid is phoned', async () => {
  const { id, carrier, resident } = await aDelivery('IN_TRANSIT');
  await does(carrier, id, 'drop');
  await wait(48 * 60);
  const early = await aDelivery('IN_TRANSIT');
  await does(early.carrier, early.id, 'drop');
  await wait(48 * 60);
  await does(early.resident, early.id, 'dispute', wrong);
  expect(await act(resident, id, 'dispute', wrong)).toMatchObject({ status: 409, body: { next: 'call-grid' } });
  expect((await stored(id)).state).toBe('DROPPED');
});
