import { Me, Tokens } from '@grid-relief/shared-types/identity/identity.schema';
import * as z from '@grid-relief/shared-types/zod';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beginSession, outbox, queryClient } from '@/api';
import { device, press, resetDevice, show } from '@/api/testing/fake-device';
import { leader, rows } from '@/features/deliveries/grid-desk/desk-server.fixture';
import { InviteScreen } from '../invite-screen';
import { OwedScreen } from '../owed-screen';
import { CommandScreen } from './command-screen';
import { byArea, placesLeft, runsWithoutCarrier } from './exception-figures';
import { ExposedDoorsScreen } from './exposed-doors-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };
const township = '141122100';
const owed = {
  id: 'l1',
  kind: 'ADVANCED',
  amountFen: 8640,
  code: 'A17',
  at: '2026-11-22T06:00:00.000Z',
  dueAt: '2026-11-23T06:00:00.000Z',
  overdue: true,
  who: '李*',
};
const person = { person: leader.person, label: '李*', team: 'VETERAN', area: '141122100201-g03', areaName: '3 网格' };
const onDuty = { ...person, phoneMasked: '100****0002', openSeats: 2, seatLimit: 6, healthHold: false };
const place = { id: township, level: 'TOWNSHIP', name: '天宁镇', path: [], zone: 'NONE', adjacent: [] };

const answers: Readonly<Record<string, unknown>> = {
  '/grid/queue': { items: rows, counts: { late: 2, new: 1, asking: 0, all: 5 } },
  '/volunteers/on-duty': { items: [onDuty] },
  '/runs': { items: [] },
  '/ledger/owed': { items: [owed] },
  '/areas': { items: [place] },
};
const asked: string[] = [];

function begin(role: string, given = answers, workspaces = ['command', 'resident']): void {
  asked.length = 0;
  resetDevice({
    answer: (_method, path) => {
      const [plain = ''] = path.split('?');
      asked.push(plain);
      const body = given[plain];
      return body === undefined ? { status: 404, body: { type: '/problems/not-found' } } : { status: 200, body };
    },
  });
  outbox.clear();
  queryClient.clear();
  const me = { ...leader, grants: [{ role, area: township }], workspaces };
  beginSession(z.parse(Tokens, tokens), z.parse(Me, me));
}

test('a dispatcher sees what waits too long first, and every number opens its list', async () => {
  begin('TOWNSHIP_DISPATCHER');
  show(<CommandScreen />, queryClient);
  await waitFor(() => expect(screen.getByRole('button', { name: /2\s*等太久了/ })).toBeVisible());
  press(/2\s*等太久了/);
  expect(device.opened.at(-1)).toEqual({ page: '/packages/grid/home/index', params: { tab: 'late' } });
  expect(screen.getByText('等得最久的')).toBeVisible();
  await waitFor(() => expect(screen.getByRole('button', { name: /4\s*志愿者还能接/ })).toBeVisible());
  await waitFor(() => expect(screen.getByText('1 笔，共 ¥86.40')).toBeVisible());
  expect(screen.getByText('超时 1 笔')).toBeVisible();
  expect(screen.getByRole('tab', { name: '指挥台' })).toHaveAttribute('aria-selected', 'true');
});

test('a cashier asks for nothing but the money, and what there is to be told', async () => {
  begin('COMMUNITY_CASHIER');
  show(<CommandScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('1 笔，共 ¥86.40')).toBeVisible());
  expect(new Set(asked)).toEqual(new Set(['/ledger/owed', '/notices']));
});

test('a store keeper finds the way to what came back, and to the sensors', () => {
  begin('STORE_KEEPER');
  show(<CommandScreen />, queryClient);
  press(/退回来的东西/);
  press(/门磁/);
  expect(device.opened.map(({ page }) => page)).toEqual([
    '/packages/command/returns/index',
    '/packages/grid/door-sensors/index',
  ]);
  expect(screen.queryByText('眼下没有要您办的')).toBeNull();
});

test.each([
  ['has nothing to do here', ['command', 'resident']],
  ['does not belong here, and came by a link or had a role until now', ['resident']],
])('whoever %s is told so, and has the way on that is named', (_, workspaces) => {
  begin('AUDITOR', answers, workspaces);
  show(<CommandScreen />, queryClient);
  expect(screen.getByText('眼下没有要您办的')).toBeVisible();
  expect(screen.getByText(/点下面的“居民”/)).toBeVisible();
  fireEvent.click(screen.getByRole('tab', { name: '居民' }));
  expect(device.opened.map(({ page }) => page)).toEqual(['/pages/home/index']);
});

test('when the numbers cannot be read, it says so and can be tried again', async () => {
  begin('COUNTY_DISPATCHER', {});
  show(<CommandScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('没找到，可能已经办完，或不归您看了。')).toBeVisible());
});

test('what is owed says to whom, how much and that it is overdue; the one who pays can record it', async () => {
  begin('COMMUNITY_CASHIER');
  show(<OwedScreen />, queryClient);
  await waitFor(() => expect(screen.getByRole('button', { name: '已还给 李*' })).toBeVisible());
  expect(screen.getByText('超时了')).toBeVisible();
});

test('what was covered in part shows what is left; what was repaid beyond the receipt is taken back', async () => {
  const part = { ...owed, openFen: 2640 };
  const over = { ...owed, id: 'l2', openFen: 0, overFen: 800, settledAt: owed.at, overdue: false };
  begin('COMMUNITY_CASHIER', { ...answers, '/ledger/owed': { items: [part, over] } });
  show(<OwedScreen />, queryClient);
  await waitFor(() => expect(screen.getByText(/共垫 ¥86.40，其余已还/)).toBeVisible());
  expect(screen.getByText('这里共 ¥26.40')).toBeVisible();
  expect(screen.getByText('小票比估价少，多还了 ¥8.00')).toBeVisible();
  press('多还的已收回');
  await waitFor(() => expect(asked).toContain('/ledger/l2/take-back'));
});

test('cash counted differently by two carriers is open until the grid leader has asked both; one press is enough', async () => {
  const money = { run: leader.person, state: 'DOORS', carrier: '李*', floatFen: 3000, coveredFen: 0, owed: [] };
  const handoverCash = { from: '赵*', statedFen: 2000, countedFen: 1800 };
  const item = { ...money, handoverCash, mayAgreeCash: true, mayTakeCash: false };
  const receipt = { action: 'agreeCash', to: 'DOORS', revision: 2, recordedAt: owed.at };
  const agreed = { [`/runs/${leader.person}/agree-cash`]: { receipt } };
  begin('GRID_LEADER', { ...answers, ...agreed, '/ledger/runs': { items: [item] }, '/ledger/owed': { items: [] } });
  show(<OwedScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('赵* 说交了 ¥20.00')).toBeVisible());
  expect(screen.getByText('接的人数出 ¥18.00')).toBeVisible();
  press('问清楚了，定下交接多少');
  press('就这么多');
  await waitFor(() => expect(asked).toContain(`/runs/${leader.person}/agree-cash`));
  expect(screen.queryByRole('button', { name: '问清楚了，定下交接多少' })).toBeNull();
});

test('an investigator reads the doors of a volunteer who fell ill; nobody else has the way to them', async () => {
  const door = { household: leader.person, doorCode: '5-2-0402', areaName: '3 网格', at: owed.at, did: 'drop' };
  const sick = { person: leader.person, label: '李*', areaName: '3 网格', sickAt: owed.dueAt, doors: [door] };
  begin('CDC_INVESTIGATOR', { '/volunteers/exposed-doors': { items: [sick] } });
  show(<CommandScreen />, queryClient);
  press(/病倒的志愿者去过的门/);
  expect(device.opened.at(-1)?.page).toBe('/packages/command/exposed/index');
  show(<ExposedDoorsScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('3 网格 5-2-0402')).toBeVisible());
  expect(screen.getByText(/到过 1 次门口/)).toBeVisible();
});

test('an invitation names its place, not its number', async () => {
  begin('TOWNSHIP_DISPATCHER');
  show(<InviteScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('在天宁镇帮忙')).toBeVisible());
});

test('figures: places by longest wait, room by people who are well, runs that nobody took', () => {
  const row = (area: string, waitingSince: string) => ({ area, areaName: area, waitingSince }) as never;
  expect(byArea([row('b', '2'), row('a', '1'), row('b', '3')])).toEqual([
    { area: 'a', name: 'a', count: 1, since: '1' },
    { area: 'b', name: 'b', count: 2, since: '2' },
  ]);
  const well = { openSeats: 2, seatLimit: 6, healthHold: false };
  expect(placesLeft([well, { ...well, healthHold: true }, { ...well, openSeats: 7 }])).toBe(4);
  expect(
    runsWithoutCarrier([{ state: 'LOCKED' }, { state: 'OPEN' }, { state: 'LOCKED', carrier: { label: '李*' } }]),
  ).toBe(1);
});
