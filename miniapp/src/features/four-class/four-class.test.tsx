import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { FourClassScreen } from './four-class-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const town = '141122100';
const village = {
  area: '141122100201',
  areaName: '天宁社区',
  level: 'VILLAGE',
  mode: 'REGISTER',
  planned: [],
  maySet: true,
};
const place = { ...village, area: town, areaName: '天宁镇', level: 'TOWNSHIP' };
const day = '2026-12-06T16:00:00.000Z';

function open(items: object[], role: Parameters<typeof staff>[0] = 'TOWNSHIP_DISPATCHER') {
  const shown: Record<string, unknown> = { '/four-class': { items } };
  const server = serve(shown, () => ({ status: 200, body: { ...place, mode: 'SUSPENDED' } }));
  signInAs(staff(role));
  show(<FourClassScreen />, queryClient);
  return { server, shown };
}

test('a township sees how it is sold and what is planned, and says otherwise from now on', async () => {
  const { server } = open([{ ...place, planned: [{ mode: 'FREE', from: day }] }]);
  await waitFor(() => expect(screen.getByText('天宁镇')).toBeVisible());
  expect(screen.getByText('实名登记')).toBeVisible();
  expect(screen.getByText(/起：正常卖$/)).toBeVisible();
  press('改这里怎么卖');
  expect(screen.getByRole('button', { name: /^就这样定/ })).toHaveAttribute('aria-disabled', 'true');
  fireEvent.click(screen.getByRole('radio', { name: /暂停零售/ }));
  press('就这样定');
  await waitFor(() =>
    expect(server.sent()).toMatchObject([{ path: `/four-class/${town}`, body: { mode: 'SUSPENDED' } }]),
  );
});

test('from a midnight on: whole days of Shanghai', async () => {
  const { server } = open([place]);
  await waitFor(() => press('改这里怎么卖'));
  fireEvent.click(screen.getByRole('radio', { name: /正常卖/ }));
  fireEvent.click(screen.getByRole('radio', { name: '过几天起' }));
  press('加一个几天后（0 点起）');
  press('就这样定');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(String(server.sent()[0]?.body.from)).toMatch(/T16:00:00.000Z$/);
});

test('a doctor reads it and changes nothing; places below are one press away', async () => {
  const { shown } = open([{ ...village, mode: 'SUSPENDED', since: day, maySet: false }], 'DOCTOR');
  await waitFor(() => expect(screen.getByText('暂停零售，找医生')).toBeVisible());
  expect(screen.queryByRole('button', { name: '改这里怎么卖' })).toBeNull();
  shown['/four-class'] = {
    items: [village, { ...village, area: '141122100201-g01', areaName: '一网格', level: 'GRID' }],
  };
  press('看下面各处');
  await waitFor(() => expect(screen.getByText('一网格')).toBeVisible());
  expect(screen.getByRole('button', { name: '回到上级' })).toBeVisible();
});

test('without a place it says so', async () => {
  open([]);
  await waitFor(() => expect(screen.getByText('没有您管的地方')).toBeVisible());
});
