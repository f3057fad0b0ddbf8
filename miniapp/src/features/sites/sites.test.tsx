import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { queryClient } from '@/api';
import { choose, device, press, show, type } from '@/api/testing/fake-device';
import { refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { CommandScreen } from '@/features/grid/command/command-screen';
import { SiteScreen } from './site-screen';
import { at, guest, room, siteId, siteRow, siteView } from './sites.fixture';
import { SitesScreen } from './sites-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const one = `/sites/${siteId}`;
const seen = (words: string | RegExp) => waitFor(() => expect(screen.getByText(words)).toBeVisible());

function open(role: string, part: ReactElement, answers: Readonly<Record<string, unknown>>, id?: string) {
  const server = serve(answers);
  signInAs(staff(role));
  device.params = id === undefined ? {} : { id };
  show(part, queryClient);
  return server;
}
/** The page of the rooms, as somebody who keeps the site has it. */
const rooms = (view: object, role = 'SITE_MANAGER') => open(role, <SiteScreen />, { [one]: view }, siteId);
const tap = (part: HTMLElement) => fireEvent.click(part);
const tile = (label: string) => within(screen.getByRole('group', { name: `${label} 房` }));

describe.each([
  ['the list of sites', <SitesScreen key="sites" />, '/sites', undefined, { items: [] }],
  ['the rooms of one', <SiteScreen key="site" />, one, siteId, siteView({ roomList: [] })],
])('%s', (_what, part, path, id, empty) => {
  test('says that it is being read', () => {
    serve({});
    signInAs(staff('COUNTY_DISPATCHER'));
    device.params = id === undefined ? {} : { id };
    device.beforeAnswer = () => new Promise(() => undefined);
    show(part, queryClient);
    expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
  });

  test('says why it did not come', async () => {
    open('COUNTY_DISPATCHER', part, { [path]: refuse(403, 'not-allowed') }, id);
    await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
  });

  test('says that there is nothing', async () => {
    open('COUNTY_DISPATCHER', part, { [path]: empty }, id);
    await seen(id === undefined ? '没有您看的隔离点' : '这里还没有房间');
  });
});

test('the county sees in words which site is short of rooms, and goes on to its rooms', async () => {
  const low = siteRow({ id: `141122-${'52'.padEnd(26, '0')}`, name: '迎宾隔离点', isLow: true, state: 'LOW' });
  open('COUNTY_DISPATCHER', <SitesScreen />, { '/sites': { items: [siteRow(), low] } });
  await seen('有 1 个隔离点房间紧张，转运会先去别处。');
  expect(screen.getAllByText('房间够用')).toHaveLength(1);
  expect(screen.getAllByText('房间紧张')).toHaveLength(1);
  expect(screen.getByText('少于 3 间就会提醒。')).toBeVisible();
  expect(screen.getAllByText('空 2 / 共 4 间')).toHaveLength(2);
  tap(screen.getAllByRole('button', { name: '看房间' })[0] as HTMLElement);
  expect(device.opened.at(-1)).toMatchObject({ page: '/packages/command/site/index', params: { id: siteId } });
});

test('the rooms at a glance: who comes next and when, each room with its word, and no full name', async () => {
  rooms(siteView());
  await seen('在路上的，共 2 人');
  expect(screen.getByText(/16:20 到 · 2 人/)).toBeVisible();
  expect(screen.getByText('201 房 · 薛**')).toBeVisible();
  expect(tile('201').getByText('留着')).toBeVisible();
  expect(tile('202').getByText('住着')).toBeVisible();
  expect(tile('203').getByText('空着')).toBeVisible();
  // samples are not one tap away days before the end
  expect(tile('202').queryByRole('button', { name: '人、物、房都采好了' })).toBeNull();
});

test('one tap: somebody has moved in, as the room was seen, and the house is read anew', async () => {
  const server = rooms(siteView());
  await seen('在路上的，共 2 人');
  const before = server.asked.filter(({ path }) => path === one).length;
  tap(tile('201').getByRole('button', { name: '住下了' }));
  const path = `/rooms/${room('201').id}/occupy`;
  await waitFor(() => expect(server.sent(path)).toMatchObject([{ body: { revision: 4 } }]));
  await waitFor(() => expect(server.asked.filter((asked) => asked.path === one).length).toBeGreaterThan(before));
});

test('a count shows its rooms alone', async () => {
  rooms(siteView());
  await seen('在路上的，共 2 人');
  tap(screen.getByRole('checkbox', { name: '空着 2' }));
  expect(screen.queryByRole('group', { name: '202 房' })).toBeNull();
  expect(screen.getByRole('group', { name: '203 房' })).toBeVisible();
});

test('what takes a room away asks why', async () => {
  const server = rooms(siteView({ roomList: [room('203')] }));
  await waitFor(() => tap(tile('203').getByRole('button', { name: '这间房' })));
  press('先停用');
  press('东西坏了');
  const path = `/rooms/${room('203').id}/take-out-of-use`;
  await waitFor(() => expect(server.sent(path)).toMatchObject([{ body: { reason: { code: 'BROKEN' } } }]));
});

test('whoever may leave is said to, and nobody is sent to a page that is not theirs any more', async () => {
  const gone = room('202', {
    state: 'SAMPLED',
    actions: ['startCleaning'],
    ...guest('2026-11-24T05:00:00.000Z', true),
  });
  rooms(siteView({ roomList: [gone] }));
  await waitFor(() => expect(tile('202').getByText('期满了，可以走')).toBeVisible());
  expect(tile('202').getByRole('button', { name: '人走了，开始消毒' })).toBeVisible();
  tap(tile('202').getByRole('button', { name: '这间房' }));
  expect(screen.queryByRole('button', { name: '看这个人的隔离' })).toBeNull();
});

test('who lives there leads to their quarantine', async () => {
  rooms(siteView());
  await waitFor(() => tap(tile('202').getByRole('button', { name: '这间房' })));
  press('看这个人的隔离');
  expect(device.opened.at(-1)).toMatchObject({ page: '/packages/grid/quarantine/index' });
});

test('the county looks and has nothing to press but the ways on', async () => {
  const all = siteView().roomList.map((one) => ({ ...one, actions: [] }));
  rooms(siteView({ roomList: all }), 'COUNTY_DISPATCHER');
  await seen('在路上的，共 2 人');
  expect(tile('201').getAllByRole('button')).toHaveLength(1);
});

test('whoever keeps one site comes to its rooms without choosing', async () => {
  open('SITE_MANAGER', <SiteScreen />, { '/sites': { items: [siteRow()] }, [one]: siteView() });
  await seen('在路上的，共 2 人');
});

test.each([
  ['COUNTY_DISPATCHER', /^隔离点/, '/packages/command/sites/index'],
  ['COUNTY_HEAD', /^隔离点/, '/packages/command/sites/index'],
  ['TRANSFER_DESK', /^隔离点/, '/packages/command/sites/index'],
  ['SITE_MANAGER', /隔离点的房间/, '/packages/command/site/index'],
  ['SAMPLER', /隔离点的房间/, '/packages/command/site/index'],
])('a %s finds the way to it at the desk', async (role, name, page) => {
  serve({});
  signInAs(staff(role));
  show(<CommandScreen />, queryClient);
  await waitFor(() => press(name));
  expect(device.opened).toContainEqual(expect.objectContaining({ page }));
});

describe('at the door, and how the site is run', () => {
  test('somebody who stands there: a name, a room, one tap', async () => {
    const server = rooms(siteView());
    await waitFor(() => press('有人自己来了'));
    type(/^姓名/, '孔门口');
    type(/^从哪里来/, '甘肃省 兰州市');
    choose('203');
    press('收下，给房间');
    await waitFor(() =>
      expect(server.sent(`${one}/walk-ins`)).toMatchObject([
        { body: { name: '孔门口', symptoms: false, room: room('203').id, stays: [{ place: ['甘肃省', '兰州市'] }] } },
      ]),
    );
  });

  test('takes nobody for now, with why; read as such in words', async () => {
    const server = rooms(siteView({ actions: ['change', 'closeIntake'] }));
    await waitFor(() => press('管这个隔离点'));
    press('先不收人');
    press('在修');
    await waitFor(() =>
      expect(server.sent(`${one}/close-intake`)).toMatchObject([{ body: { reason: { code: 'REPAIR' } } }]),
    );
  });

  test('more rooms and another name in one go', async () => {
    const server = rooms(
      siteView({ actions: ['change', 'openIntake'], intakeClosed: { since: at, reason: 'REPAIR' } }),
    );
    await seen('先不收人：在修');
    press('管这个隔离点');
    type(/^名字/, '卦山宾馆');
    type(/^从哪号房/, '301');
    press('加一个共几间');
    press('存好');
    await waitFor(() =>
      expect(server.sent(`${one}/change`)).toMatchObject([
        { body: { name: '卦山宾馆', addRooms: ['301'], revision: 0 } },
      ]),
    );
  });

  test('the county opens one; nobody else is offered it', async () => {
    open('COUNTY_DISPATCHER', <SitesScreen />, { '/sites': { items: [siteRow()] } });
    await waitFor(() => expect(screen.getByRole('button', { name: '新开一个隔离点' })).toBeVisible());
  });

  test('the desk is not offered to open one, nor to take anybody in', async () => {
    open('TRANSFER_DESK', <SitesScreen />, { '/sites': { items: [siteRow()] } });
    await seen('卦山隔离点');
    expect(screen.queryByRole('button', { name: '新开一个隔离点' })).toBeNull();
  });
});
