import { complaintsAboutRun } from '../testing/checks';
import { bookOf, moneyOf, owedTo } from '../testing/run-book';
import { aRun, onRun, type RunScene, toDoors } from '../testing/run-scene';
import {
  aCarrier,
  anId,
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
} from '../testing/scene';

setTheStage();

const backIn = async (scene: RunScene): Promise<number> =>
  (await bookOf(scene)).filter(({ kind }) => kind === 'FLOAT_BACK').reduce((sum, { amountFen }) => sum + amountFen, 0);

/** 3000 fen went out with a run that its carrier has given back before anything was paid. */
async function givenBack(): Promise<RunScene & { readonly township: Somebody }> {
  const scene = await aRun();
  await onRun(scene.cashier, scene.run, 'give-float', { floatFen: 3000 });
  await onRun(scene.carrier, scene.run, 'give-back');
  await settle();
  return { ...scene, township: await somebody('TOWNSHIP_DISPATCHER', scene.place) };
}

/** Nobody wants anything of it any more. */
async function allLeave({ ids, homes }: RunScene): Promise<void> {
  for (const [at, id] of ids.entries()) {
    const { resident } = homes[at] ?? homes[0];
    expect(await does(resident, id, 'cancel')).toMatchObject({ status: 200 });
  }
  await settle();
}

test('a run that nobody carries: the cashier takes its cash over, counted as said, and it may be dissolved', async () => {
  const scene = await givenBack();
  const { cashier, run, leader, carrier, place } = scene;
  expect(await moneyOf(cashier)).toMatchObject({ mayTakeCash: true, cashOut: { who: '张**', amountFen: 3000 } });
  const strangers = [carrier, scene.township, await somebody('GRID_WORKER', place)];
  for (const person of strangers)
    expect(await onRun(person, run, 'take-cash', { cashFen: 3000 })).toMatchObject({ status: 403 });
  const elsewhere = await somebody('COMMUNITY_CASHIER', '141122100202-g09');
  expect((await onRun(elsewhere, run, 'take-cash', { cashFen: 3000 })).status).toBeGreaterThanOrEqual(403);
  const tooMuch = await onRun(cashier, run, 'take-cash', { cashFen: 3001 });
  expect(tooMuch).toMatchObject({ status: 422, body: { errors: [{ pointer: '/cashFen' }] } });
  const opId = anId();
  for (const _twice of [1, 2])
    expect(await onRun(cashier, run, 'take-cash', { opId, cashFen: 3000 })).toMatchObject({ status: 200 });
  await settle();
  expect(await backIn(scene)).toBe(3000);
  expect(await moneyOf(cashier)).toMatchObject({ floatReturnedFen: 3000, differenceFen: 0, mayTakeCash: false });
  expect((await moneyOf(cashier)).cashOut).toBeUndefined();
  expect(await onRun(leader, run, 'take-cash', { cashFen: 0 })).toMatchObject({
    status: 409,
    body: { next: 'refresh' },
  });
  expect(await onRun(leader, run, 'dissolve')).toMatchObject({ status: 200, body: { view: { state: 'DISSOLVED' } } });
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
});

test('counted otherwise than said: the leader asks both, and what is missing is shown as belonging to no door', async () => {
  const scene = await givenBack();
  const { cashier, run, leader, carrier, place } = scene;
  await onRun(cashier, run, 'take-cash', { cashFen: 2500 });
  await settle();
  expect(told(run)).toContain('GRID_LEADER:MONEY_DIFFERS');
  expect(await backIn(scene)).toBe(0);
  expect(await moneyOf(leader)).toMatchObject({ mayAgreeCash: true, mayTakeCash: false });
  // in doubt: neither counted once more nor dissolved, and no more goes out
  const open = { status: 409, body: { next: 'agree-cash' } };
  expect(await onRun(leader, run, 'take-cash', { cashFen: 3000 })).toMatchObject(open);
  expect((await onRun(leader, run, 'dissolve')).status).toBe(409);
  const next = await aCarrier(place);
  await onRun(leader, run, 'assign', { to: next.id });
  expect(await onRun(cashier, run, 'give-float', { floatFen: 500 })).toMatchObject(open);
  // whoever carries it now has none of this cash, and cannot say what it was
  expect(await onRun(next, run, 'count-hand-over', { bags: 0, cashFen: 3000 })).toMatchObject({ status: 200 });
  expect((await stored(run)).detail).toMatchObject({ handoverCash: { countedFen: 2500, toCashier: true } });
  expect((await onRun(cashier, run, 'agree-cash', { cashFen: 2500 })).status).toBe(403);
  expect((await onRun(leader, run, 'agree-cash', { cashFen: 2500 })).status).toBe(200);
  await settle();
  expect(await backIn(scene)).toBe(2500);
  expect(told(run)).toContain('CARRIER:CASH_AGREED');
  expect(await moneyOf(leader)).toMatchObject({ floatReturnedFen: 2500, differenceFen: 500 });
  expect(await owedTo(carrier)).toBe(0);
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
});

test('nobody judges an own count: what a grid leader took in differently the township settles', async () => {
  const { run, leader, township } = await givenBack();
  await onRun(leader, run, 'take-cash', { cashFen: 2900 });
  await settle();
  expect(told(run)).toContain('TOWNSHIP_DISPATCHER:MONEY_DIFFERS');
  expect(told(run)).not.toContain('GRID_LEADER:MONEY_DIFFERS');
  expect(await moneyOf(leader)).toMatchObject({ mayAgreeCash: false });
  const own = await onRun(leader, run, 'agree-cash', { cashFen: 3000 });
  expect(own).toMatchObject({ status: 409, body: { next: 'leave-to-others' } });
  expect(await moneyOf(township)).toMatchObject({ mayAgreeCash: true });
  expect((await onRun(township, run, 'agree-cash', { cashFen: 3000 })).status).toBe(200);
});

test('everybody left while nobody carried it: it waits for its cash, and ends with it', async () => {
  const scene = await givenBack();
  const { cashier, run } = scene;
  await allLeave(scene);
  expect((await stored(run)).state).toBe('SETTLING');
  expect(await moneyOf(cashier)).toMatchObject({ mayTakeCash: true, cashOut: { amountFen: 3000 } });
  expect(await onRun(cashier, run, 'close', { floatReturnedFen: 0 })).toMatchObject({
    status: 409,
    body: { next: 'count-cash' },
  });
  expect((await onRun(cashier, run, 'take-cash', { cashFen: 3000 })).status).toBe(200);
  await settle();
  expect((await stored(run)).state).toBe('CLOSED');
  expect(await moneyOf(cashier)).toMatchObject({ state: 'CLOSED', floatReturnedFen: 3000, differenceFen: 0 });
  expect(await backIn(scene)).toBe(3000);
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
});

test('everybody left a run that somebody carries: its carrier, or the cashier for that one, closes it with the cash', async () => {
  const scene = await aRun();
  const { cashier, run, carrier } = scene;
  await onRun(cashier, run, 'give-float', { floatFen: 3000 });
  await allLeave(scene);
  expect(await stored(run)).toMatchObject({ state: 'SETTLING', assignment: { assignee: carrier.id } });
  expect(await moneyOf(cashier)).toMatchObject({ mayTakeCash: false });
  expect(await onRun(cashier, run, 'take-cash', { cashFen: 3000 })).toMatchObject({
    status: 409,
    body: { next: 'close' },
  });
  expect((await onRun(carrier, run, 'close', { floatReturnedFen: 3000 })).status).toBe(200);
  await settle();
  expect(await backIn(scene)).toBe(3000);
  expect((await get(carrier, '/work/runs')).body.items).toEqual([]);
});

test('taken over, the run goes on with another float; each carrier’s advance is repaid out of that one’s own', async () => {
  const scene = await givenBack();
  const { cashier, run, leader, carrier, place } = scene;
  await onRun(cashier, run, 'take-cash', { cashFen: 3000 });
  const next = await aCarrier(place);
  await onRun(leader, run, 'assign', { to: next.id });
  await settle();
  await onRun(cashier, run, 'give-float', { floatFen: 2000 });
  expect((await get(next, `/runs/${run}`)).body).toMatchObject({ cashHeldFen: 2000 });
  expect((await moneyOf(cashier)).differenceFen).toBeUndefined();
  await toDoors({ ...scene, carrier: next });
  for (const id of scene.ids) await does(next, id, 'drop', { photo: anId() });
  await settle();
  expect((await onRun(next, run, 'close', { floatReturnedFen: 2001 })).status).toBe(422);
  expect((await onRun(next, run, 'close', { floatReturnedFen: 500 })).status).toBe(200);
  await settle();
  // 1800 advanced, 1500 kept of the second float
  expect([await owedTo(carrier), await owedTo(next)]).toEqual([0, 300]);
  expect(await moneyOf(cashier)).toMatchObject({ floatReturnedFen: 3500, coveredFen: 1500, differenceFen: 0 });
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
});

test('what a carrier paid and reports only after the cash was taken in stays owed to that one', async () => {
  const scene = await aRun();
  const { cashier, run, carrier, leader, ids } = scene;
  await onRun(cashier, run, 'give-float', { floatFen: 3000 });
  await onRun(carrier, run, 'start-shopping');
  await settle();
  const occurredAt = now().toISOString();
  await onRun(carrier, run, 'give-back');
  await settle();
  await onRun(cashier, run, 'take-cash', { cashFen: 2100 });
  const lines = [{ line: 'eggs', outcome: 'FOUND' }];
  const late = await does(carrier, ids[0], 'purchase', { lines, receiptPhoto: anId(), bags: 1, occurredAt });
  expect(late.status).toBeLessThan(300);
  await settle();
  const { items } = (await get(leader, '/late-facts')).body;
  expect(await post(leader, `/late-facts/${items[0].id}/apply`, { opId: anId() })).toMatchObject({ status: 200 });
  await settle();
  expect((await onRun(leader, run, 'agree-cash', { cashFen: 2100 })).status).toBe(200);
  await settle();
  expect(await owedTo(carrier)).toBe(900);
  const owed = (await get(cashier, '/ledger/owed')).body.items;
  expect(owed).toMatchObject([{ kind: 'ADVANCED', openFen: 900 }]);
  // and the cash that was not brought back is named beside it
  expect(await moneyOf(cashier)).toMatchObject({ differenceFen: 900 });
  expect(complaintsAboutRun(await bookOf(scene))).toEqual([]);
});
