import { type BookRow, complaintsAbout, complaintsAboutRun } from '../testing/checks';
import { bookOf } from '../testing/run-book';
import { aRun, onRun, toSettling } from '../testing/run-scene';
import {
  act,
  aDelivery,
  anId,
  collection,
  does,
  get,
  now,
  post,
  type Scene,
  see,
  setTheStage,
  settle,
  somebody,
  stored,
  sweep,
  wait,
} from '../testing/scene';

setTheStage();

test('a float goes out by the cashier and comes back by the carrier, never more than went out', async () => {
  const started = await aRun();
  const { ids, run, carrier, cashier, homes } = started;
  expect(await onRun(carrier, run, 'give-float', { floatFen: 5000 })).toMatchObject({ status: 403 });
  expect(await onRun(cashier, run, 'give-float', { floatFen: -1 })).toMatchObject({ status: 422 });
  const sameOperation = { opId: anId(), floatFen: 3000 };
  await onRun(cashier, run, 'give-float', sameOperation);
  await onRun(cashier, run, 'give-float', sameOperation);
  await onRun(cashier, run, 'give-float', { floatFen: 2000 });
  await toSettling(started);
  const [money] = (await get(cashier, '/ledger/runs')).body.items;
  const owed = [{ who: '张**', amountFen: 1800 }];
  expect(money).toEqual({
    run,
    state: 'SETTLING',
    carrier: '张**',
    floatFen: 5000,
    coveredFen: 0,
    mayAgreeCash: false,
    mayTakeCash: false,
    owed,
  });
  const tooMuch = await onRun(carrier, run, 'close', { floatReturnedFen: 5001 });
  expect(tooMuch).toMatchObject({ status: 422, body: { errors: [{ pointer: '/floatReturnedFen' }] } });
  expect(await onRun(carrier, run, 'close', { floatReturnedFen: 5000 })).toMatchObject({ status: 200 });
  await settle();
  const rows = (await collection('ledger').find({ run }).toArray()) as unknown as BookRow[];
  expect(rows.map(({ kind, amountFen }) => [kind, amountFen]).sort()).toEqual([
    ['FLOAT_BACK', 5000],
    ['FLOAT_OUT', 2000],
    ['FLOAT_OUT', 3000],
  ]);
  // all of it came back: what was advanced is still owed, by the households
  expect((await get(carrier, '/ledger/mine')).body.owedToMeFen).toBe(1800);
  const [first] = homes;
  expect((await see(first?.resident ?? carrier, ids[0] ?? '')).body).toMatchObject({ money: { owedFen: 900 } });
});

test.each([
  ['all of it', 2000, 200, [0, 0]],
  ['one door, and a part of the next', 2000, 900, [0, 700]],
  ['a part of the first door, when it does not reach', 800, 0, [100, 900]],
  ['more than was advanced: what no door is owed is named', 2000, 0, [0, 0]],
])('what a carrier keeps of the float covers the doors in walking order: %s', async (_, floatFen, back, owed) => {
  const started = await aRun();
  const { run, carrier, cashier, leader } = started;
  await onRun(cashier, run, 'give-float', { floatFen });
  await toSettling(started);
  const { order } = (await stored(run)).detail as { order: readonly string[] };
  await onRun(carrier, run, 'close', { floatReturnedFen: back });
  await settle();
  const sum = owed.reduce((total, fen) => total + fen, 0);
  const covered = 1800 - sum;
  expect((await get(carrier, '/ledger/mine')).body.owedToMeFen).toBe(sum);
  const open = (await get(cashier, '/ledger/owed')).body.items as { delivery: string; openFen: number }[];
  const openOf = (id: string) => open.find(({ delivery }) => delivery === id)?.openFen ?? 0;
  expect(order.map(openOf)).toEqual(owed);
  const [money] = (await get(leader, '/ledger/runs')).body.items;
  expect(money).toMatchObject({ coveredFen: covered, differenceFen: floatFen - back - covered });
  expect(complaintsAboutRun(await bookOf(started))).toEqual([]);
});

test('a door that the float has covered in part: its household pays the cashier, and the cashier the rest to the carrier', async () => {
  const started = await aRun();
  const { ids, run, carrier, cashier, homes } = started;
  await onRun(cashier, run, 'give-float', { floatFen: 300 });
  await toSettling(started);
  await onRun(carrier, run, 'close', { floatReturnedFen: 0 });
  await settle();
  const { order } = (await stored(run)).detail as { order: readonly string[] };
  const id = order[0] ?? '';
  const resident = homes[ids[0] === id ? 0 : 1].resident;
  await does(resident, id, 'confirm');
  // one side asks for all of it, so that nobody pays twice
  expect((await see(resident, id)).body.money).toMatchObject({ owedFen: 900, owedTo: 'COMMUNITY' });
  expect(await act(carrier, id, 'tick-received')).toMatchObject({ status: 409, body: { next: 'cashier' } });
  await does(resident, id, 'tick-paid');
  await does(cashier, id, 'tick-received');
  await settle();
  expect((await stored(id)).state).toBe('SETTLED');
  const open = (await get(cashier, '/ledger/owed')).body.items as { id: string; delivery: string; openFen: number }[];
  const row = open.find(({ delivery }) => delivery === id);
  expect(row).toMatchObject({ openFen: 600, amountFen: 900 });
  const both = await Promise.all([1, 2].map(() => post(cashier, `/ledger/${row?.id}/repay`, { opId: anId() })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await stored(id)).state).toBe('CLOSED');
  expect((await get(carrier, '/ledger/mine')).body.owedToMeFen).toBe(900);
  expect(complaintsAboutRun(await bookOf(started))).toEqual([]);
});

test('delivered a second time, the float has covered nothing twice; a door paid meanwhile by its household is not covered', async () => {
  const started = await aRun();
  const { ids, run, carrier, cashier, homes } = started;
  await onRun(cashier, run, 'give-float', { floatFen: 2000 });
  await toSettling(started);
  const [first = ''] = ids;
  await does(homes[0].resident, first, 'confirm');
  await does(carrier, first, 'tick-received');
  await onRun(carrier, run, 'close', { floatReturnedFen: 1500 });
  const { outbox } = (await collection('tasks').findOne({ _id: run })) as unknown as { outbox: { id: string }[] };
  await settle();
  await collection('tasks').updateOne({ _id: run }, { $set: { outbox, 'relay.due': now() } } as object);
  await settle();
  const rows = await bookOf(started);
  const repaid = rows.filter(({ kind }) => kind === 'REPAID').map(({ amountFen }) => amountFen);
  expect(repaid.sort((a, b) => b - a)).toEqual([900, 500]);
  expect((await get(carrier, '/ledger/mine')).body.owedToMeFen).toBe(400);
  expect(complaintsAboutRun(rows)).toEqual([]);
});

test('what was paid long ago does not hide what is still owed', async () => {
  const scene = await aDelivery('CONFIRMED');
  const { place, carrier } = scene;
  const scope = ((await stored(scene.id)) as unknown as { scope: string[] }).scope;
  const old = Array.from({ length: 240 }, () => anId()).flatMap((delivery) =>
    ['ADVANCED', 'REPAID'].map((kind) => ({
      ...{ _id: anId(), county: scope[0], scope, kind, amountFen: 900, delivery, person: carrier.id, at: new Date(0) },
    })),
  );
  await collection('ledger').insertMany(old);
  const cashier = await somebody('COMMUNITY_CASHIER', place);
  expect((await get(cashier, '/ledger/owed')).body.items).toMatchObject([{ delivery: scene.id, openFen: 2300 }]);
});

/** Every way in which a paid request may end, up to where only the cashier is still to come. */
const endings: readonly (readonly [string, (scene: Scene) => Promise<void>])[] = [
  [
    'paid by the household',
    async ({ id, resident, carrier }) => {
      await does(resident, id, 'tick-paid');
      await does(carrier, id, 'tick-received');
    },
  ],
  [
    'settled by the cashier',
    async ({ id, place }) => void (await does(await somebody('COMMUNITY_CASHIER', place), id, 'settle')),
  ],
  [
    'taken over by aid',
    async ({ id, place }) => {
      await wait(48 * 60);
      await does(await somebody('COMMUNITY_CASHIER', place), id, 'pay-by-aid');
    },
  ],
  [
    'written off',
    async ({ id, place }) => {
      await wait(48 * 60);
      await does(await somebody('TOWNSHIP_DISPATCHER', place.slice(0, 9)), id, 'write-off');
    },
  ],
  ...(['REFUND', 'REDELIVER', 'ACCEPT', 'UNFOUNDED'] as const).map(
    (decision) =>
      [
        `disputed: ${decision}`,
        async ({ id, place, resident }: Scene) => {
          await does(resident, id, 'dispute');
          await does(await somebody('GRID_LEADER', place), id, 'resolve-dispute', { decision });
        },
      ] as const,
  ),
];

test.each(endings)('%s: in the end the book is even, and nobody is left paying', async (_, end) => {
  await sweep();
  const scene = await aDelivery('CONFIRMED');
  const { id, carrier, place, resident } = scene;
  await end(scene);
  await settle();
  const cashier = await somebody('COMMUNITY_CASHIER', place);
  for (const { id: row } of (await get(cashier, '/ledger/owed')).body.items)
    await post(cashier, `/ledger/${row}/repay`, { opId: anId() });
  await settle();
  expect((await stored(id)).state).toBe('CLOSED');
  expect((await get(cashier, '/ledger/owed')).body.items).toEqual([]);
  expect((await get(carrier, '/ledger/mine')).body.owedToMeFen).toBe(0);
  expect((await see(resident, id)).body.money.owedFen).toBe(0);
  const rows = (await collection('ledger').find({}).toArray()) as unknown as BookRow[];
  expect(complaintsAbout(rows)).toEqual([]);
  expect(rows).toContainEqual(expect.objectContaining({ kind: 'ADVANCED', amountFen: 2300 }));
});
