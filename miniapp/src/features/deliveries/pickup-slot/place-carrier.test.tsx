import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { act, screen, waitFor } from '@testing-library/react';
import { outbox } from '@/api';
import { device, press } from '@/api/testing/fake-device';
import { DeliveryScreen } from '../carrying/delivery-screen';
import { RunScreen } from '../carrying/run/run-screen';
import { sampleRun } from '../carrying/sample-work.fixture';
import { numbersFor } from './free-numbers';
import { calledSlot, sampleFetched, sampleSlot, secondId, slotId, slotTime } from './slot-server.fixture';
import { begin, button, clock, show, words } from './slot-visit.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(40_000);

/** The turn as the carrier is shown it, who need not be of this grid. */
const carriers = (change: Parameters<typeof sampleSlot>[0] = {}) =>
  sampleSlot({ part: 'PLACE', freeNumber: 3, numbers: 20, actions: [], ...change });

describe('the carrier of one bag', () => {
  test('reads the place instead of a door, and puts it on a free number by one press', async () => {
    const server = begin({ work: [sampleFetched()], slots: [carriers()] });
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
    const server = begin({ work: [sampleFetched()], slots: [carriers()] });
    show(<DeliveryScreen />);
    expect(await words('南门广场')).toBeVisible();
    device.isOnline = false;
    press('放在 3 号位了，叫他来取');
    expect(await words('在 3 号位')).toBeVisible();
    expect(screen.getByText(/已记在手机里/)).toBeVisible();
    expect(screen.getByText('还没发出去。有网发出以后才叫他来。')).toBeVisible();
    expect(screen.queryByText(/这就叫他来取/)).toBeNull();
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
    const server = begin({ work: [ready()], slots: [calledSlot({ part: 'PLACE', number: 4, actions: [] })] });
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
    const server = begin({ work: deliveries, runs: [run()], slots }, id);
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
