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
    ['01-1-0401', '1号楼1单元401 大米1袋 鸡蛋一板'],
    ['01-1-0401', '2、1-1-401：再加盐一袋，醋1瓶'],
    ['1-1-401', '01-1-0401 大米1袋 鸡蛋1板'],
  ])('a door kept as %s is found as people write it: %s', async (doorCode, line) => {
    const place = aPlace();
    const worker = await somebody('GRID_WORKER', place);
    const { household } = await aHome(place);
    await changeHome(household, { doorCode });
    const { body } = await chain(worker, place, `今天买菜接龙，明早送\n${line}`);
    expect(body).toMatchObject({ drafts: [{ household, doorCode }], doubtful: [] });
    expect(body.drafts[0].lines.map(({ name }: { name: string }) => name)).toHaveLength(2);
    expect(JSON.stringify(body.drafts[0].lines)).not.toContain('再加');
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
