import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { lost, one, open, seen } from './desk.fixture';
import { episodeId, episodeView } from './episode.fixture';
import { QuarantineScreen } from './quarantine-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const write = (name: RegExp, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));

// the page behind has a way back as well
const back = () => fireEvent.click(screen.getAllByRole('button', { name: '返回' }).at(-1) as HTMLElement);

test('a grave step asks its reason and its place, then once more in plain words, and goes out once', async () => {
  const server = open('GRID_LEADER', episodeView({ actions: ['move'] }));
  await waitFor(() => press('换地方隔离'));
  choose(/家里条件不行了/);
  expect(screen.getByRole('button', { name: /换地方隔离.*先写好/ })).toHaveAttribute('aria-disabled', 'true');
  choose(/隔离点/);
  press('换地方隔离');
  expect(screen.getByText(/安排好车和地方了吗/)).toBeVisible();
  expect(server.sent()).toEqual([]);
  const yes = screen.getByRole('button', { name: '是的，换地方隔离' });
  fireEvent.click(yes);
  fireEvent.click(yes);
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]).toMatchObject({
    path: `${one}/move`,
    body: { to: 'CENTRAL', reason: { code: 'CONDITIONS_FAILED' } },
  });
});

test('another category is read once more with its time; going back keeps what was said', async () => {
  const server = open('CDC_INVESTIGATOR', episodeView({ part: 'INVESTIGATOR', actions: ['convert'] }));
  await waitFor(() => press('换成别的类别'));
  choose(/流调有新情况/);
  choose(/密接的密接/);
  expect(screen.getByRole('button', { name: /换成别的类别.*先写好/ })).toBeVisible();
  press('加一个几天前');
  press('换成别的类别');
  expect(screen.getByText('换成哪一类：密接的密接')).toBeVisible();
  expect(screen.getByText('从 昨天 00:00 算起')).toBeVisible();
  back();
  expect(screen.getByRole('radio', { name: /密接的密接/ })).toHaveAttribute('aria-checked', 'true');
  press('换成别的类别');
  press('是的，换成别的类别');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]?.body).toMatchObject({ category: 'SECOND_CONTACT', reason: { code: 'NEW_FINDINGS' } });
  expect(String(server.sent()[0]?.body.anchor)).toMatch(/T16:00:00\.000Z$/);
});

test('whoever may not is told so in words, and nothing is lost', async () => {
  const view = episodeView({ state: 'ASSESSED', verdict: 'CENTRAL', part: 'SITE', actions: ['startCentral'] });
  const server = open('SITE_MANAGER', view, () => ({ status: 403, body: { type: '/problems/not-allowed' } }));
  await waitFor(() => press('人到隔离点了'));
  write(/哪个隔离点/, '迎宾旅馆');
  const begin = screen.getByRole('button', { name: '人到隔离点了' });
  fireEvent.click(begin);
  fireEvent.click(begin);
  await seen('这件事您现在不能办。可以请网格员帮忙。');
  expect(server.sent()).toHaveLength(1);
  expect(screen.getByRole('button', { name: '人到隔离点了' })).toBeVisible();
});

test.each([
  ['GRID_LEADER', 'recordDeath', '人去世了', /核实过了吗/],
  ['CDC_INVESTIGATOR', 'confirmPositive', '确诊阳性，转医院', /化验单看清楚了吗/],
])('%s: %s is asked once more, and going back sends nothing', async (role, action, label, question) => {
  const server = open(role, episodeView({ actions: [action] }));
  await waitFor(() => press(label));
  expect(screen.getByText(question)).toBeVisible();
  back();
  await waitFor(() => press(label));
  expect(server.sent()).toEqual([]);
  press(`是的，${label}`);
  await waitFor(() => expect(server.sent()).toHaveLength(1));
});

test('while a step travels it is not offered a second time, and after a lost race it is, with the reason', async () => {
  const server = open('GRID_LEADER', episodeView({ state: 'ABSENT', actions: ['findAgain'] }), () => lost);
  await waitFor(() => press('人找到了'));
  await seen('刚刚有人先改了。请看最新的情况再定。');
  expect(server.sent(`${one}/find-again`)).toHaveLength(1);
  expect(screen.getByRole('button', { name: '人找到了' })).toBeVisible();
  press('不办了');
  await waitFor(() => expect(screen.queryByText('这一步没办成')).toBeNull());
  expect(screen.getByRole('button', { name: '人找到了' })).toBeVisible();
});

test('a step that was done comes back with a new revision, and not before', async () => {
  const shown = { now: episodeView({ actions: ['takenBy120'] }) };
  const server = serve({ [one]: () => shown.now, '/work/quarantine': { items: [] } });
  signInAs(staff('GRID_WORKER'));
  device.params = { id: episodeId };
  show(<QuarantineScreen />, queryClient);
  await waitFor(() => press('120 接走了'));
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  await seen('已发出，收到了');
  expect(screen.queryByRole('button', { name: '120 接走了' })).toBeNull();
  shown.now = episodeView({ actions: ['takenBy120'], revision: 5 });
  await queryClient.invalidateQueries();
  await waitFor(() => expect(screen.getByRole('button', { name: '120 接走了' })).toBeVisible());
});

test('at home it begins with a door and somebody who cares, at a site with the site', async () => {
  const server = open('GRID_WORKER', episodeView({ state: 'ASSESSED', verdict: 'HOME', actions: ['startHome'] }));
  await waitFor(() => press('告知书签了，开始居家'));
  back();
  await waitFor(() => press('告知书签了，开始居家'));
  write(/谁照应他/, ' 女儿，住对门 ');
  expect(screen.getByRole('button', { name: /开始居家.*先写好/ })).toHaveAttribute('aria-disabled', 'true');
  choose(/一天看两次/);
  press('告知书签了，开始居家');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]).toMatchObject({
    path: `${one}/start-home`,
    body: { notice: 'SIGNED', door: 'VISITS', careContact: '女儿，住对门' },
  });
});

test('at a site the room may be left open', async () => {
  const view = episodeView({ part: 'SITE', state: 'ASSESSED', verdict: 'CENTRAL', actions: ['startCentral'] });
  const server = open('SITE_MANAGER', view);
  await waitFor(() => press('人到隔离点了'));
  write(/哪个隔离点/, '迎宾旅馆');
  press('人到隔离点了');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  const { notice, site, room } = server.sent()[0]?.body ?? {};
  expect({ notice, site, room }).toEqual({ notice: 'SIGNED', site: '迎宾旅馆', room: undefined });
});
