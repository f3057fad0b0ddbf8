import { aHousehold, aPerson, testGrid } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { auditSealer } from '../audit';

let app: TestApp;
const otherGrid = `${testCounty}100201-g09`;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const worker = async (area = testGrid) =>
  app.signIn(await aPerson(app).named('王建国').withRole('GRID_WORKER', area).saved());
const reveal = (id: string, token: string, body: object = {}) =>
  app.call('POST', `/households/${id}/reveal`, { token, body: { opId: app.anId(), why: 'CALL', ...body } });

test('a member sees the door, a proxy what helping needs, a stranger nothing', async () => {
  const household = await aHousehold(app).withNeeds('ELDER_ALONE').saved();
  const member = await app.signIn(await aPerson(app).livingIn(household).saved());
  const proxy = await app.signIn(await aPerson(app).speakingFor(household).saved());
  const stranger = await app.signIn(await aPerson(app).saved());
  const mine = await app.call('GET', '/households/mine', { token: member });
  expect(mine.body.items[0]).toMatchObject({ id: household.id, address: household.address, needs: ['ELDER_ALONE'] });
  const spokenFor = await app.call('GET', '/households/mine', { token: proxy });
  expect(spokenFor.body.items[0]).toMatchObject({ id: household.id });
  expect(spokenFor.body.items[0]).not.toHaveProperty('address');
  expect((await app.call('GET', '/households/mine', { token: stranger })).body.items).toEqual([]);
});

test('a grid worker lists the own grid by door, page by page, with masked names only', async () => {
  const area = `${testCounty}100201-g05`;
  for (const door of ['1-1-0101', '1-1-0102', '1-1-0103'])
    await aHousehold(app).in(area).atDoor(door).named('欧阳春').saved();
  const token = await worker(area);
  const find = (body: object) => app.call('POST', '/households/find', { token, body });
  const first = await find({ limit: 2 });
  expect(first.body.items.map(({ doorCode }: { doorCode: string }) => doorCode)).toEqual(['1-1-0101', '1-1-0102']);
  expect(JSON.stringify(first.body)).not.toContain('欧阳春');
  expect(first.body.items[0].nameMasked).toBe('欧**');
  const second = await find({ limit: 2, after: first.body.next });
  expect(second.body).toEqual({ items: [expect.objectContaining({ doorCode: '1-1-0103' })] });
  expect((await find({ area: otherGrid })).status).toBe(403);
  expect((await find({ limit: 0 })).status).toBe(422);
  expect((await find({ door: { $ne: 'x' } })).status).toBe(422);
  expect((await find({ door: '1-1-0102' })).body.items).toEqual([expect.objectContaining({ doorCode: '1-1-0102' })]);
});

test('a list goes building by building, and a page begins where the one before ended', async () => {
  const grid = `${testCounty}100201-g08`;
  const doors = ['b02 2-1-0101', 'b01 1-1-0201', 'b02 2-1-0102', 'b01 1-1-0101', 'b03 3-1-0101'];
  for (const door of doors) {
    const [building = '', sign = ''] = door.split(' ');
    await aHousehold(app).in(`${grid}-${building}`).atDoor(sign).saved();
  }
  const token = await worker(grid);
  const read: string[] = [];
  for (let after: string | undefined, pages = 0; pages < 5; pages++) {
    const { body } = await app.call('POST', '/households/find', { token, body: { limit: 2, after } });
    read.push(...body.items.map(({ doorCode }: { doorCode: string }) => doorCode));
    after = body.next;
    if (!after) break;
  }
  expect(read).toEqual(['1-1-0101', '1-1-0201', '2-1-0101', '2-1-0102', '3-1-0101']);
});

test.each([
  ['1-1-501', ['01-1-0501', '1-1-501']],
  ['1号楼1单元501室', ['01-1-0501', '1-1-501']],
  ['01-1-0501', ['01-1-0501', '1-1-501']],
  ['１－１－５０１', ['01-1-0501', '1-1-501']],
  ['1-1-5', ['01-1-0501', '1-1-501']],
  ['1-1', ['01-1-0501', '01-1-1501', '1-1-501']],
  ['1', ['01-1-0501', '01-1-1501', '1-1-501', '11-1-0501']],
  ['11-1-501', ['11-1-0501']],
  ['东门', ['东门平房']],
  ['9-9-909', []],
])('a door said as %s is found however it is kept', async (said, kept) => {
  const area = `${testCounty}100201-g07`;
  const token = await worker(area);
  const find = async (body: object) => {
    const { body: answer } = await app.call('POST', '/households/find', { token, body });
    return answer.items.map(({ doorCode }: { doorCode: string }) => doorCode);
  };
  if ((await find({})).length === 0) {
    for (const door of ['01-1-0501', '01-1-1501', '11-1-0501', '1-1-501', '东门平房'])
      await aHousehold(app).in(area).atDoor(door).saved();
  }
  expect((await find({ door: said })).sort()).toEqual([...kept].sort());
});

describe('whom a household calls', () => {
  const area = `${testCounty}100203-g03-b01`;
  const gridPhone = async (token: string) => (await app.call('GET', '/households/mine', { token })).body.items[0];

  test('the leader of the village while its grid has nobody, then the worker of the grid; a stranger of neither', async () => {
    const household = await aHousehold(app).in(area).saved();
    const member = await app.signIn(await aPerson(app).livingIn(household).saved());
    await aPerson(app).withRole('GRID_WORKER', `${testCounty}100203-g04`).saved();
    expect(await gridPhone(member)).not.toHaveProperty('gridPhone');
    const leader = await aPerson(app).withRole('GRID_LEADER', `${testCounty}100203`).saved();
    expect(await gridPhone(member)).toMatchObject({ gridPhone: leader.phone });
    const own = await aPerson(app).withRole('GRID_WORKER', `${testCounty}100203-g03`).saved();
    expect(await gridPhone(member)).toMatchObject({ gridPhone: own.phone });
  });
});

test('a look is recorded before it is answered, and the household reads who looked', async () => {
  const household = await aHousehold(app).saved();
  const member = await app.signIn(await aPerson(app).livingIn(household).saved());
  const token = await worker();
  const looked = await reveal(household.id, token, { why: 'VISIT' });
  expect(looked.body).toMatchObject({ name: household.name, phone: household.phone, address: household.address });
  const looks = await app.call('GET', `/households/${household.id}/looks`, { token: member });
  expect(looks.body.items).toEqual([{ at: looked.body.recordedAt, who: '王**', role: 'GRID_WORKER', why: 'VISIT' }]);
  expect((await app.call('GET', `/households/${household.id}/looks`, { token })).status).toBe(404);
});

test('when the look cannot be recorded, nothing is shown', async () => {
  const household = await aHousehold(app).saved();
  const record = jest.spyOn(app.deps.audit, 'record').mockRejectedValueOnce(new Error('the disk is full'));
  const { status, body } = await reveal(household.id, await worker());
  record.mockRestore();
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain(household.phone);
});

test('when one operation is used for a second household, it does not open unseen', async () => {
  const [one, two] = [await aHousehold(app).saved(), await aHousehold(app).saved()];
  const [token, opId] = [await worker(), app.anId()];
  const first = await reveal(one.id, token, { opId });
  expect((await reveal(one.id, token, { opId })).body).toEqual(first.body);
  expect((await reveal(two.id, token, { opId })).body.type).toMatch(/op-id-reused$/);
});

test.each([
  ['a worker of another grid', async () => worker(otherGrid), 404],
  ['a resident', async () => app.signIn(await aPerson(app).saved()), 403],
  ['nobody', async () => '', 401],
])('%s may not open a household', async (_who, tokenOf, status) => {
  const household = await aHousehold(app).saved();
  expect((await reveal(household.id, await tokenOf())).status).toBe(status);
  expect(await app.connection.collection('auditRows').countDocuments({ record: household.id })).toBe(0);
});

test('rows are chained by whichever sealer comes first, and a changed row is named', async () => {
  const options = {
    connection: app.connection,
    key: app.master.derive('audit-chain'),
    anchors: app.anchors,
    counties: [],
    now: app.clock.now,
    log: app.deps.log,
    metrics: app.deps.metrics,
  };
  const [one, two] = [auditSealer(options), auditSealer(options)];
  await Promise.allSettled([one.sealNow(testCounty), two.sealNow(testCounty), one.sealNow(testCounty)]);
  await one.sealNow(testCounty);
  const rows = app.connection.collection('auditRows');
  expect(await app.deps.audit.verify(testCounty)).toEqual({ whole: true, length: await rows.countDocuments({}) });
  const household = await aHousehold(app).saved();
  await reveal(household.id, await worker());
  expect(await one.watchNow(testCounty)).toBe(false);
  app.clock.advance(61_000);
  expect(await one.watchNow(testCounty)).toBe(true);
  expect(await app.deps.metrics.registry.metrics()).toContain('alarms_total{alarm="audit-unsealed"} 1');
  await two.sealNow(testCounty);
  await rows.updateOne({ record: household.id }, { $set: { why: 'EMERGENCY' } });
  expect(await app.deps.audit.verify(testCounty)).toEqual({
    whole: false,
    firstBad: (await rows.countDocuments({})) - 1,
  });
});
