import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { screen, waitFor } from '@testing-library/react';
import { beginSession, outbox, queryClient } from '@/api';
import { device, press, resetDevice, show } from '@/api/testing/fake-device';
import { deliveryView, fakeServer, sample } from '@/api/testing/fake-server';
import { DeliveryScreen } from '../carrying/delivery-screen';
import { StatusScreen } from '../resident/status/status-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };
// the invented ids of the fake server are those of the contract
const me = sample.me as unknown as Parameters<typeof beginSession>[1];
const takenAt = '2026-11-24T06:10:00.000Z';
const out = { items: ['MEDICAL_CARD' as const], takenAt, heldBy: { label: '志愿者 王师傅' } };
const mine = { ...out, heldBy: { ...out.heldBy, self: true } };

let server = fakeServer();

function open(part: Partial<DeliveryView>, screenOf: () => React.ReactElement): void {
  const medicine = { kind: 'MEDICINE', repeatPrescription: true, ...part };
  server = fakeServer([deliveryView(medicine as Parameters<typeof deliveryView>[0])]);
  device.server = server;
  device.params = { id: sample.open };
  show(screenOf(), queryClient);
}

const sent = async (action: string) => {
  const path = `/deliveries/${sample.open}/${action}`;
  await waitFor(() => expect(server.seen.map((each) => each.path)).toContain(path));
  return server.seen.find((each) => each.path === path)?.body;
};

beforeEach(() => {
  resetDevice();
  queryClient.clear();
  outbox.clear();
  beginSession(tokens, me);
});

test('the carrier ticks each thing that was handed over', async () => {
  open({ state: 'ACCEPTED', actions: ['startShopping', 'takeCustody'] }, () => <DeliveryScreen />);
  expect(await screen.findByText('先到门口拿卡')).toBeVisible();
  press('拿到就诊卡了');
  expect(await sent('take-custody')).toMatchObject({ items: ['CLINIC_CARD'] });
});

test('whoever has a card is asked to return it, also when the medicine is there', async () => {
  open({ state: 'DROPPED', custody: mine, actions: [] }, () => <DeliveryScreen />);
  expect(await screen.findByText('医保卡在您手里')).toBeVisible();
  expect(screen.getByText(/请归还，和药一起放下/)).toBeVisible();
});

test('the household reads in whose hands its card is, and ticks that it is back', async () => {
  open({ state: 'DROPPED', custody: out, actions: ['confirm', 'returnCustody'] }, () => <StatusScreen />);
  expect(await screen.findByText('医保卡在志愿者 王师傅手里')).toBeVisible();
  press('还回来了');
  await sent('return-custody');
  expect(await screen.findByText('医保卡还回来了')).toBeVisible();
});

test('a card that is taken along a second time is given back a second time', async () => {
  const part = { state: 'DROPPED', custody: out, actions: ['confirm', 'returnCustody'] } as const;
  open({ ...part, actions: [...part.actions] }, () => <StatusScreen />);
  await screen.findByText('医保卡在志愿者 王师傅手里');
  press('还回来了');
  expect(await screen.findByText('医保卡还回来了')).toBeVisible();
  await sent('return-custody');
  const again = { ...part, kind: 'MEDICINE' as const, revision: 9, actions: [...part.actions] };
  device.server = fakeServer([deliveryView(again as Parameters<typeof deliveryView>[0])]);
  await queryClient.invalidateQueries();
  expect(await screen.findByRole('button', { name: '还回来了' })).toBeVisible();
});

test('after a day it says that somebody is asking', async () => {
  open({ state: 'CONFIRMED', custody: out, flags: ['CARD_OUT'], actions: ['returnCustody'] }, () => <StatusScreen />);
  expect(await screen.findByText('过了一天还没还，网格长在追')).toBeVisible();
});
