import { configure, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
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
