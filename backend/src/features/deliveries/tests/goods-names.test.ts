import { aRun } from '../testing/run-scene';
import { aDelivery, aDraft, aHome, does, get, see, setTheStage, shop, stored, submit } from '../testing/scene';

setTheStage();

const eggs = { line: 'eggs', sku: 'eggs', name: '鸡蛋', unit: '斤', quantity: 1, substitution: { rule: 'NONE' } };
const words = { line: 'free', name: '二姨要的醋', unit: '瓶', quantity: 1, substitution: { rule: 'NONE' } };

test('goods of the catalogue have both names, free words have one, and a changed list keeps them apart', async () => {
  const { household, resident } = await aHome();
  const draft = aDraft(household, { shop: shop(), lines: [eggs, words] });
  const [first, second] = (await submit(resident, draft)).body.lines;
  expect(first.nameEn).toEqual(expect.any(String));
  expect(second.nameEn).toBeUndefined();
  const { revision } = await stored(draft.id);
  await does(resident, draft.id, 'edit-lines', { revision, lines: [{ ...eggs, quantity: 2 }] });
  await does(resident, draft.id, 'add-lines', { lines: [words] });
  expect((await see(resident, draft.id)).body.lines).toMatchObject([{ nameEn: first.nameEn, quantity: 2 }, words]);
});

test('the picking list of a run carries both', async () => {
  const { run, carrier } = await aRun();
  const [position] = (await get(carrier, `/runs/${run}`)).body.picking;
  expect(position).toMatchObject({ name: expect.any(String), nameEn: expect.any(String), quantity: 2 });
});

test('what is offered and taken instead has both as well, and so have the first goods of a row', async () => {
  const ask = { ...eggs, substitution: { rule: 'ASK' } };
  const lines = [ask, { ...eggs, line: 'more', substitution: { rule: 'SIMILAR', maxExtraPercent: 20 } }, words];
  const { id, carrier, resident } = await aDelivery('SHOPPING', { shop: shop(), lines });
  await does(carrier, id, 'ask-substitution', { line: 'eggs', offeredName: '牛奶', offeredPriceFen: 900 });
  const { substitution } = (await see(resident, id)).body;
  expect(substitution).toMatchObject({ nameEn: 'Goods', offeredName: '牛奶', offeredNameEn: 'Goods' });
  await does(resident, id, 'answer-substitution', { line: 'eggs', take: true });
  const replacement = { name: '二姨家的鸭蛋', priceFen: 900 };
  await does(carrier, id, 'report-line', { line: 'more', outcome: 'REPLACED', actualFen: 900, replacement });
  const [taken, free] = (await see(resident, id)).body.lines;
  expect(taken.replacement).toEqual({ name: '牛奶', nameEn: 'Goods', priceFen: 900 });
  expect(free.replacement).toEqual(replacement);
  const [row] = (await get(resident, '/deliveries/mine')).body.items;
  expect(row).toMatchObject({
    summary: '鸡蛋×1、鸡蛋×1、二姨要的醋×1',
    summaryEn: 'Goods ×1, Goods ×1, 二姨要的醋 ×1',
  });
});
