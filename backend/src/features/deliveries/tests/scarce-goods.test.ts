import {
  act,
  aDelivery,
  aDraft,
  aHome,
  aPlace,
  aProxy,
  does,
  type Home,
  pass,
  receipt,
  setTheStage,
  shop,
  stored,
  submit,
} from '../testing/scene';

setTheStage();

const milk = { line: 'milk', sku: 'milk', name: '牛奶', unit: '箱', quantity: 2, substitution: { rule: 'NONE' } };
const asking = (home: Home, quantity: number, more: object = {}) =>
  aDraft(home.household, { shop: shop(), lines: [{ ...milk, quantity }], ...more });

test('scarce goods: the limit of a household counts what is added as well', async () => {
  const home = await aHome();
  const three = asking(home, 3);
  expect((await submit(home.resident, three)).body.errors).toEqual([
    { pointer: '/lines/0/quantity', detail: 'at most 2' },
  ]);
  const two = asking(home, 2);
  await submit(home.resident, two);
  const more = { lines: [{ ...milk, line: 'milk2', quantity: 1 }] };
  expect(await act(home.resident, two.id, 'add-lines', more)).toMatchObject({ status: 422 });
});

test('who has had its share waits two days for more, so that it reaches others; another household need not', async () => {
  const place = aPlace();
  const first = await aDelivery('SHOPPING', { shop: shop(), lines: [milk] }, await aHome(place));
  const bought = { line: 'milk', outcome: 'FOUND', boughtQuantity: 1, actualFen: 500 };
  await does(first.carrier, first.id, 'purchase', receipt({ lines: [bought] }));
  // the same household by another kind of request, and by whoever speaks for it
  const baby = asking(first, 2, { kind: 'BABY' });
  const refused = await submit(await aProxy(first), baby);
  expect(refused).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/lines/0/quantity', detail: 'at most 1' }] },
  });
  expect(await submit(first.resident, asking(first, 1, { kind: 'BABY' }))).toMatchObject({ status: 200 });
  const neighbour = await aHome(place);
  expect(await submit(neighbour.resident, asking(neighbour, 2))).toMatchObject({ status: 200 });
  pass(48 * 60 + 1);
  expect(await submit(first.resident, asking(first, 2, { kind: 'MEDICINE', prescription: undefined }))).toMatchObject({
    status: 200,
  });
});

test('what was cancelled or left out was not had', async () => {
  const cancelled = await aDelivery('TRIAGED', { shop: shop(), lines: [milk] });
  await does(cancelled.resident, cancelled.id, 'cancel');
  const again = asking(cancelled, 2);
  expect((await submit(cancelled.resident, { ...again, kind: 'BABY' })).status).toBe(200);
  const eggs = { ...milk, line: 'eggs', sku: 'eggs', name: '鸡蛋', quantity: 1 };
  const left = await aDelivery('SHOPPING', { shop: shop(), lines: [milk, eggs] });
  const found = [
    { line: 'eggs', outcome: 'FOUND' },
    { line: 'milk', outcome: 'LEFT_OUT' },
  ];
  await does(left.carrier, left.id, 'purchase', receipt({ lines: found }));
  expect((await stored(left.id)).detail).toMatchObject({ actualFen: 900 });
  expect((await submit(left.resident, asking(left, 2, { kind: 'BABY' }))).status).toBe(200);
});
