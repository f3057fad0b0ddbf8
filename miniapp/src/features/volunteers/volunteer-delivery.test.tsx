import { drop } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { enqueue, newId, outbox } from '@/api';
import { device, press } from '@/api/testing/fake-device';
import { DeliveryScreen } from '@/features/deliveries/carrying/delivery-screen';
import { deliveryId, sampleDelivery } from '@/features/deliveries/carrying/sample-work.fixture';
import { begin, show, words } from './volunteer-visit.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(40_000);

test('whoever takes the bags counts them before anything else', async () => {
  const { household, bags, ...open } = sampleDelivery({ state: 'HANDOVER_PENDING' });
  const server = begin([{ ...open, actions: ['takeOver'] }]);
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
