import {
  act,
  aDelivery,
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
  told,
  wait,
} from '../testing/scene';

setTheStage();

type Row = { readonly kind: string; readonly amountFen: number };
const rowsOf = async (delivery: string) =>
  (await collection('ledger').find({ delivery }).toArray()) as unknown as Row[];
const kindsOf = async (delivery: string) => (await rowsOf(delivery)).map(({ kind }) => kind).sort();
const owedTo = async (person: { id: string }) => (await get(person, '/ledger/mine')).body.owedToMeFen;
const moneyFor = async ({ resident, id }: Scene) => (await see(resident, id)).body.money;
const cashierOf = ({ place }: Scene) => somebody('COMMUNITY_CASHIER', place);

/** Pays back whatever is owed there. */
async function repayAll(scene: Scene): Promise<void> {
  const cashier = await cashierOf(scene);
  for (const { id } of (await get(cashier, '/ledger/owed')).body.items)
    await post(cashier, `/ledger/${id}/repay`, { opId: anId() });
  await settle();
}

test('what was advanced is paid back by the household, when both sides say so, and written down once', async () => {
  const scene = await aDelivery('CONFIRMED');
  const { id, carrier, resident } = scene;
  expect(await moneyFor(scene)).toMatchObject({ owedFen: 2300, owedTo: 'CARRIER', paidTick: false });
  expect(await act(carrier, id, 'tick-paid')).toMatchObject({ status: 403 });
  expect(await act(resident, id, 'tick-received')).toMatchObject({ status: 403 });
  await does(resident, id, 'tick-paid');
  expect(await stored(id)).toMatchObject({ state: 'CONFIRMED' });
  expect(await owedTo(carrier)).toBe(2300);
  await does(carrier, id, 'tick-received');
  await settle();
  expect((await stored(id)).state).toBe('CLOSED');
  expect([await owedTo(carrier), await moneyFor(scene)]).toMatchObject([0, { owedFen: 0 }]);
  expect(await kindsOf(id)).toEqual(['ADVANCED', 'HOUSEHOLD_PAID', 'REPAID']);
  expect(await act(carrier, id, 'tick-received')).toMatchObject({ status: 409 });
});

test('ticked twice by the same side, it is written down once and waits for the other side', async () => {
  const { id, carrier } = await aDelivery('CONFIRMED');
  const sameOperation = { opId: anId() };
  await does(carrier, id, 'tick-received', sameOperation);
  await does(carrier, id, 'tick-received', sameOperation);
  await does(carrier, id, 'tick-received');
  await settle();
  expect((await stored(id)).state).toBe('CONFIRMED');
  expect(await kindsOf(id)).toEqual(['ADVANCED', 'HOUSEHOLD_PAID', 'REPAID']);
});

test('the cashier repays before the household has paid, once; then the household’s money is the cashier’s', async () => {
  const scene = await aDelivery('CONFIRMED');
  const { id, carrier, place, resident } = scene;
  const cashier = await cashierOf(scene);
  const elsewhere = await somebody('COMMUNITY_CASHIER', place.replace('g01', 'g02'));
  const leader = await somebody('GRID_LEADER', place);
  const [row] = (await get(leader, '/ledger/owed')).body.items;
  expect(row).toMatchObject({ amountFen: 2300, kind: 'ADVANCED', overdue: false, who: '张**' });
  expect((await post(leader, `/ledger/${row.id}/repay`, { opId: anId() })).status).toBe(403);
  expect((await post(elsewhere, `/ledger/${row.id}/repay`, { opId: anId() })).status).toBe(404);
  const opId = anId();
  for (const _ of [1, 2]) expect((await post(cashier, `/ledger/${row.id}/repay`, { opId })).status).toBe(200);
  expect((await post(cashier, `/ledger/${row.id}/repay`, { opId: anId() })).status).toBe(409);
  expect(await owedTo(carrier)).toBe(0);
  expect((await stored(id)).state).toBe('CONFIRMED');
  // otherwise the carrier would have it twice
  expect(await moneyFor(scene)).toMatchObject({ owedFen: 2300, owedTo: 'COMMUNITY' });
  expect((await see(carrier, id)).body.actions).not.toContain('tickReceived');
  expect((await see(cashier, id)).body.actions).toContain('tickReceived');
  expect(await act(carrier, id, 'tick-received')).toMatchObject({ status: 409, body: { next: 'cashier' } });
  await does(resident, id, 'tick-paid');
  await does(cashier, id, 'tick-received');
  await settle();
  expect((await stored(id)).state).toBe('CLOSED');
  expect(await kindsOf(id)).toEqual(['ADVANCED', 'HOUSEHOLD_PAID', 'REPAID']);
});

test('what the carrier has from the household, the cashier does not pay a second time', async () => {
  const scene = await aDelivery('CONFIRMED');
  const cashier = await cashierOf(scene);
  const [row] = (await get(cashier, '/ledger/owed')).body.items;
  await act(scene.carrier, scene.id, 'tick-received');
  expect((await post(cashier, `/ledger/${row.id}/repay`, { opId: anId() })).status).toBe(409);
  await settle();
  expect(await kindsOf(scene.id)).toEqual(['ADVANCED', 'HOUSEHOLD_PAID', 'REPAID']);
});

test('a day without repayment climbs: cashier, grid leader, township, a quarter of an hour each', async () => {
  const { id, place } = await aDelivery('PURCHASED');
  const climbed = () => told(id).filter((line) => line.endsWith(':REPAY_OVERDUE'));
  await wait(24 * 60 - 1);
  expect(climbed()).toEqual([]);
  const steps = ['COMMUNITY_CASHIER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
  for (const [step, minutes] of [1, 15, 15].entries()) {
    await wait(minutes);
    expect(climbed()).toEqual(steps.slice(0, step + 1).map((role) => `${role}:REPAY_OVERDUE`));
  }
  await wait(60);
  expect(climbed()).toHaveLength(3);
  const township = await somebody('TOWNSHIP_DISPATCHER', place.slice(0, 9));
  const [row] = (await get(township, '/ledger/owed')).body.items;
  expect(row).toMatchObject({ overdue: true, told: 'TOWNSHIP_DISPATCHER' });
});

test('repaid in time, nobody is reminded', async () => {
  const scene = await aDelivery('PURCHASED');
  await repayAll(scene);
  await wait(3 * 24 * 60);
  expect(told(scene.id).filter((line) => line.endsWith(':REPAY_OVERDUE'))).toEqual([]);
});

test('after two days it is unpaid; aid takes it over, and the carrier is repaid all the same', async () => {
  const scene = await aDelivery('CONFIRMED');
  const { id, carrier, resident } = scene;
  await wait(48 * 60);
  expect((await stored(id)).state).toBe('UNPAID');
  expect(told(id)).toEqual(expect.arrayContaining(['COMMUNITY_CASHIER:UNPAID', 'HOUSEHOLD:UNPAID']));
  expect(await act(resident, id, 'pay-by-aid')).toMatchObject({ status: 403 });
  await does(await cashierOf(scene), id, 'pay-by-aid', { reason: { code: 'LOW_INCOME' } });
  await settle();
  expect((await stored(id)).state).toBe('PAID_BY_AID');
  expect([await owedTo(carrier), await moneyFor(scene)]).toMatchObject([2300, { owedFen: 0 }]);
  await repayAll(scene);
  expect((await stored(id)).state).toBe('CLOSED');
  expect(await kindsOf(id)).toEqual(['ADVANCED', 'AID', 'REPAID']);
});

test('only the township writes off', async () => {
  const scene = await aDelivery('CONFIRMED');
  await wait(48 * 60);
  expect(await act(await cashierOf(scene), scene.id, 'write-off')).toMatchObject({ status: 403 });
  await does(await somebody('TOWNSHIP_DISPATCHER', scene.place.slice(0, 9)), scene.id, 'write-off');
  await settle();
  expect(await moneyFor(scene)).toMatchObject({ owedFen: 0 });
  await repayAll(scene);
  expect((await stored(scene.id)).state).toBe('CLOSED');
  expect(await kindsOf(scene.id)).toEqual(['ADVANCED', 'REPAID', 'WRITTEN_OFF']);
});

test('unpaid is not too late: paid on the third day, it is settled as any other', async () => {
  const { id, carrier, resident } = await aDelivery('CONFIRMED');
  await wait(60 * 60);
  await does(resident, id, 'tick-paid');
  await does(carrier, id, 'tick-received');
  await settle();
  expect((await stored(id)).state).toBe('CLOSED');
});

test('who pays the shop directly owes no volunteer, and no volunteer is asked to wait', async () => {
  const scene = await aDelivery('CONFIRMED', { payMode: 'RESIDENT_PAYS_SHOP' });
  expect(await moneyFor(scene)).toMatchObject({ owedFen: 2300, owedTo: 'SHOP' });
  expect([await owedTo(scene.carrier), await kindsOf(scene.id)]).toEqual([0, []]);
  await does(await cashierOf(scene), scene.id, 'settle');
  await settle();
  expect((await stored(scene.id)).state).toBe('CLOSED');
  expect(told(scene.id).filter((line) => line.endsWith(':REPAY_OVERDUE'))).toEqual([]);
});
