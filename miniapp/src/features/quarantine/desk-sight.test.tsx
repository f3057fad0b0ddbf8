import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { open, seen } from './desk.fixture';
import { episodeId, episodeView } from './episode.fixture';
import { QuarantineScreen } from './quarantine-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

test.each([
  ['DOCTOR', 'DOCTOR', '等医生看'],
  ['GRID_LEADER', 'GRID', '网格今天要做'],
  ['CDC_INVESTIGATOR', 'INVESTIGATOR', '这里没有您的名单'],
  ['COUNTY_HEAD', 'INVESTIGATOR', '这里没有您的名单'],
  ['SITE_MANAGER', 'SITE', '隔离点的人'],
  ['SAMPLER', 'SAMPLER', '今天要采的'],
  ['LAB', 'LAB', '等结果的管子'],
  ['RESIDENT', 'PERSON', '这里没有归您看的人'],
])('%s sees the one a notice is about, and behind it something of their own', async (role, part, own) => {
  open(role, episodeView({ part }));
  await seen('居家隔离中');
  press('关闭');
  await seen(own);
  expect(screen.queryByText('居家隔离中')).toBeNull();
});

test('the person is led to the page of their own days', async () => {
  open('RESIDENT', episodeView({ part: 'PERSON', actions: ['reportHealth'] }));
  await waitFor(() => screen.getByRole('dialog', { name: '薛**' }));
  await seen('居家隔离中');
  fireEvent.click(screen.getAllByRole('button', { name: '看我的隔离' }).at(-1) as HTMLElement);
  expect(device.opened.at(-1)?.page).toBe('/packages/returnee/my-days/index');
});

test('somebody who may not know of the person reads why there is nothing, and finds a way on', async () => {
  const server = serve({ '/work/quarantine': { items: [] } });
  signInAs(staff('GRID_WORKER'));
  device.params = { id: episodeId };
  show(<QuarantineScreen />, queryClient);
  await waitFor(() => expect(screen.getByRole('alert')).toBeVisible());
  expect(screen.getByRole('button', { name: '回首页' })).toBeVisible();
  expect(server.sent()).toEqual([]);
});

test('only those whom the contract lets look are offered a name and a phone', async () => {
  open('COUNTY_HEAD', episodeView({ part: 'INVESTIGATOR', actions: ['lengthen'] }));
  await seen('居家隔离中');
  expect(screen.queryByRole('button', { name: /打电话/ })).toBeNull();
});

test('a silent home says so, and one where all is well has no card of it', async () => {
  const supply = { id: episodeId.replace('e1', 's1'), state: 'RUNNING', revision: 1, goods: [], actions: [] };
  const view = episodeView({ supply: { ...supply, silentSince: '2026-11-24T06:00:00.000Z' } });
  open('GRID_WORKER', view);
  await seen(/没动静，先打电话/);
});
