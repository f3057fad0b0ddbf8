import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beginSession, outbox, queryClient } from '@/api';
import { device, press, resetDevice, show } from '@/api/testing/fake-device';
import { deliveryView, fakeServer, sample } from '@/api/testing/fake-server';
import { DeliveryScreen } from '../carrying/delivery-screen';
import { StatusScreen } from '../resident/status/status-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };
// the invented ids of the fake server are those of the contract
const me = sample.me as unknown as Parameters<typeof beginSession>[1];
const patient = { name: '登记甲', idNumber: '14112219500101001X', phone: '13811110000' };
const view = (part: Partial<DeliveryView>) => deliveryView(part as Parameters<typeof deliveryView>[0]);
const [line] = view({}).lines as [DeliveryView['lines'][number]];
const pills = { ...line, controlledFour: true, outcome: 'FOUND' as const };

let server = fakeServer();
let reveals = 0;

function open(part: Partial<DeliveryView>, screenOf: () => React.ReactElement): void {
  server = fakeServer([view(part)]);
  reveals = 0;
  device.server = {
    answer(method, path, body) {
      if (!path.endsWith('/reveal-register')) return server.answer(method, path, body);
      reveals += 1;
      return { status: 200, body: { patient, recordedAt: '2026-11-24T06:10:00Z' } };
    },
  };
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

describe('at the counter', () => {
  const shopping = (part: Partial<DeliveryView>) =>
    open(
      {
        ...{ state: 'SHOPPING', kind: 'MEDICINE', lines: [pills], register: { given: true } },
        ...{ actions: ['reportLine', 'purchase', 'tickRegistered'] },
        ...part,
      },
      () => <DeliveryScreen />,
    );

  test('the register opens by a press of its own, says whose card to show, and closes again', async () => {
    shopping({});
    expect(await screen.findByText('请出示您本人的身份证')).toBeVisible();
    expect(screen.queryByText(patient.idNumber)).toBeNull();
    expect(reveals).toBe(0);
    press('打开登记信息');
    for (const word of Object.values(patient)) expect(await screen.findByText(word)).toBeVisible();
    expect(reveals).toBe(1);
    expect(JSON.stringify({ ...localStorage })).not.toContain(patient.idNumber);
    press('收起');
    expect(screen.queryByText(patient.idNumber)).toBeNull();
  });

  test('nothing is paid before it is ticked; the tick says that the own card was shown, and no number', async () => {
    shopping({});
    expect(await screen.findByText('四类药还没登记，先请药店登记')).toBeVisible();
    press('已登记');
    const { ownIdShown, ...rest } = Object(await sent('tick-registered'));
    expect(ownIdShown).toBe(true);
    expect(Object.keys(rest).sort()).toEqual(['occurredAt', 'opId']);
  });

  test('without a register there is nothing to open, and the household is phoned', async () => {
    shopping({ register: { given: false } });
    expect(await screen.findByText(/住户还没填登记信息/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '打开登记信息' })).toBeNull();
  });

  test('registered, it goes on to the till', async () => {
    shopping({ register: { given: true, registeredAt: '2026-11-24T06:10:00Z' } });
    expect(await screen.findByText('药店登记过了，可以付钱')).toBeVisible();
    expect(screen.queryByText('四类药还没登记，先请药店登记')).toBeNull();
  });
});

describe('the household', () => {
  const asked = (given: boolean) =>
    open({ kind: 'MEDICINE', lines: [pills], register: { given }, actions: ['giveRegister'] }, () => <StatusScreen />);

  test('fills it in later, and a wrong number is told before it is sent', async () => {
    asked(false);
    fireEvent.click(await screen.findByRole('button', { name: '填登记信息' }));
    const fill = (name: RegExp, value: string) =>
      fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
    fill(/^吃药的人姓名/, patient.name);
    fill(/^证件号码/, '12');
    fill(/^电话/, patient.phone);
    press('填好了');
    expect(screen.getByText(/证件号码是 6 到 18 位/)).toBeVisible();
    expect(server.seen).toEqual([]);
    fill(/^证件号码/, patient.idNumber);
    press('填好了');
    expect(await sent('give-register')).toMatchObject({ patient });
  });

  test('given, it says so and shows nothing of it', async () => {
    asked(true);
    expect(await screen.findByText('登记信息填好了')).toBeVisible();
    expect(screen.getByRole('button', { name: '改登记信息' })).toBeVisible();
  });
});
