import { secretsIn } from '../testing/checks';
import { aRun, onRun, toDoors } from '../testing/run-scene';
import {
  act,
  aDelivery,
  aDraft,
  aHome,
  anId,
  aPlace,
  does,
  get,
  type Scene,
  type Somebody,
  see,
  setTheStage,
  settle,
  somebody,
  submit,
  told,
  wait,
} from '../testing/scene';

setTheStage();

const list = async (keeper: Somebody, tab: 'coming' | 'counted', more = '') =>
  (await get(keeper, `/store/returns?tab=${tab}${more}`)).body;
const codesIn = ({ items }: { readonly items: readonly { readonly code: string }[] }) => items.map(({ code }) => code);

/** On its way, and sent back by whoever asked for it. */
async function sentBack(place = aPlace()): Promise<Scene & { readonly code: string }> {
  const scene = await aDelivery('IN_TRANSIT', {}, await aHome(place));
  await does(scene.resident, scene.id, 'return-goods', { reason: { code: 'NOT_NEEDED' } });
  await settle();
  return { ...scene, code: (await see(scene.resident, scene.id)).body.code };
}

test('whoever keeps the store reads what comes back, from whom and why, without household or door', async () => {
  const scene = await sentBack();
  const keeper = await somebody('STORE_KEEPER', scene.place);
  const { items } = await list(keeper, 'coming');
  expect(items).toMatchObject([
    {
      ...{ id: scene.id, code: scene.code, kind: 'GROCERY', bags: 2, why: 'NOT_WANTED', late: false },
      lines: [
        { name: '鸡蛋', quantity: 2, unit: '斤', cold: false },
        { name: '挂面', quantity: 1, unit: '袋', cold: false },
      ],
      ...{ brings: { label: '张**' }, mayBecome: ['RESTOCKED', 'DONATED', 'DESTROYED'], actions: ['disposeReturned'] },
    },
  ]);
  expect(secretsIn(items, scene)).toEqual([]);
  await wait(24 * 60 - 1);
  expect((await list(keeper, 'coming')).items).toMatchObject([{ late: false }]);
  await wait(1);
  expect((await list(keeper, 'coming')).items).toMatchObject([{ late: false }]);
  await wait(1);
  expect((await list(keeper, 'coming')).items).toMatchObject([{ late: true }]);
});

test('what lies in the bags is what was bought: nothing left out, and the replacement by its own name', async () => {
  const scene = await aDelivery('SHOPPING');
  const { id, carrier, resident, place } = scene;
  await does(carrier, id, 'ask-substitution', { line: 'eggs', offeredName: '鸭蛋', offeredPriceFen: 1900 });
  await does(resident, id, 'answer-substitution', { line: 'eggs', take: true });
  const lines = [
    { line: 'eggs', outcome: 'REPLACED' },
    { line: 'noodles', outcome: 'LEFT_OUT' },
  ];
  await does(carrier, id, 'purchase', { lines, receiptPhoto: anId(), bags: 1 });
  await does(carrier, id, 'depart');
  await does(carrier, id, 'return-goods', { reason: { code: 'CANNOT_NOW' } });
  const { items } = await list(await somebody('STORE_KEEPER', place), 'coming');
  expect(items).toMatchObject([{ why: 'SENT_BACK', bags: 1 }]);
  expect(items[0].lines).toEqual([{ name: '鸭蛋', quantity: 2, unit: '斤', cold: false }]);
  expect(secretsIn(items, scene)).toEqual([]);
});

test('counted in once it leaves the list, stands a week among what was counted, and no second tap does anything', async () => {
  const { id, place, code } = await sentBack();
  const keeper = await somebody('STORE_KEEPER', place);
  const body = { opId: anId(), disposition: 'RESTOCKED' };
  await does(keeper, id, 'dispose-returned', body);
  await does(keeper, id, 'dispose-returned', body);
  expect(await act(keeper, id, 'dispose-returned', { disposition: 'DONATED' })).toMatchObject({ status: 409 });
  expect((await list(keeper, 'coming')).items).toEqual([]);
  const [row] = (await list(keeper, 'counted')).items;
  expect(row).toMatchObject({
    code,
    late: false,
    actions: [],
    countedIn: { disposition: 'RESTOCKED', by: { self: true } },
  });
  expect(row.brings).toBeUndefined();
  await wait(7 * 24 * 60);
  expect(codesIn(await list(keeper, 'counted'))).toEqual([code]);
  await wait(1);
  expect((await list(keeper, 'counted')).items).toEqual([]);
});

test('whoever has sent it back may ask anew before the store has counted it in, and has one open request as ever', async () => {
  const { resident, household, place, id } = await sentBack();
  const anew = aDraft(household);
  expect((await submit(resident, anew)).status).toBe(200);
  expect(await submit(resident, aDraft(household))).toMatchObject({ status: 409, body: { open: anew.id } });
  await does(await somebody('STORE_KEEPER', place), id, 'dispose-returned', { disposition: 'RESTOCKED' });
  await settle();
  expect(await submit(resident, aDraft(household))).toMatchObject({ status: 409, body: { open: anew.id } });
});

test('another store reads nothing of it, finds nothing by its address, and nobody else has such a list', async () => {
  const { id, place, resident, carrier } = await sentBack();
  const elsewhere = await somebody('STORE_KEEPER', aPlace());
  for (const tab of ['coming', 'counted'] as const) expect((await list(elsewhere, tab)).items).toEqual([]);
  expect(await see(elsewhere, id)).toMatchObject({ status: 404 });
  expect(await act(elsewhere, id, 'dispose-returned', { disposition: 'DESTROYED' })).toMatchObject({ status: 404 });
  const others = [resident, carrier, await somebody('GRID_LEADER', place), await somebody('COMMUNITY_CASHIER', place)];
  for (const person of others) {
    expect(await get(person, '/store/returns?tab=coming')).toMatchObject({ status: 403 });
  }
});

test('a store knows of no request but those whose goods come back, and of these no home', async () => {
  const scene = await aDelivery('IN_TRANSIT', { words: '家里有病人' });
  const keeper = await somebody('STORE_KEEPER', scene.place);
  expect(await see(keeper, scene.id)).toMatchObject({ status: 404 });
  await does(scene.carrier, scene.id, 'fail-delivery', { reason: { code: 'NOBODY_ANSWERS' } });
  await does(scene.carrier, scene.id, 'return-goods', { reason: { code: 'NOBODY_ANSWERS' } });
  const seen = (await see(keeper, scene.id)).body;
  expect(seen).toMatchObject({ state: 'RETURNED', needs: [], timeline: [] });
  for (const field of ['household', 'words', 'receiptPhoto', 'carrier']) expect(seen).not.toHaveProperty(field);
  expect(secretsIn(seen, scene)).toEqual([]);
  expect((await list(keeper, 'coming')).items).toMatchObject([{ why: 'NOT_DELIVERED' }]);
});

test('what went out with a run says with which, and the list goes on page by page, longest waiting first', async () => {
  const scene = await aRun();
  await toDoors(scene);
  const keeper = await somebody('STORE_KEEPER', scene.place);
  for (const [at, { resident }] of scene.homes.entries()) {
    await does(resident, scene.ids[at] ?? '', 'return-goods', { reason: { code: 'NOT_NEEDED' } });
    await wait(1);
  }
  const { window } = (await get(scene.leader, `/runs/${scene.run}`)).body;
  const first = await list(keeper, 'coming', '&limit=1');
  expect(first.items).toMatchObject([
    { id: scene.ids[0], shop: '样例超市', run: { id: scene.run, from: window.from, to: window.to } },
  ]);
  const rest = await list(keeper, 'coming', `&limit=1&after=${first.next}`);
  expect([rest.items.map(({ id }: { id: string }) => id), rest.next]).toEqual([[scene.ids[1]], undefined]);
  expect(await onRun(keeper, scene.run, 'close', { floatReturnedFen: 0 })).toMatchObject({ status: 404 });
});

test('bags of a carrier who tested positive: the store hears, nobody is named, and they go on no shelf', async () => {
  const { id, place, carrier } = await aDelivery('IN_TRANSIT');
  await does(carrier, id, 'ask-handover', { reason: { code: 'SICK' }, bags: 2, photo: anId() });
  const leader = await somebody('GRID_LEADER', place);
  await does(leader, id, 'quarantine-bags', { reason: { code: 'CARRIER_POSITIVE' } });
  await settle();
  expect(told(id)).toEqual(expect.arrayContaining(['STORE_KEEPER:RETURNED', 'COMMUNITY_CASHIER:RETURNED']));
  const keeper = await somebody('STORE_KEEPER', place);
  const { items } = await list(keeper, 'coming');
  expect(items).toMatchObject([{ why: 'KEPT_BACK', mayBecome: ['DESTROYED'] }]);
  expect(JSON.stringify([items, (await see(keeper, id)).body])).not.toMatch(/POSITIVE|SICK|张/);
  await wait(24 * 60);
  expect(told(id)).toContain('GRID_LEADER:RETURN_OVERDUE');
  for (const disposition of ['RESTOCKED', 'DONATED'])
    expect(await act(keeper, id, 'dispose-returned', { disposition })).toMatchObject({ status: 422 });
  await does(keeper, id, 'dispose-returned', { disposition: 'DESTROYED' });
});
