import { complaintsAboutRun } from '../testing/checks';
import { bookOf, moneyOf, owedTo } from '../testing/run-book';
import { aRun, onRun, type RunScene, toDoors } from '../testing/run-scene';
import {
  aCarrier,
  anId,
  collection,
  does,
  get,
  now,
  post,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  stored,
  told,
  wait,
} from '../testing/scene';

setTheStage();

/** Two doors paid for by the first carrier, 900 fen each, with 3000 fen of float out; then somebody else goes on. */
async function handedOver(cashFen: number) {
  const scene = await aRun();
  const { cashier, run, leader, place, carrier } = scene;
  await onRun(cashier, run, 'give-float', { floatFen: 3000 });
  await toDoors(scene);
  const next = await aCarrier(place);
  const opId = anId();
  const pass = () => onRun(leader, run, 'hand-over', { opId, to: next.id, bags: 2, cashFen });
  expect(await pass()).toMatchObject({ status: 200 });
  expect(await pass()).toMatchObject({ status: 200 });
  await settle();
  return { scene, first: carrier, next, run, leader, cashier };
}

/** Puts everything down, counts, and ends the run. */
async function finish({ ids, run }: RunScene, next: Somebody, floatReturnedFen: number) {
  for (const id of ids) await does(next, id, 'drop', { photo: anId() });
  await settle();
  return onRun(next, run, 'close', { floatReturnedFen });
}

test('both say the same: what the first kept is the first’s repayment, the rest comes back by the second, the book is even', async () => {
  const { scene, first, next, run, leader } = await handedOver(1500);
  // 1800 advanced, 1500 kept: nobody has it yet, since nobody has counted
  expect(await owedTo(first)).toBe(1800);
  const opId = anId();
  await onRun(next, run, 'count-hand-over', { opId, bags: 2, cashFen: 1500 });
  await onRun(next, run, 'count-hand-over', { opId, bags: 2, cashFen: 1500 });
  await settle();
  expect(await owedTo(first)).toBe(300);
  expect(await owedTo(next)).toBe(0);
  expect(await moneyOf(leader)).toMatchObject({
    handoverCash: { from: '张**', statedFen: 1500, countedFen: 1500, agreedFen: 1500 },
    mayAgreeCash: false,
  });
  // what the first one paid is not said to be the next one's
  const own = { cashHeldFen: 1500, cashExpectedFen: 1500, advancedFen: 0 };
  expect((await get(next, `/runs/${run}`)).body).toMatchObject(own);
  const tooMuch = await finish(scene, next, 1501);
  expect(tooMuch).toMatchObject({ status: 422, body: { errors: [{ pointer: '/floatReturnedFen' }] } });
  expect(await onRun(next, run, 'close', { floatReturnedFen: 1500 })).toMatchObject({ status: 200 });
  await settle();
  expect(await moneyOf(leader)).toMatchObject({ floatFen: 3000, coveredFen: 1500, differenceFen: 0 });
  expect(await owedTo(first)).toBe(300);
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
  expect(told(run)).not.toContain('GRID_LEADER:MONEY_DIFFERS');
});

test('the two differ: the grid leader hears of it and has asked both before the run ends; the rest is no carrier’s gain', async () => {
  const { scene, first, next, run, leader, cashier } = await handedOver(2000);
  await onRun(next, run, 'count-hand-over', { bags: 2, cashFen: 1800 });
  await settle();
  expect(told(run)).toContain('GRID_LEADER:MONEY_DIFFERS');
  expect(await moneyOf(leader)).toMatchObject({
    mayAgreeCash: true,
    handoverCash: { statedFen: 2000, countedFen: 1800 },
  });
  expect(await moneyOf(cashier)).toMatchObject({ mayAgreeCash: false });
  // open: nothing of it is booked, and nothing is built on it
  expect(await owedTo(first)).toBe(1800);
  const third = await aCarrier(scene.place);
  const again = { to: third.id, bags: 2, cashFen: 0 };
  expect(await onRun(leader, run, 'hand-over', again)).toMatchObject({ status: 409, body: { next: 'agree-cash' } });
  expect(await finish(scene, next, 1800)).toMatchObject({ status: 409, body: { next: 'agree-cash' } });
  for (const person of [next, first, cashier, await somebody('GRID_WORKER', scene.place)])
    expect((await onRun(person, run, 'agree-cash', { cashFen: 2000 })).status).toBe(403);
  expect(await onRun(leader, run, 'agree-cash', { cashFen: 3001 })).toMatchObject({ status: 422 });
  expect(await onRun(leader, run, 'agree-cash', { cashFen: 1800 })).toMatchObject({ status: 200 });
  expect(await onRun(leader, run, 'agree-cash', { cashFen: 1900 })).toMatchObject({ status: 409 });
  await settle();
  // 1200 stayed with the first, who had paid 1800
  expect(await owedTo(first)).toBe(600);
  expect(told(run).filter((line) => line === 'CARRIER:CASH_AGREED')).toHaveLength(2);
  expect(await onRun(next, run, 'close', { floatReturnedFen: 1800 })).toMatchObject({ status: 200 });
  await settle();
  expect(await moneyOf(leader)).toMatchObject({ coveredFen: 1200, differenceFen: 0 });
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
});

test('more kept than was paid: what no door is owed is named, and the first is owed nothing', async () => {
  const { scene, first, next, run, leader } = await handedOver(500);
  await onRun(next, run, 'count-hand-over', { bags: 2, cashFen: 500 });
  await finish(scene, next, 500);
  await settle();
  expect(await owedTo(first)).toBe(0);
  expect(await moneyOf(leader)).toMatchObject({ coveredFen: 1800, differenceFen: 700 });
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
});

test('how much goes along must be said, is never more than is out, and is counted before the run ends', async () => {
  const scene = await aRun();
  const { cashier, run, carrier, place } = scene;
  await onRun(cashier, run, 'give-float', { floatFen: 3000 });
  await toDoors(scene);
  const next = await aCarrier(place);
  const missing = await onRun(carrier, run, 'hand-over', { photo: anId(), to: next.id, bags: 2 });
  expect(missing).toMatchObject({ status: 422, body: { errors: [{ pointer: '/cashFen' }] } });
  const tooMuch = await onRun(carrier, run, 'hand-over', { photo: anId(), to: next.id, bags: 2, cashFen: 3001 });
  expect(tooMuch).toMatchObject({ status: 422, body: { errors: [{ pointer: '/cashFen' }] } });
  expect((await stored(run)).assignment.assignee).toBe(carrier.id);
  await onRun(carrier, run, 'hand-over', { photo: anId(), to: next.id, bags: 2, cashFen: 1200 });
  await settle();
  expect(await onRun(next, run, 'count-hand-over', { bags: 2 })).toMatchObject({ status: 422 });
  expect(await onRun(next, run, 'count-hand-over', { bags: 2, cashFen: 3001 })).toMatchObject({ status: 422 });
  expect(await finish(scene, next, 1200)).toMatchObject({ status: 409, body: { next: 'count-cash' } });
  expect(await onRun(next, run, 'count-hand-over', { bags: 2, cashFen: 1200 })).toMatchObject({ status: 200 });
  expect(await onRun(next, run, 'close', { floatReturnedFen: 1200 })).toMatchObject({ status: 200 });
  await settle();
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
});

test.each(['give-back', 'sick'])(
  'before anything is paid (%s): all of the cash waits to be counted by whoever takes the run next',
  async (how) => {
    const scene = await aRun();
    const { cashier, run, carrier, place, leader } = scene;
    await onRun(cashier, run, 'give-float', { floatFen: 3000 });
    if (how === 'sick') await post(carrier, '/volunteers/me/off-duty', { opId: anId(), sick: true });
    else await onRun(carrier, run, 'give-back');
    await settle();
    expect(told(run)).toContain('GRID:FLOAT_WITH_FORMER');
    expect((await stored(run)).detail).toMatchObject({ handoverCash: { from: carrier.id, statedFen: 3000 } });
    const next = await aCarrier(place);
    await onRun(leader, run, 'assign', { to: next.id });
    await settle();
    expect((await get(next, `/runs/${run}`)).body).toMatchObject({ handoverCash: { statedFen: 3000 } });
    await onRun(next, run, 'count-hand-over', { bags: 0, cashFen: 3000 });
    await settle();
    expect((await stored(run)).detail).toMatchObject({ handoverCash: { agreedFen: 3000 } });
    expect(told(run)).not.toContain('GRID:COUNT_DIFFERS');
    await toDoors({ ...scene, carrier: next });
    for (const id of scene.ids) await does(next, id, 'drop', { photo: anId() });
    await settle();
    await onRun(next, run, 'close', { floatReturnedFen: 1200 });
    await settle();
    // the second paid 1800 out of it
    expect([await owedTo(carrier), await owedTo(next)]).toEqual([0, 0]);
    expect(await moneyOf(leader)).toMatchObject({ coveredFen: 1800, differenceFen: 0 });
    expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
  },
);

test('passed on half way through the shopping, each is repaid out of what that one kept and no other', async () => {
  const scene = await aRun();
  const { cashier, run, carrier, place, leader, ids } = scene;
  const [first, second] = ids;
  await onRun(cashier, run, 'give-float', { floatFen: 3000 });
  await onRun(carrier, run, 'start-shopping');
  await settle();
  const bought = () => ({ lines: [{ line: 'eggs', outcome: 'FOUND' }], receiptPhoto: anId(), bags: 1 });
  await does(carrier, first, 'purchase', bought());
  const next = await aCarrier(place);
  await onRun(leader, run, 'hand-over', { to: next.id, bags: 1, cashFen: 2100 });
  await settle();
  await onRun(next, run, 'count-hand-over', { bags: 1, cashFen: 2100 });
  await does(next, second, 'purchase', bought());
  await onRun(next, run, 'start-doors');
  await settle();
  // the second paid with own money and gives back all that came
  expect(await finish(scene, next, 2100)).toMatchObject({ status: 200 });
  await settle();
  expect([await owedTo(carrier), await owedTo(next)]).toEqual([0, 900]);
  expect(await moneyOf(leader)).toMatchObject({ coveredFen: 900, differenceFen: 0 });
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
});

test('two counts that differ stand until somebody has agreed them, also when the one who counted falls ill', async () => {
  const scene = await aRun();
  const { cashier, run, carrier, place, leader } = scene;
  await onRun(cashier, run, 'give-float', { floatFen: 3000 });
  await onRun(carrier, run, 'give-back');
  await settle();
  const next = await aCarrier(place);
  await onRun(leader, run, 'assign', { to: next.id });
  await onRun(next, run, 'count-hand-over', { bags: 0, cashFen: 2000 });
  expect(await onRun(next, run, 'give-back')).toMatchObject({ status: 409, body: { next: 'agree-cash' } });
  const other = await onRun(leader, run, 'reassign', { to: carrier.id });
  expect(other).toMatchObject({ status: 409, body: { next: 'agree-cash' } });
  await post(next, '/volunteers/me/off-duty', { opId: anId(), sick: true });
  await settle();
  const between = { from: carrier.id, statedFen: 3000, countedFen: 2000, countedBy: next.id };
  expect(await stored(run)).toMatchObject({ state: 'LOCKED', detail: { handoverCash: between } });
  const third = await aCarrier(place);
  await onRun(leader, run, 'assign', { to: third.id });
  expect(await onRun(leader, run, 'agree-cash', { cashFen: 2000 })).toMatchObject({ status: 200 });
  await settle();
  // what was counted is still with whoever fell ill
  expect((await stored(run)).detail).toMatchObject({ handoverCash: { from: next.id, heldFen: 2000, statedFen: 2000 } });
  expect((await onRun(third, run, 'count-hand-over', { bags: 0, cashFen: 2000 })).status).toBe(200);
  expect((await stored(run)).detail).toMatchObject({ handoverCash: { agreedFen: 2000 } });
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
});

test('cash that is out is seen while nobody carries the run, and keeps it from being dissolved', async () => {
  const { cashier, run, carrier, leader } = await aRun();
  await onRun(cashier, run, 'give-float', { floatFen: 3000 });
  await onRun(carrier, run, 'give-back');
  await settle();
  expect(await moneyOf(cashier)).toMatchObject({ run, state: 'LOCKED', floatFen: 3000 });
  expect(await onRun(leader, run, 'dissolve')).toMatchObject({ status: 409, body: { next: 'take-cash' } });
});

test('what the first carrier kept waits for the book: an advance that is booked late is covered all the same', async () => {
  const scene = await aRun();
  const { cashier, run, carrier, place, leader, ids } = scene;
  await onRun(cashier, run, 'give-float', { floatFen: 3000 });
  await onRun(carrier, run, 'start-shopping');
  await settle();
  const lines = [{ line: 'eggs', outcome: 'FOUND' }];
  for (const id of ids) await does(carrier, id, 'purchase', { lines, receiptPhoto: anId(), bags: 1 });
  const inAnHour = new Date(now().getTime() + 3_600_000);
  await collection('tasks').updateOne({ _id: ids[0] }, { $set: { 'relay.due': inAnHour } } as object);
  const next = await aCarrier(place);
  await onRun(leader, run, 'hand-over', { to: next.id, bags: 2, cashFen: 1500 });
  await onRun(next, run, 'count-hand-over', { bags: 2, cashFen: 1500 });
  await settle();
  // tried in vain, and again
  for (const minutes of [90, 90]) await wait(minutes);
  expect(await owedTo(carrier)).toBe(300);
  expect(await moneyOf(leader)).toMatchObject({ coveredFen: 1500 });
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
});
