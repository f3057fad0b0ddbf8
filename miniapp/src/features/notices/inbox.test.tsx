import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, show } from '@/api/testing/fake-device';
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
