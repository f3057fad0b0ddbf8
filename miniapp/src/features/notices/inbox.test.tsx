import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { lookedAt } from '@/api/testing/looked-at';
import { sampleId, serve, signInAs, staff } from '@/api/testing/visit';
import { InboxScreen } from './inbox-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(30_000);

const at = '2026-11-24T06:00:00.000Z';
const waits = (id: string, values: Readonly<Record<string, string>>) => ({
  ...{ id, code: 'LINK_WAITS', audience: 'GRID', at, readAt: at, urgent: true },
  values: { code: 'A12B', ...values },
});

test('what waits for one person is called by its name, and one from before names had none', async () => {
  const items = [waits('n1', { link: 'PLACEMENT' }), waits('n2', { link: 'NOTICE' }), waits('n3', {})];
  serve({ '/notices': { items, unread: 0 } });
  signInAs(staff('GRID_WORKER'));
  show(<InboxScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('有人到了，有一件事等着办：住处安排')).toBeVisible());
  expect(screen.getByText('有人到了，有一件事等着办：告知书')).toBeVisible();
  expect(screen.getByText('有人到了，有一件事等着办')).toBeVisible();
});

test('eight temperatures that are missing are one line that says how many, and opens the list', async () => {
  const missing = (nth: number) => ({
    ...{ id: `m${nth}`, code: 'REPORT_MISSING', audience: 'GRID', at, readAt: at, urgent: true, values: {} },
    record: sampleId(`r${nth}`),
  });
  serve({ '/notices': { items: Array.from({ length: 8 }, (_, nth) => missing(nth)), unread: 0 } });
  signInAs(staff('GRID_WORKER'));
  show(<InboxScreen />, queryClient);
  const [line, ...others] = await screen.findAllByText('有人没报体温，请打电话问一声');
  expect(others).toEqual([]);
  expect(screen.getByText(/一共 8 件/)).toBeVisible();
  if (line) fireEvent.click(line);
  await waitFor(() => expect(device.opened.at(-1)).toEqual({ page: '/packages/grid/quarantine/index', params: {} }));
});

const over = { withdrawnAt: '2026-11-24T06:30:00.000Z', readAt: '2026-11-24T06:30:00.000Z' };

test('what a home is asked for no more stands there without a word of it, and leads nowhere', async () => {
  const asked = { id: 'q1', code: 'REPORT_MISSING', audience: 'HOUSEHOLD', at, urgent: true, values: {} };
  serve({ '/notices': { items: [{ ...asked, ...over, record: sampleId('e1') }], unread: 0 } });
  signInAs();
  show(<InboxScreen />, queryClient);
  expect(await screen.findByText('之前提醒的事，不用再管了')).toBeVisible();
  for (const words of ['今天的体温还没报，点开报一下', '新', '急']) expect(screen.queryByText(words)).toBeNull();
  fireEvent.click(screen.getByText('之前提醒的事，不用再管了'));
  expect(device.opened).toEqual([]);
});

test('whoever sees to an area reads what it was about, and that nothing is to be done', async () => {
  serve({ '/notices': { items: [{ ...waits('n1', { link: 'PLACEMENT' }), ...over }, waits('n2', {})], unread: 0 } });
  signInAs(staff('GRID_WORKER'));
  show(<InboxScreen />, queryClient);
  expect(await screen.findByText('有人到了，有一件事等着办：住处安排')).toBeVisible();
  expect(screen.getAllByText('不用办了')).toHaveLength(1);
  expect(screen.getAllByText('急')).toHaveLength(1);
});

test('what was new on arrival and is withdrawn while somebody looks is new no more', async () => {
  const asked = { id: 'q1', code: 'DROPPED', audience: 'HOUSEHOLD', at, urgent: false, values: {} };
  const answers: Record<string, unknown> = { '/notices': { items: [asked], unread: 1 } };
  serve(answers);
  signInAs();
  show(<InboxScreen />, queryClient);
  expect(await screen.findByText('新')).toBeVisible();
  answers['/notices'] = { items: [{ ...asked, ...over }], unread: 0 };
  await queryClient.invalidateQueries();
  expect(await screen.findByText('之前提醒的事，不用再管了')).toBeVisible();
  expect(screen.queryByText('新')).toBeNull();
});

test('an empty inbox of an hour ago is not said to be empty now, where nothing can be read', async () => {
  await lookedAt(<InboxScreen />, { '/notices': { items: [], unread: 0 } }, '没有新消息');
  device.isOnline = false;
  show(<InboxScreen />, queryClient);
  expect(await screen.findByText(/现在连不上/, {}, { timeout: 5_000 })).toBeVisible();
  expect(screen.getByText(/看的时候这里是空的，现在看不到新的$/)).toBeVisible();
  expect(screen.queryByText('没有新消息')).toBeNull();
  device.isOnline = true;
  press('再试一次');
  expect(await screen.findByText('没有新消息')).toBeVisible();
  expect(screen.queryByText(/现在看不到新的/)).toBeNull();
});

test('what an hour ago stood there says of when it is', async () => {
  const told = { id: 'n1', code: 'BOUGHT', audience: 'HOUSEHOLD', at, readAt: at, urgent: false, values: {} };
  await lookedAt(<InboxScreen />, { '/notices': { items: [told], unread: 0 } }, '买好了，装袋就出发');
  device.isOnline = false;
  show(<InboxScreen />, queryClient);
  expect(await screen.findByText('买好了，装袋就出发')).toBeVisible();
  expect(await screen.findByText(/^这是.*的情况，现在看不到新的$/, {}, { timeout: 5_000 })).toBeVisible();
});
