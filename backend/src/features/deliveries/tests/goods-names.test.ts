import { aRun } from '../testing/run-scene';
import { aDraft, aHome, does, get, see, setTheStage, shop, stored, submit } from '../testing/scene';

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
