import { type BookRow, complaintsAbout } from '../testing/checks';
import { aRun, onRun, toSettling } from '../testing/run-scene';
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
  expect(money).toEqual({ run, state: 'SETTLING', carrier: '张**', floatFen: 5000, owed });
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
  ['all doors', 2000, 200, 0],
  ['one door, and what is left over shows as the difference', 2000, 900, 900],
  ['no door, when it does not reach', 800, 0, 1800],
])('what a carrier keeps of the float repays %s, and is not paid a second time', async (_, floatFen, back, owed) => {
  const started = await aRun();
  const { ids, run, carrier, cashier, homes } = started;
  await onRun(cashier, run, 'give-float', { floatFen });
  await toSettling(started);
  await onRun(carrier, run, 'close', { floatReturnedFen: back });
  await settle();
  expect((await get(carrier, '/ledger/mine')).body.owedToMeFen).toBe(owed);
  const open = (await get(cashier, '/ledger/owed')).body.items as BookRow[];
  expect(open.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(owed);
  if (owed > 0) return;
  // now the household's money is the cashier's
  const [home] = homes;
  const [id = ''] = ids;
  await does(home?.resident ?? carrier, id, 'confirm');
  await does(home?.resident ?? carrier, id, 'tick-paid');
  expect(await act(carrier, id, 'tick-received')).toMatchObject({ status: 409, body: { next: 'cashier' } });
  await does(cashier, id, 'tick-received');
  await settle();
  expect((await stored(id)).state).toBe('CLOSED');
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
