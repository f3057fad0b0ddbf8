import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { outbox, queryClient } from '@/api';
import { device, press, resetDevice, show as showWith } from '@/api/testing/fake-device';
import { DutyScreen } from '@/features/volunteers/duty-screen';
import { shanghaiTime } from '@/ui';
import { DeliveryScreen } from '../carrying/delivery-screen';
import { RunScreen } from '../carrying/run/run-screen';
import { deliveryId, sampleRun } from '../carrying/sample-work.fixture';
import { signInForTest } from '../carrying/sign-in.fixture';
import { numbersFor } from './free-numbers';
import { PlaceScreen } from './place-screen';
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
const clock = (minutes: number) => shanghaiTime(new Date(slotTime(minutes))).time;
const secondId = slotId.replace('k1', 'k2');

function begin(stage: Parameters<typeof slotServer>[0], id: string = deliveryId) {
  server = slotServer(stage);
  resetDevice(server);
  device.params = { id };
  signInForTest();
  outbox.clear();
  queryClient.clear();
}

/** The turn as the carrier is shown it, who need not be of this grid. */
const carriers = (change: Parameters<typeof sampleSlot>[0] = {}) =>
  sampleSlot({ part: 'PLACE', freeNumber: 3, numbers: 20, actions: [], ...change });

describe('the carrier of one bag', () => {
  test('reads the place instead of a door, and puts it on a free number by one press', async () => {
    begin({ work: [sampleFetched()], slots: [carriers()] });
    show(<DeliveryScreen />);
    expect(await words('南门广场')).toBeVisible();
    expect(screen.queryByText('502')).toBeNull();
    expect(button('放下，拍照')).toBeNull();
    expect(screen.getByText(new RegExp(`${clock(20)}–${clock(23)} 来取`))).toBeVisible();
    press('加一个取货位');
    press('放在 4 号位了，叫他来取');
    await waitFor(() => expect(server.work.stored).toMatchObject([{ action: 'placeForPickup', body: { place: '4' } }]));
    expect(await words('在 4 号位')).toBeVisible();
    expect(screen.getByText('这就叫他来取。您可以走了。')).toBeVisible();
    press('回到值班页');
    expect(device.opened).toMatchObject([{ page: '/packages/volunteer/home/index' }]);
  });

  test('without a network the number is kept, said to be kept, and sent when it is back', async () => {
    begin({ work: [sampleFetched()], slots: [carriers()] });
    show(<DeliveryScreen />);
    expect(await words('南门广场')).toBeVisible();
    device.isOnline = false;
    press('放在 3 号位了，叫他来取');
    expect(await words('在 3 号位')).toBeVisible();
    expect(screen.getByText(/已记在手机里/)).toBeVisible();
    expect(server.work.stored).toEqual([]);
    device.isOnline = true;
    await act(async () => outbox.flush());
    await waitFor(() => expect(server.work.stored).toMatchObject([{ body: { place: '3' } }]));
  });

  test('before setting out reads that nobody goes to the door', async () => {
    begin({ work: [sampleFetched({ state: 'PURCHASED' })], slots: [carriers()] });
    show(<DeliveryScreen />);
    expect(await words('这一单放到取货点，不用上门')).toBeVisible();
  });

  const ready = (): DeliveryView => ({ ...sampleFetched({ state: 'READY_FOR_PICKUP' }), place: '4' });

  test('at its place: until when it is kept, and what the carrier still may do', async () => {
    begin({ work: [ready()], slots: [calledSlot({ part: 'PLACE', number: 4, actions: [] })] });
    show(<DeliveryScreen />);
    expect(await words(new RegExp(`叫过了.*给他留到 ${clock(35)}`))).toBeVisible();
    expect(button('改送上门')).toBeVisible();
    press('他取走了');
    await waitFor(() => expect(server.work.stored).toMatchObject([{ action: 'pickedUp' }]));
  });

  test('a missed one is told, and another time', async () => {
    const missed = { part: 'PLACE', state: 'MISSED', missed: 1, bagThere: true, number: 4, actions: [] };
    begin({ work: [ready()], slots: [sampleSlot(missed)] });
    show(<DeliveryScreen />);
    expect(await words('到点没来，已经请他再约一次。您不用等。')).toBeVisible();
  });
});

describe('a run with several bags for the place', () => {
  const run = () => {
    const plain = sampleRun('DOORS');
    const fetched = plain.deliveries.map((view, i) => ({
      ...view,
      mode: i === 3 ? ('DOOR' as const) : ('SLOT' as const),
    }));
    return { ...plain, deliveries: fetched };
  };

  test('each has a free number of its own, one press a bag, and doors stay doors', async () => {
    const { id, deliveries } = run();
    const slots = deliveries.slice(1, 3).map(({ id: delivery, code }, i) =>
      carriers({
        id: i === 0 ? slotId : secondId,
        delivery,
        code,
        from: slotTime(20 + 3 * i),
        to: slotTime(23 + 3 * i),
      }),
    );
    begin({ work: deliveries, runs: [run()], slots }, id);
    show(<RunScreen />);
    expect(await words('放到取货点：南门广场')).toBeVisible();
    expect(button('放在 3 号位了')).toBeVisible();
    expect(button('放在 4 号位了')).toBeVisible();
    // the first door was dropped, two go to the place, one is a door
    expect(screen.getAllByText(/3 号楼 4 单元/)).toHaveLength(1);
    expect(screen.queryByText(/3 号楼 2 单元/)).toBeNull();
    device.isOnline = false;
    press('放在 3 号位了');
    await waitFor(() => expect(button('放在 3 号位了')).toBeNull());
    expect(button('放在 4 号位了')).toBeVisible();
    device.isOnline = true;
    await act(async () => outbox.flush());
    await waitFor(() =>
      expect(server.work.stored).toMatchObject([{ action: 'placeForPickup', record: deliveries[1]?.id }]),
    );
  });

  test('numbers are counted up from a free one past those taken', () => {
    expect(numbersFor(3, { free: 3, taken: [4, 9] })).toEqual([3, 5, 6]);
    expect(numbersFor(2, { free: undefined, taken: [] })).toEqual([1, 2]);
  });
});

describe('whoever helps at the place', () => {
  const there = () => calledSlot({ part: 'PLACE' });
  const coming = () => sampleSlot({ part: 'PLACE', id: secondId, code: 'B113', freeNumber: 3, numbers: 20 });

  test('is led there from the duty page, which says how many wait', async () => {
    begin({ slots: [there(), coming()] });
    show(<DutyScreen />);
    expect(await words('取货点 · 南门广场')).toBeVisible();
    // somebody may help in the whole township: only the place of the own grid is on the first page
    expect(server.asked).toContain('/work/pickup-slots?area=999999001003-g02');
    fireEvent.click(screen.getByText('1 袋等人取，1 袋还没放好'));
    expect(device.opened).toEqual([{ page: '/packages/volunteer/place/index', params: {} }]);
  });

  test('gives a bag to whoever says its label; another label is told apart and sends nothing', async () => {
    begin({ slots: [there()] });
    show(<PlaceScreen />);
    expect(await words('7 号')).toBeVisible();
    expect(screen.getByText(new RegExp(`留到 ${clock(35)}`))).toBeVisible();
    press('有人来取');
    expect(await words('给的是 7 号位这一袋')).toBeVisible();
    const box = screen.getByRole('textbox', { name: /看他手机上的袋签/ });
    expect(button(/^对上了，给他/)).toHaveAttribute('aria-disabled', 'true');
    fireEvent.input(box, { target: { value: '208' } });
    expect((await screen.findAllByText(/和这一袋的袋签不一样/))[0]).toBeVisible();
    expect(button(/^对上了，给他/)).toHaveAttribute('aria-disabled', 'true');
    fireEvent.input(box, { target: { value: '207' } });
    press('对上了，给他');
    await waitFor(() => expect(server.acts).toMatchObject([{ action: 'pickUp', body: { code: 'A207' } }]));
  });

  test('puts a bag on a free number and calls; a number that is taken is answered with another one', async () => {
    begin({ slots: [coming()] });
    show(<PlaceScreen />);
    const call = await screen.findByRole('button', { name: '放在 3 号位了，叫他来取' });
    server.refuseOnce('call', 'capacity-full', { next: 'otherNumber', freeNumber: 5 });
    fireEvent.click(call);
    expect(await words('3 号位上已经有一袋了')).toBeVisible();
    press('放到 5 号位了，叫他来取');
    await waitFor(() => expect(server.acts.map(({ body }) => body.number)).toEqual([3, 5]));
    expect(await words('5 号')).toBeVisible();
    expect(screen.getByText('叫过了，等他来')).toBeVisible();
    expect(screen.queryByText('已发出，收到了')).toBeNull();
  });

  test('a number the place does not have is said to be none', async () => {
    begin({ slots: [coming()] });
    show(<PlaceScreen />);
    const call = await screen.findByRole('button', { name: '放在 3 号位了，叫他来取' });
    server.refuseOnce('call', 'invalid-input', { errors: [{ pointer: '/number', detail: 'too-large' }] });
    fireEvent.click(call);
    expect(await words('没有叫成。这里只有 20 个号，请换一个。')).toBeVisible();
  });

  test('who did not come is marked once the turn is over', async () => {
    begin({ slots: [calledSlot({ part: 'PLACE', actions: ['pickUp', 'miss'] })] });
    show(<PlaceScreen />);
    fireEvent.click(await screen.findByRole('button', { name: '没人来' }));
    await waitFor(() => expect(server.acts).toMatchObject([{ action: 'miss' }]));
    expect(await words('到点没来')).toBeVisible();
    expect(button('有人来取')).toBeVisible();
  });

  test('without a network a bag given out is kept, and stays in sight as not sent', async () => {
    begin({ slots: [there()] });
    show(<PlaceScreen />);
    expect(await words('7 号')).toBeVisible();
    device.isOnline = false;
    press('有人来取');
    fireEvent.input(screen.getByRole('textbox', { name: /看他手机上的袋签/ }), { target: { value: '207' } });
    press('对上了，给他');
    expect(await words(/已记在手机里/)).toBeVisible();
    expect(screen.getByText('取走了')).toBeVisible();
    expect(server.acts).toEqual([]);
    device.isOnline = true;
    await act(async () => outbox.flush());
    await waitFor(() => expect(server.acts).toMatchObject([{ action: 'pickUp' }]));
  });

  test('a place without bags says so, and the duty page does not speak of it', async () => {
    begin({});
    const { unmount } = show(<PlaceScreen />);
    expect(await words('取货点现在没有袋子')).toBeVisible();
    unmount();
    show(<DutyScreen />);
    expect(await words('在值班')).toBeVisible();
    expect(screen.queryByText(/取货点/)).toBeNull();
  });

  test('what the server answered stays on screen while the list still says otherwise', async () => {
    begin({ slots: [coming()] });
    show(<PlaceScreen />);
    const call = await screen.findByRole('button', { name: '放在 3 号位了，叫他来取' });
    const old = device.server.answer('GET', '/work/pickup-slots');
    const read = server.answer;
    device.server = {
      answer: (method, path, body) => (path.startsWith('/work/pickup-slots') ? old : read(method, path, body)),
    };
    fireEvent.click(call);
    expect(await words('叫过了，等他来')).toBeVisible();
    await act(async () => void (await queryClient.refetchQueries()));
    expect(screen.getByText('叫过了，等他来')).toBeVisible();
    expect(button('放在 3 号位了，叫他来取')).toBeNull();
  });
});
