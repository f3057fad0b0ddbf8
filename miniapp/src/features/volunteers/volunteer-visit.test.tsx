import { act, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { outbox, queryClient } from '@/api';
import { device, press, resetDevice, show as showWith } from '@/api/testing/fake-device';
import { BadgeScreen } from '@/features/badges/badge-screen';
import { DeliveryScreen } from '@/features/deliveries/carrying/delivery-screen';
import { RunScreen } from '@/features/deliveries/carrying/run/run-screen';
import { type SampleServer, sampleServer } from '@/features/deliveries/carrying/sample-server.fixture';
import { deliveryId, sampleDelivery, sampleRun } from '@/features/deliveries/carrying/sample-work.fixture';
import { signInForTest } from '@/features/deliveries/carrying/sign-in.fixture';
import { DutyScreen } from './duty-screen';
import { LedgerScreen } from './ledger-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

// screens with many parts draw slowly in a test's document when the machine is busy
configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(40_000);

let server: SampleServer;
const show = (part: ReactNode) => showWith(part, queryClient);
const words = (text: string | RegExp) => screen.findByText(text);

function begin(...work: Parameters<typeof sampleServer>): void {
  server = sampleServer(...work);
  resetDevice({ answer: (method, path, body) => server.handle(method, path, body) });
  device.params = { id: deliveryId };
  signInForTest();
  outbox.clear();
  queryClient.clear();
}

test('whoever comes second is told calmly, and that more is waiting', async () => {
  begin([]);
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

test('whoever takes the bags counts them before anything else', async () => {
  const { household, bags, ...open } = sampleDelivery({ state: 'HANDOVER_PENDING' });
  begin([{ ...open, actions: ['takeOver'] }]);
  show(<DeliveryScreen />);
  expect(await screen.findByRole('button', { name: /我接手.*先数一数有几袋/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  for (const _ of [1, 2, 3]) press('加一个袋子');
  press('我接手，3 袋');
  await waitFor(() => expect(server.stored[0]).toMatchObject({ action: 'takeOver', body: { bags: 3 } }));
});

test('whoever gives the bags sees both counts and that the money stays owed', async () => {
  const money = { owedFen: 4730, paidTick: false, receivedTick: false, owedTo: 'CARRIER' as const };
  const mine = { state: 'HANDOVER_PENDING', bags: 9, money, carrier: { label: '李*', self: true } };
  begin([{ ...sampleDelivery(), ...mine, actions: [] }]);
  show(<DeliveryScreen />);
  expect(await words(/A07，9 袋/)).toBeVisible();
  expect(screen.getByText('还没数')).toBeVisible();
  expect(screen.getByText('您垫的钱还是还给您，谁接手都不变。')).toBeVisible();
});

test('where it goes instead stands above the door, with what the household and the grid wrote', async () => {
  const note = { action: 'note', to: 'IN_TRANSIT', by: { label: '任*' }, reason: '电梯坏了，走楼梯' };
  const wayWords = [{ at: '2026-11-24T06:00:00.000Z', words: '送到东门传达室' }];
  const told = { wayWords, timeline: [{ ...note, at: '2026-11-24T06:01:00.000Z' }] };
  begin([{ ...sampleDelivery({ state: 'IN_TRANSIT' }), ...told }]);
  show(<DeliveryScreen />);
  expect(await words('送到东门传达室')).toBeVisible();
  expect(screen.getByText('请放小凳子上，奶奶耳背，多敲几下')).toBeVisible();
  expect(screen.getByText('电梯坏了，走楼梯')).toBeVisible();
});

test('a step that came too late is named as kept, with what it was about', async () => {
  begin([sampleDelivery({ state: 'SHOPPING' })]);
  const { answer } = device.server;
  const receipt = { action: 'reportLine', to: 'LATE_FACT', revision: 9, recordedAt: '2026-11-24T06:00:00.000Z' };
  device.server = {
    answer: (method, path, body) =>
      path.endsWith('/report-line') ? { status: 200, body: { receipt } } : answer(method, path, body),
  };
  show(<DeliveryScreen />);
  const [found] = await screen.findAllByRole('button', { name: '拿到了' });
  if (found) fireEvent.click(found);
  expect(await words('记得晚了，没有丢')).toBeVisible();
  expect(screen.getByText(/鸡蛋 · /)).toBeVisible();
  press('知道了');
  await waitFor(() => expect(screen.queryByText('记得晚了，没有丢')).toBeNull());
});

test('a run shows its doors in walking order, what is left, and what is carried', async () => {
  const run = sampleRun('DOORS');
  begin(run.deliveries, [run]);
  device.params = { id: run.id };
  show(<RunScreen />);
  expect(await words(/还剩 3 家/)).toBeVisible();
  const doors = screen.getAllByText(/^3 号楼 \d 单元/).map(({ textContent }) => textContent);
  expect(doors).toEqual(['3 号楼 2 单元 302', '3 号楼 3 单元 403', '3 号楼 4 单元 504', '3 号楼 1 单元 201']);
  expect(screen.getAllByText(/请放小凳子上/)).toHaveLength(3);
  expect(screen.getByRole('button', { name: '去下一家：A2' })).toBeVisible();
});

test('without a network every tick of the list says that it is not yet sent, until it is', async () => {
  const run = sampleRun('SHOPPING');
  begin(run.deliveries, [run]);
  device.params = { id: run.id };
  show(<RunScreen />);
  const [found] = await screen.findAllByRole('button', { name: '拿到了' });
  device.isOnline = false;
  if (found) fireEvent.click(found);
  expect(await words('未发出')).toBeVisible();
  expect(server.stored).toEqual([]);
  device.isOnline = true;
  await act(async () => outbox.flush());
  await waitFor(() => expect(server.stored).toHaveLength(run.deliveries.length));
  await waitFor(() => expect(screen.queryByText('未发出')).toBeNull());
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
  expect(await words('现在没有网络。有网了再试一次。')).toBeVisible();
});
