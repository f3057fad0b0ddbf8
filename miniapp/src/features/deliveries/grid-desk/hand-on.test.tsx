import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { screen, waitFor } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { device, press, resetDevice, show } from '@/api/testing/fake-device';
import { signInAs, staff } from '@/api/testing/visit';
import { DeliveryScreen } from '../carrying/delivery-screen';
import { openDutyHome } from '../carrying/doors';
import { sampleServer } from '../carrying/sample-server.fixture';
import { deliveryId, sampleDelivery } from '../carrying/sample-work.fixture';
import { DeskScreen } from './desk-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const asked: string[] = [];
const carrying = { page: '/packages/volunteer/delivery/index', params: { id: deliveryId } };

/** A request as a grid leader sees it, who is no volunteer. */
function open(change: Partial<Record<keyof DeliveryView, unknown>>, Screen = DeskScreen) {
  const server = sampleServer([{ ...sampleDelivery(), actions: [], ...change } as unknown as DeliveryView]);
  asked.length = 0;
  resetDevice({
    answer: (method, path, body) => {
      asked.push(path);
      return server.handle(method, path, body);
    },
  });
  outbox.clear();
  queryClient.clear();
  signInAs(staff('GRID_LEADER'));
  device.params = { id: deliveryId };
  show(<Screen />, queryClient);
  return server;
}

test('bags that nobody took are fetched by the leader, who counts them like everybody else', async () => {
  open({ state: 'HANDOVER_PENDING', carrier: { label: '李**' }, actions: ['takeOver', 'quarantineBags'] });
  expect(await screen.findByRole('button', { name: '我去接，数袋子' })).toBeVisible();
  press('我去接，数袋子');
  expect(device.opened.at(-1)).toEqual(carrying);
});

test('bags in the leader’s own hands are gone on with from the desk, and the desk is where that ends', async () => {
  open({ state: 'IN_TRANSIT', carrier: { label: '周**', self: true }, actions: ['drop'] });
  expect(await screen.findByRole('button', { name: '在您手上，接着送' })).toBeVisible();
  press('在您手上，接着送');
  expect(device.opened.at(-1)).toEqual(carrying);
  openDutyHome({});
  expect(device.opened.at(-1)?.page).toBe('/packages/grid/home/index');
});

test('a leader who carries asks for no list of a volunteer’s', async () => {
  open({ state: 'HANDOVER_PENDING', carrier: { label: '李**' }, actions: ['takeOver'] }, DeliveryScreen);
  expect(await screen.findByText('两个人各数一遍', { exact: false })).toBeVisible();
  expect(asked).toContain(`/deliveries/${deliveryId}`);
  expect(asked.filter((path) => path.startsWith('/work/'))).toEqual([]);
});

test('whoever cannot go on is replaced by the leader: count and reason, and what follows is said before', async () => {
  const server = open({ state: 'IN_TRANSIT', bags: 2, carrier: { label: '李**' }, actions: ['askHandover'] });
  await screen.findByRole('button', { name: '换人接着送' });
  press('换人接着送');
  expect(await screen.findByText(/20 分钟没人接，您去接/)).toBeVisible();
  press('志愿者不舒服');
  await waitFor(() =>
    expect(server.stored).toMatchObject([{ action: 'askHandover', body: { bags: 2, reason: { code: 'NOT_WELL' } } }]),
  );
});

test('bags of a carrier who tested positive are kept back, and what follows is said before', async () => {
  const server = open({ state: 'HANDOVER_PENDING', carrier: { label: '李**' }, actions: ['quarantineBags'] });
  await screen.findByRole('button', { name: '阳性，留下袋子' });
  press('阳性，留下袋子');
  expect(await screen.findByText(/重新买一份，不用再付钱/)).toBeVisible();
  press('留下袋子，重新买');
  await waitFor(() =>
    expect(server.stored).toMatchObject([{ action: 'quarantineBags', body: { reason: { code: 'CARRIER_POSITIVE' } } }]),
  );
});

test('of bags that are kept back nothing goes on a shelf', async () => {
  open({ state: 'RETURNED', keptBack: true, actions: ['disposeReturned'] });
  await screen.findByRole('button', { name: '退回的东西怎么办' });
  press('退回的东西怎么办');
  expect(await screen.findByRole('button', { name: '销毁' })).toBeVisible();
  expect(screen.queryByRole('button', { name: '放回仓库' })).toBeNull();
});
