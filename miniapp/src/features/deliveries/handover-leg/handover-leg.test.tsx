import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { act, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { outbox, queryClient } from '@/api';
import { device, press, resetDevice, show as showWith } from '@/api/testing/fake-device';
import { DutyScreen } from '@/features/volunteers/duty-screen';
import { DeliveryScreen } from '../carrying/delivery-screen';
import { deliveryId, sampleDelivery, sampleTime } from '../carrying/sample-work.fixture';
import { signInForTest } from '../carrying/sign-in.fixture';
import { GridLegsScreen } from './grid-legs-screen';
import { LegScreen } from './leg-screen';
import { type LegServer, legId, legServer, sampleAtEdge, sampleLeg } from './leg-server.fixture';

jest.mock('@/platform', () => ({
  ...jest.requireActual('@/api/testing/fake-device').fakePlatform(),
  ...jest.requireActual('@/api/testing/fake-device').fakeCamera(),
}));

jest.setTimeout(40_000);

let server: LegServer;
const show = (part: ReactNode) => showWith(part, queryClient);
const words = (text: string | RegExp) => screen.findByText(text);
const acts = () => server.acts.map(({ action }) => action);

function begin(legs: Parameters<typeof legServer>[0], work: readonly DeliveryView[] = [], id: string = deliveryId) {
  server = legServer(legs, work);
  resetDevice(server);
  device.params = { id };
  signInForTest();
  outbox.clear();
  queryClient.clear();
}

const runnersLeg = (change: Parameters<typeof sampleLeg>[0] = {}) => sampleLeg({ part: 'OUTSIDE', ...change });

describe('the runner outside', () => {
  test('sees the point instead of a door, and sets the bags down with a photo', async () => {
    begin([runnersLeg({ state: 'OUTSIDE_EN_ROUTE', bags: undefined })], [sampleAtEdge()]);
    show(<DeliveryScreen />);
    expect(await words('东门货架')).toBeVisible();
    expect(screen.queryByText('502')).toBeNull();
    expect(screen.queryByRole('button', { name: '放下，拍照' })).toBeNull();
    press('我放下了，拍照');
    await waitFor(() => expect(acts()).toEqual(['leaveAtPoint']));
    expect(server.acts[0]?.body).toMatchObject({ bags: 2, photo: expect.stringMatching(/^999999-/) });
    expect(await words('放在 东门货架 了，2 袋')).toBeVisible();
  });

  test('without a network both steps are kept in their order, and sent when it is back', async () => {
    begin([runnersLeg({ state: 'PLANNED', bags: undefined })], [sampleAtEdge()]);
    show(<DeliveryScreen />);
    expect(await words('东门货架')).toBeVisible();
    device.isOnline = false;
    press('我放下了，拍照');
    expect(await words('放在 东门货架 了，2 袋')).toBeVisible();
    expect(acts()).toEqual([]);
    device.isOnline = true;
    await act(async () => outbox.flush());
    await waitFor(() => expect(acts()).toEqual(['setOut', 'leaveAtPoint']));
    // of request and handover, the last word about sending
    expect(await screen.findAllByText('已发出，收到了')).toHaveLength(1);
  });

  test('before setting out reads that nobody goes in, and where the bags go', async () => {
    begin([runnersLeg({ state: 'PLANNED', bags: undefined })], [sampleAtEdge({ state: 'PURCHASED' })]);
    show(<DeliveryScreen />);
    expect(await words('这一单在封控区，您不进去')).toBeVisible();
    expect(await words('第二网格 · 东门货架')).toBeVisible();
  });

  test('a point that is not known yet is said, with the way to ask again', async () => {
    begin([], [sampleAtEdge()]);
    show(<DeliveryScreen />);
    expect(await words('还不知道放到哪个交接点')).toBeVisible();
    expect(screen.getByRole('button', { name: '再取一次' })).toBeVisible();
  });

  test('another count is shown with both figures, and signed by one tap', async () => {
    const timeline = [{ action: 'askHandover', to: 'HANDOVER_PENDING', at: sampleTime(-3), by: { label: 'SYSTEM' } }];
    const pending = {
      state: 'HANDOVER_PENDING',
      timeline: timeline.map((each) => ({ ...each, reason: 'SEALED_ZONE' })),
    };
    begin([runnersLeg({ state: 'COUNT_DIFFERS', countedBags: 1, dueAt: sampleTime(9) })], [sampleAtEdge(pending)]);
    show(<DeliveryScreen />);
    expect(await words('您放下 2 袋，里面的人数出 1 袋')).toBeVisible();
    press('知道了，签字');
    await waitFor(() => expect(acts()).toEqual(['signCount']));
    expect(await words(/您签过了。网格长来定/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '知道了，签字' })).toBeNull();
  });

  test('reads that somebody inside has taken them, once that is so', async () => {
    const { carrier, ...former } = sampleAtEdge();
    begin([], [{ ...former, actions: [] }]);
    show(<DeliveryScreen />);
    expect(await words('里面的人接走了')).toBeVisible();
  });
});

describe('the carrier inside', () => {
  test('finds waiting bags on the duty page, longest first, and opens them', async () => {
    begin([sampleLeg(), sampleLeg({ id: legId.replace('g1', 'g2'), code: 'B12', since: sampleTime(-31) })]);
    show(<DutyScreen />);
    expect(await words('等了 31 分钟')).toBeVisible();
    const fetching = screen.getAllByRole('button', { name: /^去取/ }).map(({ textContent }) => textContent);
    expect(fetching).toEqual(['去取 B12', '去取 A07']);
    press('去取 A07');
    expect(device.opened).toEqual([{ page: '/packages/volunteer/leg/index', params: { id: legId } }]);
  });

  test('counts without being told the figure, takes them in, and goes on to the door', async () => {
    begin([sampleLeg()], [], legId);
    show(<LegScreen />);
    const take = await screen.findByRole('button', { name: /0 袋，拿进去.*先数一数/ });
    expect(take).toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByText(/2 袋/)).toBeNull();
    for (const _ of [1, 2]) press('加一个袋子');
    press('2 袋，拿进去');
    await waitFor(() => expect(server.acts).toMatchObject([{ action: 'takeInside', body: { bags: 2 } }]));
    expect(await screen.findByText('门牌和电话在下一页，送到门口放下。')).toBeVisible();
    press('看门牌，送上去');
    expect(device.opened).toEqual([{ page: '/packages/volunteer/delivery/index', params: { id: deliveryId } }]);
  });

  test('another number is looked at twice before it is reported', async () => {
    begin([sampleLeg()], [], legId);
    show(<LegScreen />);
    expect(await words('第二网格 · 东门货架')).toBeVisible();
    press('加一个袋子');
    press('1 袋，拿进去');
    expect(await words(/您数 1 袋，放下的人说 2 袋/)).toBeVisible();
    press('我再数一遍');
    expect(acts()).toEqual([]);
    press('1 袋，拿进去');
    press('就是 1 袋，报上去');
    await waitFor(() => expect(acts()).toEqual(['countDiffers']));
    expect(server.acts[0]?.body).toMatchObject({ bags: 1, reason: { code: 'COUNTED_OTHERWISE' } });
    expect(await words('报上去了，先别拿走')).toBeVisible();
  });

  test('bags that somebody else has taken are said to be gone', async () => {
    begin([], [], legId);
    show(<LegScreen />);
    expect(await words('这几袋不用您取了')).toBeVisible();
  });

  test('without a network and without a last known state the page says so, with a way on', async () => {
    begin([], [], legId);
    device.isOnline = false;
    show(<LegScreen />);
    expect(await words('现在连不上。看看有没有网，过一会儿再试。')).toBeVisible();
  });
});

describe('the grid', () => {
  const differs = { part: 'GRID', state: 'COUNT_DIFFERS', countedBags: 1, inside: { label: '高*' } };

  test('sees what must be decided first, and may not decide before the runner has signed', async () => {
    const waiting = sampleLeg({ part: 'GRID', id: legId.replace('g1', 'g2'), code: 'B12', since: sampleTime(-40) });
    begin([waiting, sampleLeg({ ...differs, dueAt: sampleTime(9) })]);
    show(<GridLegsScreen />);
    expect(await words('送的人还没签字')).toBeVisible();
    const waits = screen.getAllByText(/^等了/).map(({ textContent }) => textContent);
    expect(waits).toEqual(['等了 12 分钟', '等了 40 分钟']);
    expect(screen.getByText(/放下 2 袋，数出 1 袋/)).toBeVisible();
    expect(screen.getByRole('button', { name: /照数出来的，拿进去.*等送的人签字/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  test('lets them in with a reason once both have signed', async () => {
    begin([sampleLeg({ ...differs, signed: true, dueAt: sampleTime(9) })]);
    show(<GridLegsScreen />);
    expect(await words('两边都签了')).toBeVisible();
    press('照数出来的，拿进去');
    press('一起又数了一遍');
    await waitFor(() =>
      expect(server.acts).toMatchObject([{ action: 'letIn', body: { reason: { code: 'COUNTED_AGAIN' } } }]),
    );
  });

  test('sends back what nobody came for', async () => {
    begin([sampleLeg({ part: 'GRID', state: 'NOT_TAKEN' })]);
    show(<GridLegsScreen />);
    expect(await words('没人来取')).toBeVisible();
    press('退回去');
    // nobody has counted them: no count is a reason
    expect(screen.queryByRole('button', { name: '少了袋子，要重买' })).toBeNull();
    press('里面没有人能接');
    await waitFor(() => expect(acts()).toEqual(['sendBack']));
  });

  test('an empty list says why it is empty', async () => {
    begin([]);
    show(<GridLegsScreen />);
    expect(await words('现在没有要交接的袋子')).toBeVisible();
  });
});

test('a carrier who is shown the door brings it there, also in a sealed zone', async () => {
  const carried = { ...sampleDelivery({ state: 'IN_TRANSIT' }), mode: 'HANDOVER_POINT' as const };
  begin([], [{ ...carried, carrier: { label: '高*', self: true } }]);
  show(<DeliveryScreen />);
  expect(await words('502')).toBeVisible();
  expect(screen.getByRole('button', { name: '放下，拍照' })).toBeVisible();
});
