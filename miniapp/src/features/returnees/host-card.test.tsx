import { screen } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { HomeScreen } from '@/features/deliveries/resident/home-screen';
import { ReportScreen } from './report-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

test('a host without a home here is led to whom the host answers for, and not told to register a home', async () => {
  serve({ '/deliveries/mine': { items: [] } });
  signInAs({ ...staff('HOST_UNIT'), households: [], workspaces: ['resident'] });
  show(<HomeScreen />, queryClient);
  expect(await screen.findByText('由您接待的人')).toBeVisible();
  expect(screen.queryByText('还没有登记您家')).toBeNull();
  press('看谁要来、谁在住');
  press('报一位要来的人');
  expect(device.opened.map(({ page }) => page)).toEqual([
    '/packages/returnee/list/index',
    '/packages/returnee/report/index',
  ]);
});

test('nobody else sees it', async () => {
  serve({ '/deliveries/mine': { items: [] } });
  signInAs({ ...staff('GRID_WORKER'), households: [] });
  show(<HomeScreen />, queryClient);
  expect(await screen.findByText('还没有登记您家')).toBeVisible();
  expect(screen.queryByText('由您接待的人')).toBeNull();
});

test('what a host reports begins with whom the host takes in; what a resident reports, with the family', async () => {
  serve({});
  signInAs({ ...staff('HOST_UNIT'), households: [], workspaces: ['resident'] });
  const host = show(<ReportScreen />, queryClient);
  expect(await screen.findByRole('radio', { name: '单位的人要来', checked: true })).toBeVisible();
  expect(screen.getByRole('radio', { name: '单位', checked: true })).toBeVisible();
  expect(screen.getByLabelText(/谁负责接待/)).toBeVisible();
  host.unmount();
  signInAs();
  show(<ReportScreen />, queryClient);
  expect(await screen.findByRole('radio', { name: '家里人要回来', checked: true })).toBeVisible();
});
