import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { outbox, queryClient, refreshRecord } from '@/api';
import { device, press, resetDevice, show as showWith } from '@/api/testing/fake-device';
import { shanghaiTime } from '@/ui';
import { deliveryId } from '../carrying/sample-work.fixture';
import { signInForTest } from '../carrying/sign-in.fixture';
import { HomeScreen } from '../resident/home-screen';
import { StatusScreen } from '../resident/status/status-screen';
import {
  calledSlot,
  type SlotServer,
  sampleFetched,
  sampleSlot,
  slotId,
  slotServer,
  slotTime,
} from './slot-server.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(40_000);

let server: SlotServer;
const show = (part: ReactNode) => showWith(part, queryClient);
const words = (text: string | RegExp) => screen.findByText(text);
const button = (name: string | RegExp) => screen.queryByRole('button', { name });
const done = () => server.acts.map(({ action }) => action);
const clock = (minutes: number) => shanghaiTime(new Date(slotTime(minutes))).time;
const at = (time: string) => new RegExp(time);

/** The request as its household sees it. */
const mine = (change: Partial<DeliveryView> = {}): DeliveryView => ({ ...sampleFetched(change), actions: [] });

function begin(stage: Parameters<typeof slotServer>[0]) {
  server = slotServer(stage);
  resetDevice(server);
  device.params = { id: deliveryId };
  signInForTest();
  outbox.clear();
  queryClient.clear();
}

function open(stage: Parameters<typeof slotServer>[0]) {
  begin({ work: [mine()], ...stage });
  show(<StatusScreen />);
}

const ready = { work: [{ ...mine({ state: 'READY_FOR_PICKUP' }), actions: ['pickedUp', 'dispute'] }] };

describe('before its time', () => {
  test('reads when and where, that it is called, and that nothing can be fetched yet', async () => {
    open({ slots: [sampleSlot()] });
    expect(await words(new RegExp(`${clock(20)}–${clock(23)}`))).toBeVisible();
    expect(screen.getByText('到 南门广场 取')).toBeVisible();
    expect(screen.getByText(/东西放好了就叫您，告诉您几号位/)).toBeVisible();
    expect(screen.getAllByText('正往取货点送，放好了叫您')).not.toHaveLength(0);
    expect(screen.queryByText(/正往您家送/)).toBeNull();
    expect(button('我取到了')).toBeNull();
    expect(button('送到门口')).toBeNull();
    expect(screen.getByText(/腿脚不便、在家隔离的/)).toBeVisible();
  });

  test('another time: the soonest at once, or an hour and then a time in it', async () => {
    open({ slots: [sampleSlot()], times: [30, 33, 36, 39, 42, 130, 133] });
    fireEvent.click(await screen.findByRole('button', { name: '换个时间' }));
    expect(await screen.findByRole('button', { name: clock(30) })).toBeVisible();
    expect(button(clock(130))).toBeNull();
    press(new RegExp(`^${Number(clock(130).slice(0, 2))} 点 · [12] 个空`));
    press(clock(130));
    await waitFor(() => expect(done()).toEqual(['changeTime']));
    expect(Math.abs(Date.parse(String(server.acts[0]?.body.at)) - Date.parse(slotTime(130)))).toBeLessThan(60_000);
    expect(await words(at(clock(130)))).toBeVisible();
  });

  test('a time that somebody was quicker for: said so, and the next free one is one press away', async () => {
    open({ slots: [sampleSlot()] });
    fireEvent.click(await screen.findByRole('button', { name: '换个时间' }));
    server.refuseOnce('changeTime', 'capacity-full', { next: 'chooseAnother', freeAt: slotTime(51) });
    fireEvent.click(await screen.findByRole('button', { name: clock(33) }));
    expect(await words('这个时间刚被别人定走了')).toBeVisible();
    expect(screen.getByText(/原来的时间还在，没有动/)).toBeVisible();
    expect(screen.getByText(new RegExp(`${clock(20)}–`))).toBeVisible();
    press(new RegExp(`就要.*${clock(51)}`));
    await waitFor(() => expect(done()).toEqual(['changeTime', 'changeTime']));
    expect(await words(at(clock(51)))).toBeVisible();
    expect(screen.queryByText('这个时间刚被别人定走了')).toBeNull();
  });

  test('a time chosen without a network that is too soon by now: said, and the choice opens again', async () => {
    open({ slots: [sampleSlot()] });
    fireEvent.click(await screen.findByRole('button', { name: '换个时间' }));
    const soonest = await screen.findByRole('button', { name: clock(30) });
    device.isOnline = false;
    fireEvent.click(soonest);
    expect(await words(/已记在手机里/)).toBeVisible();
    expect(done()).toEqual([]);
    server.refuseOnce('changeTime', 'invalid-input', { errors: [{ pointer: '/at', detail: 'turn' }] });
    device.isOnline = true;
    await act(async () => outbox.flush());
    expect(await words('这个时间来不及了')).toBeVisible();
    press('另选一个');
    expect(await screen.findByRole('button', { name: clock(33) })).toBeVisible();
  });

  test('who may stay at home asks for the door by one press', async () => {
    open({ slots: [sampleSlot({ actions: ['changeTime', 'toDoor', 'cancel'] })] });
    fireEvent.click(await screen.findByRole('button', { name: '送到门口' }));
    await waitFor(() => expect(done()).toEqual(['toDoor']));
    expect(await words('不用去取了，给您送到门口')).toBeVisible();
  });

  test('a time that is not needed goes back with its reason, and another can be chosen', async () => {
    open({ slots: [sampleSlot()] });
    fireEvent.click(await screen.findByRole('button', { name: '这个时间不要了' }));
    fireEvent.click(screen.getByRole('radio', { name: '那会儿走不开' }));
    await waitFor(() => expect(server.acts).toMatchObject([{ action: 'cancel', body: { reason: { code: 'BUSY' } } }]));
    expect(await words('这个时间退了')).toBeVisible();
    fireEvent.click(await screen.findByRole('button', { name: '自己选个时间' }));
    fireEvent.click(await screen.findByRole('button', { name: clock(30) }));
    await waitFor(() => expect(done()).toEqual(['cancel', 'reserve']));
  });
});

describe('without a time', () => {
  test('one may be chosen while somebody is shopping; the server hears the intent and the time alone', async () => {
    open({ work: [mine({ state: 'SHOPPING' })] });
    fireEvent.click(await screen.findByRole('button', { name: '自己选个时间' }));
    fireEvent.click(await screen.findByRole('button', { name: clock(33) }));
    await waitFor(() => expect(done()).toEqual(['reserve']));
    expect(Object.keys(server.acts[0]?.body ?? {}).sort()).toEqual(['at', 'opId']);
    expect(await words(at(clock(33)))).toBeVisible();
  });

  test('a first time that somebody was quicker for is not taken for one that stands', async () => {
    open({ work: [mine({ state: 'SHOPPING' })] });
    fireEvent.click(await screen.findByRole('button', { name: '自己选个时间' }));
    server.refuseOnce('reserve', 'capacity-full', { next: 'chooseAnother', freeAt: slotTime(60) });
    fireEvent.click(await screen.findByRole('button', { name: clock(33) }));
    expect(await words(/现在也还没有定上/)).toBeVisible();
    press(new RegExp(`就要.*${clock(60)}`));
    await waitFor(() => expect(done()).toEqual(['reserve', 'reserve']));
    expect(await words(at(clock(60)))).toBeVisible();
  });

  test('when all are taken no button leads nowhere', async () => {
    open({ work: [mine({ state: 'SHOPPING' })], times: [] });
    expect(await words('这一单到取货点取')).toBeVisible();
    await waitFor(() => expect(server.asked.some((path) => path.includes('pickup-times'))).toBe(true));
    expect(button('自己选个时间')).toBeNull();
  });

  test('before somebody carries it, it says how it will be, and asks the server for nothing', async () => {
    open({ work: [mine({ state: 'TRIAGED' })] });
    expect(await words('这一单到取货点取')).toBeVisible();
    expect(server.asked.filter((path) => path.includes('pickup'))).toEqual([]);
  });

  test('what comes to the door has no turn', async () => {
    open({ work: [{ ...mine(), mode: 'DOOR' }], slots: [sampleSlot()] });
    expect(await words('正往您家送')).toBeVisible();
    expect(server.asked.filter((path) => path.includes('pickup'))).toEqual([]);
    expect(screen.queryByText('到 南门广场 取')).toBeNull();
  });

  test('without a network and without a last known time it says so, with the way to ask again', async () => {
    begin({ work: [mine()] });
    const read = server.answer;
    device.server = {
      answer: (method, path, body) =>
        path.includes('pickup-slot')
          ? { status: 503, body: { type: '/problems/overloaded' } }
          : read(method, path, body),
    };
    show(<StatusScreen />);
    expect(await words('现在用的人太多，请过一会儿再试。')).toBeVisible();
    expect(button('再试一次')).toBeVisible();
  });
});

describe('when it is called', () => {
  test('reads the number, and has it by one press; the request itself offers no second one', async () => {
    open({ ...ready, slots: [calledSlot()] });
    expect(await words('您的东西放在 7 号位了')).toBeVisible();
    expect(screen.getByText('7')).toHaveClass('slot-number');
    expect(screen.getByText(/写着 A207 的才是您家的/)).toBeVisible();
    expect(screen.getByText(`${clock(35)} 前都给您留着。`)).toBeVisible();
    expect(button('取到了')).toBeNull();
    press('我取到了');
    await waitFor(() => expect(done()).toEqual(['pickUp']));
    expect(await screen.findByRole('heading', { name: '您取走了' })).toBeVisible();
    expect(button('取到了')).toBeNull();
    expect(server.work.stored).toEqual([]);
  });

  test('without a network the tick is kept, said to be kept, and sent when it is back', async () => {
    open({ ...ready, slots: [calledSlot()] });
    expect(await words('您的东西放在 7 号位了')).toBeVisible();
    device.isOnline = false;
    press('我取到了');
    expect(await screen.findByRole('heading', { name: '您取走了' })).toBeVisible();
    expect(screen.queryByText('可以去取了')).toBeNull();
    expect(screen.getByText(/已记在手机里/)).toBeVisible();
    expect(done()).toEqual([]);
    device.isOnline = true;
    await act(async () => outbox.flush());
    await waitFor(() => expect(done()).toEqual(['pickUp']));
  });

  test('a change of the turn is heard of by its own id, though it was asked for by the request', async () => {
    open({ ...ready, slots: [sampleSlot()] });
    expect(await words('到 南门广场 取')).toBeVisible();
    server.change(slotId, { state: 'CALLED', bagThere: true, number: 12 });
    act(() => refreshRecord(slotId));
    expect(await words('您的东西放在 12 号位了')).toBeVisible();
  });

  test('a bag without a number is told apart by its label', async () => {
    open({ ...ready, slots: [calledSlot({ number: undefined })] });
    expect(await words('您的东西放在取货点了')).toBeVisible();
    expect(screen.getByText('袋签 A207')).toBeVisible();
  });
});

describe('when it was missed', () => {
  const missed = { state: 'MISSED', missed: 1, bagThere: true, number: 7 };

  test('kind words, one more time as the main thing, and fetching it now beside it', async () => {
    open({ ...ready, slots: [sampleSlot(missed)] });
    expect(await words('没赶上不要紧')).toBeVisible();
    expect(screen.getByText(/没选，就给您排最近的一个/)).toBeVisible();
    press('再约一个时间');
    fireEvent.click(await screen.findByRole('button', { name: clock(36) }));
    await waitFor(() => expect(done()).toEqual(['reserveAgain']));
    expect(await words('您的东西还在 7 号位')).toBeVisible();
    expect(button('我取到了')).toBeVisible();
  });

  test('who comes late after all says so', async () => {
    open({ ...ready, slots: [sampleSlot(missed)] });
    fireEvent.click(await screen.findByRole('button', { name: '我取到了' }));
    await waitFor(() => expect(done()).toEqual(['pickUp']));
  });

  test('the second time it is brought: no third time is offered', async () => {
    open({ ...ready, slots: [sampleSlot({ ...missed, missed: 2 })] });
    expect(await words('两次都没赶上，给您送到门口，在家等着就行。')).toBeVisible();
    expect(button('再约一个时间')).toBeNull();
  });
});

describe('at home', () => {
  const row = (state: string, mode: string | undefined) => ({
    id: deliveryId,
    kind: 'GROCERY',
    state,
    priority: 'P2',
    mode,
    code: 'A207',
    area: '999999001003-g02',
    areaName: '第二网格',
    waitingSince: slotTime(-30),
    late: false,
    needs: [],
    flags: [],
    lineCount: 1,
    summary: '鸡蛋×1',
    estimateFen: 1280,
    next: { code: 'PICK_UP', who: 'HOUSEHOLD', by: slotTime(600) },
    revision: 4,
    actions: [],
  });

  function home(rows: readonly object[], slots: Parameters<typeof slotServer>[0]['slots'] = []) {
    begin({ slots });
    const read = server.answer;
    device.server = {
      answer: (method, path, body) =>
        path.startsWith('/deliveries/mine') ? { status: 200, body: { items: rows } } : read(method, path, body),
    };
    show(<HomeScreen />);
  }

  test('the card says number, time and place; the limit of the request itself is not taken for the time', async () => {
    home([row('READY_FOR_PICKUP', 'SLOT')], [calledSlot()]);
    expect(await words('您的东西放在 7 号位了')).toBeVisible();
    expect(screen.getByText(new RegExp(`${clock(20)}–${clock(23)} 到 南门广场 取`))).toBeVisible();
    expect(screen.queryByText(new RegExp(clock(600)))).toBeNull();
  });

  test('a missed one asks for the next step', async () => {
    home([row('READY_FOR_PICKUP', 'SLOT')], [sampleSlot({ state: 'MISSED', missed: 1, bagThere: true, number: 7 })]);
    expect(await words('不要紧，再约一个时间，或这就去取')).toBeVisible();
    expect(screen.queryByText('放在取货点了，到点去取')).toBeNull();
  });

  test('what comes to the door asks for no turn', async () => {
    home([row('IN_TRANSIT', 'DOOR')]);
    expect(await words(/正往您家送/)).toBeVisible();
    expect(server.asked.filter((path) => path.includes('pickup'))).toEqual([]);
  });
});
