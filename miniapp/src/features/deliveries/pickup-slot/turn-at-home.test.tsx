import { screen } from '@testing-library/react';
import { device } from '@/api/testing/fake-device';
import { deliveryId } from '../carrying/sample-work.fixture';
import { HomeScreen } from '../resident/home-screen';
import { calledSlot, sampleSlot, slotTime } from './slot-server.fixture';
import { begin, clock, type SlotStage, show, words } from './slot-visit.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(40_000);

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

  function home(rows: readonly object[], slots: SlotStage['slots'] = []) {
    const server = begin({ slots });
    const read = server.answer;
    device.server = {
      answer: (method, path, body) =>
        path.startsWith('/deliveries/mine') ? { status: 200, body: { items: rows } } : read(method, path, body),
    };
    show(<HomeScreen />);
    return server;
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
    const server = home([row('IN_TRANSIT', 'DOOR')]);
    expect(await words(/正往您家送/)).toBeVisible();
    expect(server.asked.filter((path) => path.includes('pickup'))).toEqual([]);
  });
});
