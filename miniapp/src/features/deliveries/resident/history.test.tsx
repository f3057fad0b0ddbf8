import { screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { deliveryView, fakeServer } from '@/api/testing/fake-server';
import { serve, signInAs } from '@/api/testing/visit';
import { HistoryScreen } from './history-screen';
import { HomeScreen } from './home-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const none = '还没有下过单';

/** The phone of a resident with these requests. */
function open(...requests: Parameters<typeof deliveryView>[0][]): void {
  serve({});
  device.server = fakeServer(requests.map((part) => deliveryView(part)));
  signInAs();
}

const hourMs = 3_600_000;

/** Read an hour ago: what was in memory is gone, what lies on the phone is not. */
async function readBefore(seen: RegExp | string): Promise<void> {
  const { unmount } = show(<HistoryScreen />, queryClient);
  expect(await screen.findByText(seen)).toBeVisible();
  unmount();
  queryClient.clear();
  for (const [key, text] of Object.entries({ ...localStorage }).filter(([name]) => name.startsWith('kept:'))) {
    const { at, value } = JSON.parse(text);
    localStorage.setItem(key, JSON.stringify({ at: at - hourMs, value }));
  }
}

test('never read and without a network, it says that it cannot be read, and reads once there is one', async () => {
  open({});
  device.isOnline = false;
  show(<HistoryScreen />, queryClient);
  expect(await screen.findByText(/现在连不上/, {}, { timeout: 5_000 })).toBeVisible();
  expect(screen.queryByText(none)).toBeNull();
  device.isOnline = true;
  press('再试一次');
  expect(await screen.findByText(/大白菜/)).toBeVisible();
});

test('that there was nothing once says nothing about now', async () => {
  open();
  await readBefore(none);
  device.isOnline = false;
  show(<HistoryScreen />, queryClient);
  expect(await screen.findByText(/现在连不上/, {}, { timeout: 5_000 })).toBeVisible();
  expect(screen.queryByText(none)).toBeNull();
  expect(screen.getByRole('button', { name: '再试一次' })).toBeVisible();
});

test('what was read before stands there, and is said to be of then', async () => {
  open({});
  await readBefore(/大白菜/);
  device.isOnline = false;
  show(<HistoryScreen />, queryClient);
  expect(await screen.findByText(/大白菜/)).toBeVisible();
  expect(await screen.findByText(/^这是.*的情况，现在看不到新的$/, {}, { timeout: 5_000 })).toBeVisible();
});

test('the home page says the same of what it shows', async () => {
  open({});
  await readBefore(/大白菜/);
  device.isOnline = false;
  show(<HomeScreen />, queryClient);
  expect(await screen.findByText(/^这是.*的情况，现在看不到新的$/, {}, { timeout: 5_000 })).toBeVisible();
});

test('with a network, nothing is old and an empty list says what will stand in it', async () => {
  open();
  show(<HistoryScreen />, queryClient);
  expect(await screen.findByText(none)).toBeVisible();
  await waitFor(() => expect(screen.queryByText(/现在看不到新的/)).toBeNull());
});
