import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { device, press, resetDevice, show } from '@/api/testing/fake-device';
import { sampleServer } from '../carrying/sample-server.fixture';
import { deliveryId, sampleDelivery, sampleId, sampleTime } from '../carrying/sample-work.fixture';
import { signInForTest } from '../carrying/sign-in.fixture';
import { DeskScreen } from './desk-screen';

jest.mock('@/platform', () => ({
  ...jest.requireActual('@/api/testing/fake-device').fakePlatform(),
  openFile: async (address: string) => `blob:${address}`,
}));

/** A request as its grid leader sees it. */
function open(change: Partial<Record<keyof DeliveryView, unknown>>) {
  const server = sampleServer([{ ...sampleDelivery(), actions: [], ...change } as unknown as DeliveryView]);
  resetDevice({ answer: (method, path, body) => server.handle(method, path, body) });
  device.params = { id: deliveryId };
  show(<DeskScreen />, queryClient);
  return server;
}

beforeEach(() => {
  signInForTest();
  outbox.clear();
  queryClient.clear();
});

describe('a complaint', () => {
  const disputePhoto = sampleId('f1');
  const said = { action: 'dispute', to: 'DISPUTED', at: sampleTime(-5), by: { label: '王**' }, reason: 'BROKEN' };
  const disputed = { state: 'DISPUTED', disputePhoto, receiptPhoto: sampleId('f2'), timeline: [said] };

  test('the leader sees what the household shows before deciding, in the list of proofs and in the form', async () => {
    const server = open({ ...disputed, actions: ['resolveDispute'] });
    fireEvent.click(await screen.findByRole('button', { name: '看住户拍的照片' }));
    expect(await screen.findByRole('img', { name: '住户拍的照片' })).toHaveAttribute(
      'src',
      expect.stringContaining(disputePhoto),
    );
    expect(screen.getByRole('button', { name: '看小票照片' })).toBeVisible();
    expect(screen.queryByRole('button', { name: '看门口照片' })).toBeNull();
    press('给个说法');
    const form = within(await screen.findByRole('dialog'));
    expect(form.getByRole('button', { name: '看住户拍的照片' })).toBeVisible();
    fireEvent.click(form.getByRole('radio', { name: '重新送' }));
    fireEvent.click(form.getByRole('button', { name: '就这样办' }));
    await waitFor(() => expect(server.stored).toMatchObject([{ action: 'resolveDispute' }]));
  });

  test('without a photo there is nothing to look at', async () => {
    open({ state: 'DISPUTED', actions: ['resolveDispute'], timeline: [said] });
    expect(await screen.findByRole('button', { name: '给个说法' })).toBeVisible();
    expect(screen.queryByText('照片')).toBeNull();
  });
});

describe('medicine', () => {
  const cleared = { action: 'doctorClear', to: 'SUBMITTED', at: sampleTime(-5), by: { label: 'STAFF' } };

  test('a prescription waits for a doctor, and the desk says what it may do', async () => {
    open({ kind: 'MEDICINE', state: 'SUBMITTED', flags: ['DOCTOR_LOOK'], actions: ['triage'] });
    expect(await screen.findByText('等医生看处方')).toBeVisible();
    expect(screen.getByText('处方等医生看')).toBeVisible();
    expect(screen.getByRole('button', { name: '定急不急，去找人' })).toBeVisible();
  });

  test('with symptoms the desk is not offered to let it through', async () => {
    open({ kind: 'MEDICINE', state: 'SUBMITTED', flags: ['DOCTOR'], actions: ['triage'] });
    expect(await screen.findByText(/志愿者不能代买/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '定急不急，去找人' })).toBeNull();
  });

  test('what the doctor decided is read at the desk; what was said to the household is not', async () => {
    open({ kind: 'MEDICINE', state: 'REJECTED', doctor: { nextStep: 'FEVER_CLINIC' } });
    expect(await screen.findByText('医生：不能代买，请住户去发热门诊')).toBeVisible();
    expect(screen.getByText('医生对住户说的话只有住户看得到。')).toBeVisible();
  });

  test('cleared medicine says so', async () => {
    open({ kind: 'MEDICINE', state: 'TRIAGED', timeline: [cleared] });
    expect(await screen.findByText('医生看过了，可以买')).toBeVisible();
  });
});
