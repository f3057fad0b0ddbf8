import { drop } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { enqueue, newId, outbox, queryClient } from '@/api';
import { device, press, resetDevice, show as showWith } from '@/api/testing/fake-device';
import { BadgeScreen } from '@/features/badges/badge-screen';
import { DeliveryScreen } from '@/features/deliveries/carrying/delivery-screen';
import { RunScreen } from '@/features/deliveries/carrying/run/run-screen';
import { type SampleServer, sampleServer } from '@/features/deliveries/carrying/sample-server.fixture';
import { deliveryId, sampleDelivery, sampleOffer, sampleRun } from '@/features/deliveries/carrying/sample-work.fixture';
import { signInForTest } from '@/features/deliveries/carrying/sign-in.fixture';
import { UnsentScreen } from '@/features/identity/unsent-screen';
import { DutyScreen } from './duty-screen';
import { LedgerScreen } from './ledger-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

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
  const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent);
  expect(headings).toEqual(expect.arrayContaining(['3 号楼 2 单元', '3 号楼 3 单元', '3 号楼 4 单元', '送完的']));
  const doors = screen.getAllByText(/^\d0\d$/).map(({ textContent }) => textContent);
  expect(doors).toEqual(['302', '403', '504', '201']);
  expect(screen.getByRole('button', { name: /302.*3 层 · A2.*下一家/ })).toBeVisible();
  expect(screen.getAllByText(/请放小凳子上/)).toHaveLength(3);
  press('去下一家：2 单元 302');
  expect(device.opened.at(-1)?.params).toEqual({ id: run.doors[1]?.delivery });
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

test('a tick that was sent does not go back to open until the list is read again', async () => {
  const run = sampleRun('SHOPPING');
  begin(run.deliveries, [run]);
  device.params = { id: run.id };
  show(<RunScreen />);
  const [found] = await screen.findAllByRole('button', { name: '拿到了' });
  const open = screen.getAllByRole('button', { name: '拿到了' }).length;
  // the answers to the acts arrive, readings of the run do not
  device.beforeAnswer = (path) => (path.includes('runs') ? new Promise(() => undefined) : undefined);
  if (found) fireEvent.click(found);
  await waitFor(() => expect(server.stored).toHaveLength(run.deliveries.length));
  await waitFor(() => expect(outbox.commands().every(({ state }) => state === 'sent')).toBe(true));
  expect(screen.getAllByRole('button', { name: '拿到了' })).toHaveLength(open - 1);
  expect(screen.getByText('都拿到了，4 盒')).toBeVisible();
});

test('while the doors still follow their run into the shop, nothing says that all is bought', async () => {
  const run = sampleRun('SHOPPING');
  const behind = run.deliveries.map((view) => ({ ...view, state: 'ACCEPTED' as const }));
  begin(behind, [{ ...run, deliveries: behind }]);
  device.params = { id: run.id };
  show(<RunScreen />);
  expect(await words('一起买')).toBeVisible();
  expect(screen.queryByRole('button', { name: '都带上了，去第一家' })).toBeNull();
  expect(screen.getByRole('button', { name: /付好了，拍小票.*还有 12 样没看/ })).toBeVisible();
});

test('when all is paid the list is put away, and the signs for the bags come first', async () => {
  const run = sampleRun('SHOPPING');
  const paid = run.deliveries.map((view) => ({ ...view, state: 'PURCHASED' as const }));
  begin(paid, [{ ...run, deliveries: paid, doors: run.doors.map((door) => ({ ...door, state: 'PURCHASED' })) }]);
  device.params = { id: run.id };
  show(<RunScreen />);
  expect(await words('袋签')).toBeVisible();
  expect(screen.queryByText('一起买')).toBeNull();
  expect(screen.getByRole('button', { name: '都带上了，去第一家' })).toBeVisible();
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

test('what the bag really holds is said at the door: the other eggs, and not what was left out', async () => {
  const [eggs, milk, spinach] = sampleDelivery().lines;
  if (!eggs || !milk || !spinach) throw new Error('the sample has three lines');
  const lines = [
    { ...eggs, outcome: 'REPLACED' as const, replacement: { name: '柴鸡蛋', priceFen: 1480 }, boughtQuantity: 1 },
    { ...milk, outcome: 'FOUND' as const, boughtQuantity: 1 },
    { ...spinach, outcome: 'LEFT_OUT' as const },
  ];
  begin([sampleDelivery({ state: 'IN_TRANSIT', lines, actualFen: 2980 })]);
  show(<DeliveryScreen />);
  expect(await words('付了 ¥29.80')).toBeVisible();
  expect(screen.getByText('柴鸡蛋')).toBeVisible();
  expect(screen.getByText('代替鸡蛋')).toBeVisible();
  expect(screen.getByText('没买到，不在袋里')).toBeVisible();
});

test('nobody is said to be told while the drop still lies on this phone', async () => {
  begin([sampleDelivery({ state: 'IN_TRANSIT' })]);
  show(<DeliveryScreen />);
  await screen.findByRole('button', { name: '放下，拍照' });
  device.isOnline = false;
  await act(async () => {
    await enqueue(drop, { params: { id: deliveryId }, body: { opId: newId() } }, deliveryId);
  });
  expect(await words('还没发出去。有网发出以后才告诉住户。')).toBeVisible();
  expect(screen.queryByText(/两分钟后告诉住户/)).toBeNull();
  device.isOnline = true;
  await act(async () => outbox.flush());
  expect(await words('两分钟后告诉住户')).toBeVisible();
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
