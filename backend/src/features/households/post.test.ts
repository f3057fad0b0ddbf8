import { aHousehold, aPerson, testGrid } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { householdRepository } from '.';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const households = () => householdRepository(app.connection, app.deps.vault);

test('a post is stored like a door: its name, its leader and its place are sealed', async () => {
  const post = await aHousehold(app).asPost('样例采样点').named('马保平').saved();
  const stored = await app.connection.collection<{ _id: string }>('households').findOne({ _id: post.id });
  expect(stored).toMatchObject({ isPost: true });
  expect(JSON.stringify(stored)).not.toMatch(/样例|马保平|1000000/);
});

test('nobody is in quarantine at a post, needs anything there, or takes turns with families', async () => {
  const area = `${testCounty}100201-g07`;
  const post = await aHousehold(app).in(area).asPost('样例卡口').withNeeds('ELDER_ALONE').inQuarantine().saved();
  const home = await aHousehold(app).in(area).saved();
  for (const { id } of [post, home]) await households().setInQuarantine(testCounty, id, true);
  expect(await households().find(testCounty, post.id)).toMatchObject({ inQuarantine: false, needs: [] });
  expect(await households().find(testCounty, home.id)).toMatchObject({ inQuarantine: true });
  expect(await households().idsIn(testCounty, area)).toEqual([home.id]);
});

test('its leader stands to it as to a home, by a name of its own, and nobody speaks for it', async () => {
  const post = await aHousehold(app).asPost('样例卡口').saved();
  const leader = await aPerson(app).withRole('SHIFT_LEADER', testGrid).leading(post).saved();
  const { body: me } = await app.call('GET', '/me', { token: await app.signIn(leader) });
  expect(me.households).toEqual([{ household: post.id, relation: 'OWN', post: true, label: '我的岗位' }]);
  const friend = await app.signIn(await aPerson(app).saved());
  const ask = { opId: app.anId(), householdPhone: leader.phone, relation: 'FRIEND' };
  const { body: asked } = await app.call('POST', '/proxies', { token: friend, body: ask });
  const confirm = { opId: app.anId(), householdPhone: leader.phone, code: asked.demoCode ?? '000000' };
  await app.call('POST', '/proxies/confirm', { token: friend, body: confirm });
  const { body: mine } = await app.call('GET', '/households/mine', { token: friend });
  expect(mine.items).toEqual([]);
});
