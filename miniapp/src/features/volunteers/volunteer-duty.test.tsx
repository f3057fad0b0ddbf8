import { drop } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { enqueue, newId, queryClient } from '@/api';
import { device, press } from '@/api/testing/fake-device';
import { BadgeScreen } from '@/features/badges/badge-screen';
import { deliveryId, sampleDelivery, sampleOffer } from '@/features/deliveries/carrying/sample-work.fixture';
import { UnsentScreen } from '@/features/identity/unsent-screen';
import { DutyScreen } from './duty-screen';
import { LedgerScreen } from './ledger-screen';
import { begin, show, words } from './volunteer-visit.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(40_000);

test('whoever comes second is told calmly, and that more is waiting', async () => {
  const server = begin([]);
  server.refuse('claim', 'changed-meanwhile');
  show(<DutyScreen />);
  expect(await words('等了 1 小时 35 分')).toBeVisible();
  const [first] = await screen.findAllByRole('button', { name: '我来接' });
  if (first) fireEvent.click(first);
  expect(await words('已被别人接走了')).toBeVisible();
  expect(screen.getByText(/下面还有等人接的/)).toBeVisible();
  press('知道了');
  await waitFor(() => expect(screen.queryByText('已被别人接走了')).toBeNull());
});

describe('what is in hand', () => {
  const owed = { owedFen: 4730, paidTick: false, receivedTick: false, owedTo: 'CARRIER' as const };

  test('what waits for the household is not the next thing to do', async () => {
    begin([sampleDelivery({ state: 'DROPPED', code: 'B01' })]);
    show(<DutyScreen />);
    expect(await words('送完的，等住户')).toBeVisible();
    expect(screen.getByText(/手上没有单子/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /接着办/ })).toBeNull();
  });

  test('money that is said to be paid asks for the tick', async () => {
    begin([sampleDelivery({ state: 'CONFIRMED', code: 'B01', money: { ...owed, paidTick: true } })]);
    show(<DutyScreen />);
    expect(await screen.findByRole('button', { name: '接着办 B01' })).toBeVisible();
    expect(screen.queryByText('送完的，等住户')).toBeNull();
  });
});

test('whoever rests is not told to wait for work, nor to pick some', async () => {
  begin([], [], { onDuty: false, healthHold: true });
  show(<DutyScreen />);
  expect(await words('先休息，身体要紧')).toBeVisible();
  expect(await words('手上没有单子')).toBeVisible();
  expect(screen.queryByText(/会响一下|挑/)).toBeNull();
});

test('what is not sent yet is counted on the duty page, and named by its request in the list', async () => {
  begin([sampleDelivery({ state: 'IN_TRANSIT' })]);
  const { unmount } = show(<DutyScreen />);
  await screen.findAllByText(/A07/);
  device.isOnline = false;
  await act(async () => {
    await enqueue(drop, { params: { id: deliveryId }, body: { opId: newId() } }, deliveryId);
  });
  press(/1 条还没发出去/);
  expect(device.opened.at(-1)?.page).toBe('/pages/unsent/index');
  unmount();
  // after the program was closed and opened again only the device knows
  queryClient.clear();
  show(<UnsentScreen />);
  expect(await words('买菜 · A07')).toBeVisible();
  expect(screen.getByText('已记在手机里，等网络')).toBeVisible();
});

test('an offer says what it is and how long it stands, also once its sheet is closed', async () => {
  begin([{ ...sampleOffer(), kind: 'MEDICINE' }]);
  show(<DutyScreen />);
  press((await screen.findByRole('button', { name: '关闭' })).getAttribute('aria-label') ?? '');
  expect(screen.getByRole('heading', { name: '买药' })).toBeVisible();
  expect(screen.getByText(/8 分钟内答复/)).toBeVisible();
});

test('money paid first says what is overdue and what came back', async () => {
  begin([]);
  show(<LedgerScreen />);
  expect(await words('还没还您')).toBeVisible();
  expect(screen.getByText('已过期，在催')).toBeVisible();
  expect(screen.getByText('已还')).toBeVisible();
});

test('the badge reads its digits one by one and shows its square', async () => {
  begin([]);
  show(<BadgeScreen />);
  expect(await screen.findByLabelText('4 8 0 2 1 7')).toHaveTextContent('480 217');
  expect(screen.getByRole('img', { name: '身份二维码' })).toBeVisible();
});

test('a badge without a server says what went wrong and how to go on', async () => {
  begin([]);
  device.isOnline = false;
  show(<BadgeScreen />);
  expect(await words(/现在连不上/)).toBeVisible();
});
