import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { screen } from '@testing-library/react';
import { beginSession, outbox, queryClient } from '@/api';
import { device, resetDevice, show } from '@/api/testing/fake-device';
import { deliveryView, fakeServer, sample } from '@/api/testing/fake-server';
import { DeliveryScreen } from './delivery-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };
// the invented ids of the fake server are those of the contract
const me = sample.me as unknown as Parameters<typeof beginSession>[1];
/** What the server shows to whoever had it before. */
const formers = { carrier: undefined, household: undefined, lines: [], timeline: [], actions: [], bags: undefined };

beforeEach(() => {
  resetDevice();
  queryClient.clear();
  outbox.clear();
  beginSession(tokens, me);
});

function open(part: Partial<Record<keyof DeliveryView, unknown>>): void {
  device.server = fakeServer([deliveryView({ payMode: 'VOLUNTEER_ADVANCE', ...part })]);
  device.params = { id: sample.open };
  show(<DeliveryScreen />, queryClient);
}

test.each(['IN_TRANSIT', 'READY_FOR_PICKUP', 'ADDRESS_QUERY', 'FAILED_DELIVERY', 'DROPPED', 'CONFIRMED', 'UNPAID'])(
  'whoever passed bags on reads that somebody has them, and of their money, while it is %s',
  async (state) => {
    open({ ...formers, state });
    expect(await screen.findByText('有人接过去了')).toBeVisible();
    expect(screen.getByText(/垫过的钱照样还您/)).toBeVisible();
    expect(screen.queryByText(/才看得到门牌|退一米|不用收钱/)).toBeNull();
  },
);

test('whoever carried it to the end still sees what is to be paid', async () => {
  const money = { owedFen: 1280, paidTick: false, receivedTick: false, owedTo: 'CARRIER' };
  open({ ...formers, state: 'CONFIRMED', money });
  expect(await screen.findByText('住户该还您 ¥12.80')).toBeVisible();
  expect(screen.queryByText('有人接过去了')).toBeNull();
});
