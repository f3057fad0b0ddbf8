import { screen } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { deskServer } from './desk-server.fixture';
import { QueueScreen } from './queue-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

test('the queue is known without a network, and what is known of people’s health is not on the device', async () => {
  serve({ '/grid/queue': deskServer().answer('GET', '/grid/queue').body });
  signInAs(staff('GRID_LEADER'));
  const first = show(<QueueScreen />, queryClient);
  await screen.findByText('没写清要什么');
  const kept = JSON.stringify({ ...localStorage });
  expect(kept).toContain('A17');
  expect(kept).not.toContain('ELDER_ALONE');
  first.unmount();
  queryClient.clear();
  device.isOnline = false;
  show(<QueueScreen />, queryClient);
  expect(screen.getByText('没写清要什么')).toBeVisible();
});
