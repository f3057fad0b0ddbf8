import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { screen } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { device, resetDevice, show } from '@/api/testing/fake-device';
import { DeliveryScreen } from './delivery-screen';
import { sampleServer } from './sample-server.fixture';
import { deliveryId, sampleDelivery } from './sample-work.fixture';
import { signInForTest } from './sign-in.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

/** A delivery as whoever carried it sees it. */
function open(change: Partial<Record<keyof DeliveryView, unknown>>): void {
  const server = sampleServer([{ ...sampleDelivery(), actions: [], ...change } as unknown as DeliveryView]);
  resetDevice({ answer: (method, path, body) => server.handle(method, path, body) });
  outbox.clear();
  queryClient.clear();
  signInForTest();
  device.params = { id: deliveryId };
  show(<DeliveryScreen />, queryClient);
}

test.each([
  ['not wanted any more: the bags are in hand, and go back', {}, '不送了，带回店里', /交给保管员/],
  ['sent back from a sealed zone', { mode: 'HANDOVER_POINT' }, '袋子退回了', /放在交接点的，您不用管了/],
  ['kept back', { keptBack: true }, '袋子先留下，别再送', /等人来取/],
] as const)('%s; what was paid comes back', async (_, change, title, hint) => {
  open({ state: 'RETURNED', carrier: undefined, household: undefined, lines: [], timeline: [], ...change });
  expect(await screen.findByText(title)).toBeVisible();
  expect(screen.getByText(hint)).toHaveTextContent('您垫的钱照样还您');
  expect(screen.queryByText(/您不用再做什么/)).toBeNull();
});

test('a bag that nobody fetched is fetched by its carrier before it goes to the door', async () => {
  open({ state: 'IN_TRANSIT', place: '7', actions: ['drop'] });
  expect(await screen.findByText('袋子还在取货点 7 号位，先去拿上再送')).toBeVisible();
});

test('bags that nobody took in time say that the grid leader comes', async () => {
  const by = { label: '李**' };
  const at = new Date().toISOString();
  const asked = { action: 'askHandover', to: 'HANDOVER_PENDING', at, by };
  const timeline = [asked, { ...asked, action: 'handoverOverdue' }];
  open({ state: 'HANDOVER_PENDING', carrier: { label: '李**', self: true }, bags: 2, timeline });
  expect(await screen.findByText(/20 分钟没人来接，网格长去接了/)).toBeVisible();
  expect(screen.queryByText(/正在找人来接/)).toBeNull();
});
