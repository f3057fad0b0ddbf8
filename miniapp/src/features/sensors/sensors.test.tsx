import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { queryClient } from '@/api';
import { choose, device, press, show, type } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { DoorAlertsScreen } from './door-alerts-screen';
import { DoorSensorsScreen } from './door-sensors-screen';
import { MyDoorScreen } from './my-door-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const id = (name: string) => `141122-${name.padEnd(26, '0')}`;
const at = new Date(Date.now() - 4 * 60_000).toISOString();
const alert = {
  ...{ id: id('a1'), variant: 'DOOR', state: 'OPEN', revision: 0, code: '0001', area: '141122100201-g03' },
  ...{ areaName: '3 网格', doorCode: '3-1-402', since: at, raisedAt: at, isOpen: true, household: id('h1') },
  actions: ['call', 'close'],
};
const sensor = {
  ...{ id: id('d1'), label: 'DS-0001', state: 'INSTALLED', revision: 1, area: '141122100201-g03', areaName: '3 网格' },
  ...{ flags: [], hasKey: true, heard: { opened: true, closed: false }, household: id('h1'), doorCode: '3-1-402' },
  actions: ['failTest', 'bind'],
};
const [alerts, sensors, mine] = ['/sensor-alerts', '/door-sensors', '/door-sensors/mine'];

function open(what: ReactElement, role: string, answers: Readonly<Record<string, unknown>>) {
  const server = serve(answers);
  signInAs(staff(role));
  show(what, queryClient);
  return server;
}

describe.each([
  ['the duty screen', <DoorAlertsScreen key="a" />, alerts, { items: [] }, '门都好好的'],
  ['sensors', <DoorSensorsScreen key="s" />, sensors, { items: [] }, '这里还没有门磁'],
  ['my door', <MyDoorScreen key="m" />, mine, { sensors: [], windows: [] }, '您家门上没有门磁'],
] as const)('%s', (_what, shown, path, nothing, words) => {
  test('says that it is being read', () => {
    serve({});
    signInAs(staff('GRID_WORKER'));
    device.beforeAnswer = () => new Promise(() => undefined);
    show(shown, queryClient);
    expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
  });

  test('says why it did not come', async () => {
    open(shown, 'GRID_WORKER', {});
    await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
  });

  test('says that nothing is nothing', async () => {
    open(shown, 'GRID_WORKER', { [path]: nothing });
    await waitFor(() => expect(screen.getByText(words)).toBeVisible());
  });
});

test('an alert says how old it is and which door, and is called about and closed in two taps', async () => {
  const server = open(<DoorAlertsScreen />, 'GRID_WORKER', { [alerts]: { items: [alert] } });
  await waitFor(() => expect(screen.getByText('3-1-402 · 0001')).toBeVisible());
  expect(screen.getByText('4 分钟前')).toBeVisible();
  expect(screen.getByText('门还开着')).toBeVisible();
  press('弄清楚了，结案');
  press('倒垃圾');
  const path = `${alerts}/${alert.id}/close`;
  await waitFor(() => expect(server.sent(path)).toMatchObject([{ body: { reason: { code: 'WASTE' } } }]));
});

test('a captain, who may open no number, has no button for it', async () => {
  const { household: _household, ...seen } = alert;
  open(<DoorAlertsScreen />, 'BUILDING_CAPTAIN', { [alerts]: { items: [seen] } });
  await waitFor(() => expect(screen.getByText('电话打过了')).toBeVisible());
  expect(screen.queryByText('打电话（会留下记录）')).toBeNull();
});

test('what is not heard cannot be bound, and what is heard is bound with one tap', async () => {
  let closed = false;
  const server = open(<DoorSensorsScreen />, 'GRID_WORKER', {
    [sensors]: () => ({ items: [{ ...sensor, heard: { opened: true, closed } }] }),
  });
  await waitFor(() => expect(screen.getByText('听到：开门 ✓，关门 还没有')).toBeVisible());
  expect(screen.queryByText('测通了，绑定')).toBeNull();
  closed = true;
  await queryClient.invalidateQueries();
  await waitFor(() => press('测通了，绑定'));
  await waitFor(() => expect(server.sent(`${sensors}/${sensor.id}/bind`)).toHaveLength(1));
});

test('nothing is put up before all three are said: whose door, what it does, and their yes', async () => {
  const { household: _household, doorCode: _doorCode, ...inStock } = sensor;
  const stock = { ...inStock, state: 'IN_STOCK', actions: ['install'] };
  const home = { id: id('h1'), doorCode: '3-1-402', nameMasked: '王**', needs: [], inQuarantine: true };
  const server = serve({ [sensors]: { items: [stock] } }, ({ path }) =>
    path === '/households/find'
      ? { status: 200, body: { items: [{ ...home, area: '141122100201-g03', phoneMasked: '****0001' }] } }
      : undefined,
  );
  signInAs(staff('GRID_WORKER'));
  show(<DoorSensorsScreen />, queryClient);
  await waitFor(() => press('装到住户门上'));
  type('门牌号', '402');
  press('找住户');
  await waitFor(() => press('3-1-402 · 王**'));
  expect(screen.queryByText('装好了')).toBeNull();
  choose('签了字');
  expect(screen.queryByText('装好了')).toBeNull();
  choose('说清了');
  press('装好了');
  const said = { household: home.id, place: 'FRONT', consent: 'SIGNED', told: true };
  await waitFor(() => expect(server.sent(`${sensors}/${stock.id}/install`)).toMatchObject([{ body: said }]));
});

test('one tap before the door is opened, and it is said what the sensor is not', async () => {
  const own = { ...sensor, state: 'ONLINE', isOpen: false, actions: ['askRemoval'] };
  const server = open(<MyDoorScreen />, 'RESIDENT', { [mine]: { sensors: [own], windows: [] } });
  await waitFor(() =>
    expect(screen.getByText('它不是锁，门随时能开。着火、看病，先走，不用点任何东西。')).toBeVisible(),
  );
  press('倒垃圾');
  await waitFor(() => expect(server.sent('/door-windows/mine')).toMatchObject([{ body: { why: 'WASTE' } }]));
  press('我不同意了，请拆掉');
  press('是的，请拆掉');
  const path = `${sensors}/${own.id}/ask-removal`;
  await waitFor(() => expect(server.sent(path)).toMatchObject([{ body: { reason: { code: 'CONSENT_WITHDRAWN' } } }]));
});
