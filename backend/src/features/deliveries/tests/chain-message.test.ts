import {
  aCarrier,
  aDraft,
  aHome,
  aPlace,
  changeHome,
  collection,
  post,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  submit,
} from '../testing/scene';

setTheStage();

const beside = (place: string) => place.replace('g01', 'g02');
describe('a chain message', () => {
  const chain = (person: Somebody, area: string, text: string) => post(person, '/grid/chain-message', { area, text });

  test('becomes drafts by door, with masked names; what is doubtful is listed with why; nothing is stored', async () => {
    const place = aPlace();
    const worker = await somebody('GRID_WORKER', place);
    const { household, resident } = await aHome(place);
    await changeHome(household, { doorCode: '3-2-501' });
    await submit(resident, aDraft(household));
    await settle();
    const before = await collection('tasks').countDocuments({});
    const text = [
      '#接龙',
      '1. 3-2-501 李 鸡蛋2斤 大米1袋',
      '2. 9-9-909 王 鸡蛋1斤',
      '鸡蛋3斤',
      '3-2-501 李',
      '+1',
    ].join('\n');
    const { status, body } = await chain(worker, place, text);
    expect(status).toBe(200);
    expect(body.drafts).toMatchObject([
      { household, doorCode: '3-2-501', nameMasked: '李**', lines: [{ quantity: 2 }, { name: '大米' }] },
    ]);
    expect(body.doubtful.map(({ why }: { why: string }) => why)).toEqual([
      'UNKNOWN_DOOR',
      'NO_DOOR',
      'NO_GOODS',
      'UNREADABLE',
    ]);
    expect(body.card).toBe('3-2-501 ×2 ✓');
    expect(await collection('tasks').countDocuments({})).toBe(before);
  });

  test.each([
    ['signs only', '！！！？？？……———'],
    ['pictures only', '🍅🥚🥬👍🏻'],
    ['markup', '<script>alert(1)</script>\n{"$ne":null}'],
    ['a backward text', '\u202e3-2-501 鸡蛋2斤\u0000'],
    ['a very long line', '鸡蛋'.repeat(3900)],
    ['digits without end', '9'.repeat(8000)],
    ['many dashes', '1-'.repeat(3900)],
  ])('of nonsense (%s) makes no draft and no mistake', async (_, text) => {
    const place = aPlace();
    const worker = await somebody('GRID_WORKER', place);
    const began = Date.now();
    const { status, body } = await chain(worker, place, text);
    expect(status).toBe(200);
    expect(body.drafts).toEqual([]);
    expect(Date.now() - began).toBeLessThan(2000);
  });

  test('is read for the own grid only, and not without end', async () => {
    const place = aPlace();
    const worker = await somebody('GRID_WORKER', place);
    expect((await chain(worker, beside(place), '鸡蛋2斤')).status).toBe(403);
    expect((await chain(await aCarrier(place), place, '鸡蛋2斤')).status).toBe(403);
    expect((await chain(worker, place, '')).status).toBe(422);
    expect((await chain(worker, place, '鸡'.repeat(8001))).status).toBe(422);
  });
});
