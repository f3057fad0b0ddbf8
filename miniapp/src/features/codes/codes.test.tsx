import { screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { CommandScreen } from '@/features/grid/command/command-screen';
import { CodesScreen } from './codes-screen';
import { GridCodesScreen } from './grid-codes-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const at = '2026-11-24T06:00:00.000Z';
const request = {
  ...{ id: `141122-${'c1'.padEnd(26, '0')}`, asked: 'ASSIGN', state: 'DRAFT', revision: 3, code: 'A12B' },
  ...{ area: '141122100201-g03', areaName: '3 网格', nameMasked: '王**', because: 'ARRIVED', writtenAt: at },
  ...{ wanted: 'RED', category: 'HIGH_RISK_STAY', waitsWith: 'COMMUNITY', waitsSince: at, isLate: false },
  actions: ['approveCommunity'],
};
const list = '/health-code-requests';

function open(role: string, answers: Readonly<Record<string, unknown>>, part = <CodesScreen />) {
  const server = serve(answers);
  signInAs(staff(role));
  show(part, queryClient);
  return server;
}

test('it says that it is being read', () => {
  serve({});
  signInAs(staff('CODE_CLERK'));
  device.beforeAnswer = () => new Promise(() => undefined);
  show(<CodesScreen />, queryClient);
  expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
});

test('it says why it did not come', async () => {
  open('CODE_CLERK', {});
  await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
});

test('nothing is said to be nothing', async () => {
  open('CODE_CLERK', { [list]: { items: [] } });
  await waitFor(() => expect(screen.getByText('没有等您办的申请')).toBeVisible());
});

test('one tap says yes to what was seen, and names nobody', async () => {
  const server = open('COMMUNITY_WORKER', { [list]: { items: [request] } });
  await waitFor(() => expect(screen.getByText('王** · A12B')).toBeVisible());
  expect(screen.getByText('等社区或村里同意')).toBeVisible();
  expect(screen.getByText('申请赋红码')).toBeVisible();
  expect(screen.getByText('去过高风险地区')).toBeVisible();
  press('社区同意');
  const path = `${list}/${request.id}/approve-community`;
  await waitFor(() => expect(server.sent(path)).toMatchObject([{ body: { revision: 3 } }]));
});

test('a no is said with its reason, and with a sentence where somebody writes one', async () => {
  const sent = { ...request, state: 'SENT', dueAt: at, actions: ['recordConfirmed', 'recordRefused'] };
  const server = open('CODE_CLERK', { [list]: { items: [sent] } });
  await waitFor(() => press('省里没同意'));
  press('核酸还没做够');
  const path = `${list}/${request.id}/record-refused`;
  await waitFor(() => expect(server.sent(path)).toMatchObject([{ body: { reason: { code: 'TESTS_MISSING' } } }]));
});

test('the clerk opens name and number by a look that is written down', async () => {
  const server = serve({ [list]: { items: [request] } }, ({ path }) =>
    path.endsWith('/reveal')
      ? { status: 200, body: { name: '王小返', idNumber: '141122199001010000', recordedAt: at } }
      : undefined,
  );
  signInAs(staff('CODE_CLERK'));
  show(<CodesScreen />, queryClient);
  await waitFor(() => press('看姓名和证件号'));
  await waitFor(() => expect(screen.getByText('王小返 · A12B')).toBeVisible());
  expect(screen.getByText('证件号 141122199001010000')).toBeVisible();
  expect(server.sent(`${list}/${request.id}/reveal`)).toMatchObject([{ body: { why: 'TO_PROVINCE' } }]);
});

test('who only approves has no button that opens a name', async () => {
  open('COUNTY_HEAD', { [list]: { items: [request] } });
  await waitFor(() => expect(screen.getByText('王** · A12B')).toBeVisible());
  expect(screen.queryByRole('button', { name: '看姓名和证件号' })).toBeNull();
});

test.each(['COMMUNITY_WORKER', 'VILLAGE_SECRETARY', 'CODE_CLERK', 'TOWNSHIP_DISPATCHER', 'COUNTY_HEAD'])(
  'a %s finds the way to it at the desk',
  async (role) => {
    serve({});
    signInAs(staff(role));
    show(<CommandScreen />, queryClient);
    await waitFor(() => press(/健康码申请/));
    expect(device.opened).toContainEqual(expect.objectContaining({ page: '/packages/command/codes/index' }));
  },
);

describe('the list of the grid', () => {
  const inGrid = '/work/health-code-requests';
  const grid = <GridCodesScreen />;

  test('says that it is being read, why it did not come, and that nothing is asked for', async () => {
    open('GRID_WORKER', {}, grid);
    expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
    await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
    open('GRID_WORKER', { [inGrid]: { items: [] } }, grid);
    await waitFor(() => expect(screen.getByText('没有在办的健康码')).toBeVisible());
  });

  test('says with whom each waits and since when, and lets the grid take back what is not needed', async () => {
    const late = { ...request, isLate: true, waitsWith: 'TOWNSHIP', state: 'COMMUNITY_OK', actions: ['withdraw'] };
    const server = open('GRID_LEADER', { [inGrid]: { items: [late] } }, grid);
    await waitFor(() => expect(screen.getByText(/起在乡镇，超时了/)).toBeVisible());
    expect(screen.queryByRole('button', { name: '乡镇同意' })).toBeNull();
    press('不用申请了');
    press('已经不需要了');
    const path = `${list}/${request.id}/withdraw`;
    await waitFor(() => expect(server.sent(path)).toMatchObject([{ body: { reason: { code: 'NOT_NEEDED' } } }]));
  });
});
