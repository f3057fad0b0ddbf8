import { screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { LateFactsScreen } from './late-facts-screen';
import { OwedScreen } from './owed-screen';

afterEach(() => jest.restoreAllMocks());
jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const at = '2026-11-24T06:00:00.000Z';
const id = (word: string) => `141122-${word.padEnd(26, '0')}`;
const run = (floatFen: number) => ({
  ...{
    run: id('r1'),
    state: 'SHOPPING',
    carrier: '王师傅',
    floatFen,
    coveredFen: 0,
    mayAgreeCash: false,
    mayTakeCash: false,
    owed: [],
  },
});
const advance = (openFen: number) => ({
  ...{ id: 'advance1', kind: 'ADVANCED', who: '李*', amountFen: 9_000, openFen, at, overdue: false },
});
const shown: Record<string, unknown> = {};

function open(runs: object[], owed: object[], onPost?: Parameters<typeof serve>[1]) {
  Object.assign(shown, { '/ledger/runs': { items: runs }, '/ledger/owed': { items: owed } });
  const server = serve(shown, onPost);
  signInAs(staff('COMMUNITY_CASHIER'));
  show(<OwedScreen />, queryClient);
  return server;
}

const told = (words: string) => waitFor(() => expect(screen.getByText(words)).toBeVisible());

async function giveFloat(key: string, label = '发备用金'): Promise<void> {
  await waitFor(() => press(label));
  press(key);
  press('00');
  press('00');
  press('就这么多');
}

test('a float that was given may be given anew, once the server tells of the first', async () => {
  const server = open([run(0)], []);
  await giveFloat('1');
  await told('已发出，收到了');
  expect(screen.queryByRole('button', { name: /备用金$/ })).toBeNull();
  shown['/ledger/runs'] = { items: [run(10_000)] };
  await queryClient.invalidateQueries();
  await giveFloat('2', '再发一些备用金');
  await waitFor(() => expect(server.sent()).toHaveLength(2));
  expect(server.sent().map(({ body }) => body.floatFen)).toEqual([10_000, 20_000]);
});

test('a float that was refused may be given again at once', async () => {
  open([run(0)], [], () => ({ status: 409, body: { type: '/problems/changed-meanwhile', revision: 3 } }));
  await giveFloat('1');
  await told('这一步没办成');
  expect(screen.getByRole('button', { name: '发备用金' })).toBeVisible();
});

test('an advance that was paid back in part may be paid back further', async () => {
  const answer = { status: 200, body: { ...advance(4_000) } };
  const server = open([], [advance(9_000)], () => answer);
  await waitFor(() => press('已还给 李*'));
  await told('已发出，收到了');
  expect(screen.queryByRole('button', { name: '已还给 李*' })).toBeNull();
  shown['/ledger/owed'] = { items: [advance(4_000)] };
  await queryClient.invalidateQueries();
  await waitFor(() => press('已还给 李*'));
  await waitFor(() => expect(server.sent()).toHaveLength(2));
});

test('the cash of runs says why it did not come', async () => {
  const server = serve({ '/ledger/owed': { items: [] } });
  signInAs(staff('COMMUNITY_CASHIER'));
  show(<OwedScreen />, queryClient);
  await waitFor(() => expect(screen.getByRole('alert')).toBeVisible());
  expect(server.sent()).toEqual([]);
});

test('a late fact that climbed back to the desk after it was noted may be decided again', async () => {
  const fact = (revision: number) => ({
    ...{ id: id('f1'), state: 'OPEN', revision, area: '141122100201-g03', areaName: '一网格', record: id('d1') },
    ...{ recordKind: 'DELIVERY', recordState: 'CLOSED', fact: 'drop', by: '李*', occurredAt: at, recordedAt: at },
    ...{ follows: 'KEPT', actions: ['apply', 'note'] },
  });
  const lists: Record<string, unknown> = { '/late-facts': { items: [fact(1)] } };
  const server = serve(lists);
  signInAs(staff('GRID_LEADER'));
  show(<LateFactsScreen />, queryClient);
  await waitFor(() => press('算数，照这个办'));
  await told('已发出，收到了');
  expect(screen.queryByRole('button', { name: '算数，照这个办' })).toBeNull();
  lists['/late-facts'] = { items: [fact(3)] };
  await queryClient.invalidateQueries();
  // hours later, in truth: within a second it would be the second half of a double tap
  const later = Date.now() + 3_600_000;
  jest.spyOn(Date, 'now').mockImplementation(() => later);
  await waitFor(() => press('算数，照这个办'));
  await waitFor(() => expect(server.sent()).toHaveLength(2));
});

test('a self-test that came after the end is looked at here, and the person with it', async () => {
  const fact = {
    ...{ id: id('f1'), state: 'OPEN', revision: 1, area: '141122100201-g03', areaName: '一网格', record: id('q1') },
    ...{ recordKind: 'QUARANTINE_EPISODE', recordState: 'RELEASED', fact: 'reportHealth', by: '李*' },
    ...{ occurredAt: at, recordedAt: at, follows: 'NOTHING', because: 'ENDED', actions: ['note'] },
    selfTestPhoto: id('p1'),
  };
  serve({ '/late-facts': { items: [fact] } });
  signInAs(staff('GRID_WORKER'));
  show(<LateFactsScreen />, queryClient);
  await waitFor(() => expect(screen.getByRole('button', { name: /的抗原照片/ })).toBeVisible());
  expect(screen.getByText(/隔离结束以后才发到的体温/)).toBeVisible();
  press('看这个人');
  expect(device.opened).toContainEqual({ page: '/packages/grid/quarantine/index', params: { id: id('q1') } });
});
