import { screen } from '@testing-library/react';
import { queryClient } from '@/api';
import { show } from '@/api/testing/fake-device';
import { refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { QueueScreen } from './queue-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

test('whoever has no queue sees neither its tabs nor the ways from it, but why, and the way home', async () => {
  serve({ '/grid/queue': refuse(403, 'not-allowed') });
  signInAs(staff('STORE_KEEPER'));
  show(<QueueScreen />, queryClient);
  expect(await screen.findByText(/这件事您现在不能办/)).toBeVisible();
  expect(screen.getByRole('button', { name: '回首页' })).toBeVisible();
  expect(screen.queryAllByRole('tab')).toEqual([]);
  for (const way of ['隔离的人', '门磁提醒', '家中有事']) expect(screen.queryByText(way)).toBeNull();
});
