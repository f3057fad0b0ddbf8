import { fireEvent, screen, waitFor } from '@testing-library/react';
import { device, press } from '@/api/testing/fake-device';
import { shanghaiTime } from '@/ui';
import { DeskScreen } from '../grid-desk/desk-screen';
import { GridPlacesScreen } from './grid-places-screen';
import { PlacesEntry } from './places-entry';
import { calledSlot, type SlotServer, sampleFetched, sampleSlot, slotId, slotTime } from './slot-server.fixture';
import { begin as begun, button, clock, type SlotStage, show, words } from './slot-visit.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(40_000);

let server: SlotServer;
const done = () => server.acts.map(({ action }) => action);
function begin(stage: SlotStage): void {
  server = begun(stage);
}

const missed = (change: object = {}) =>
  sampleSlot({ part: 'GRID', state: 'MISSED', missed: 1, bagThere: true, number: 7, ...change });

describe('the list of turns', () => {
  test('missed ones come first, then by time; what is done stands at the end; nobody is named', async () => {
    const other = (end: string, change: object) =>
      sampleSlot({ part: 'GRID', id: slotId.replace('k1', end), ...change });
    begin({
      slots: [
        other('k2', { code: 'B111', state: 'PICKED_UP', from: slotTime(-60) }),
        other('k3', { code: 'C222', from: slotTime(10) }),
        other('k4', { code: 'D333', from: slotTime(5) }),
        missed({ from: slotTime(30), code: 'A207' }),
        other('k5', { code: 'E444', state: 'CALLED', bagThere: true, number: 2 }),
      ],
    });
    show(<GridPlacesScreen />);
    expect(await words('到点没来')).toBeVisible();
    const heads = screen.getAllByText(/^(\d+ 号|[A-E]\d{3})$/).map(({ textContent }) => textContent);
    expect(heads).toEqual(['7 号', '2 号', 'D333', 'C222', 'B111']);
    expect(screen.getByText('第 1 次没赶上')).toBeVisible();
    expect(screen.getByText('办完的 1 家')).toBeVisible();
  });

  test('who missed it is given another time from the free ones', async () => {
    begin({ slots: [missed()] });
    show(<GridPlacesScreen />);
    fireEvent.click(await screen.findByRole('button', { name: '再约一次' }));
    fireEvent.click(await screen.findByRole('button', { name: clock(36) }));
    await waitFor(() => expect(done()).toEqual(['reserveAgain']));
    expect(await words('再约了一次，等他来')).toBeVisible();
  });

  test('to the door only with the reason the grid vouches for', async () => {
    begin({ slots: [missed()] });
    show(<GridPlacesScreen />);
    fireEvent.click(await screen.findByRole('button', { name: '送到门口' }));
    expect(done()).toEqual([]);
    press('行动不便');
    await waitFor(() =>
      expect(server.acts).toMatchObject([{ action: 'toDoor', body: { reason: { code: 'AT_DOOR_DISABLED' } } }]),
    );
    expect(await words('改送到门口了')).toBeVisible();
  });

  test('a time is changed or given back, a bag called or given out: what the server lists has its button', async () => {
    begin({ slots: [sampleSlot({ part: 'GRID', freeNumber: 4, numbers: 20 })] });
    show(<GridPlacesScreen />);
    expect(await screen.findByRole('button', { name: '换个时间' })).toBeVisible();
    for (const name of ['送到门口', '退掉时间', '放好了，叫他来']) expect(button(name)).toBeVisible();
    press('放好了，叫他来');
    expect(button('放在 4 号位了，叫他来取')).toBeVisible();
    press('退掉时间');
    press('排错了');
    await waitFor(() =>
      expect(server.acts).toMatchObject([{ action: 'cancel', body: { reason: { code: 'MISTAKE' } } }]),
    );
  });

  test('a lost race is answered with the next free time', async () => {
    begin({ slots: [sampleSlot({ part: 'GRID' })] });
    show(<GridPlacesScreen />);
    fireEvent.click(await screen.findByRole('button', { name: '换个时间' }));
    server.refuseOnce('changeTime', 'capacity-full', { next: 'chooseAnother', freeAt: slotTime(54) });
    fireEvent.click(await screen.findByRole('button', { name: clock(30) }));
    expect(await words('这个时间刚被别人定走了')).toBeVisible();
    press(new RegExp(`就要.*${clock(54)}`));
    await waitFor(() => expect(done()).toEqual(['changeTime', 'changeTime']));
  });

  test('another day is asked for by its date', async () => {
    begin({ slots: [] });
    show(<GridPlacesScreen />);
    expect(await words('这一天没有人来取')).toBeVisible();
    fireEvent.click(screen.getByRole('checkbox', { name: '明天' }));
    const tomorrow = shanghaiTime(new Date(Date.now() + 24 * 3_600_000)).day;
    await waitFor(() => expect(server.asked).toContain(`/pickup-slots?day=${tomorrow}`));
  });

  test('whoever may only look sees no button', async () => {
    begin({ slots: [missed({ actions: [] })] });
    show(<GridPlacesScreen />);
    expect(await words('到点没来')).toBeVisible();
    for (const name of ['再约一次', '送到门口', '有人来取']) expect(button(name)).toBeNull();
  });

  test('without a network and without a last known list it says so, with the way to ask again', async () => {
    begin({ slots: [] });
    device.isOnline = false;
    show(<GridPlacesScreen />);
    expect(await words('现在连不上。看看有没有网，过一会儿再试。')).toBeVisible();
    expect(button('再试一次')).toBeVisible();
  });
});

test('the queue leads to the places while somebody has a turn, and says how many were missed', async () => {
  begin({ slots: [missed(), sampleSlot({ part: 'GRID', id: slotId.replace('k1', 'k2') })] });
  show(<PlacesEntry />);
  fireEvent.click(await words('2 袋没取，1 家没赶上'));
  expect(device.opened).toMatchObject([{ page: '/packages/grid/places/index' }]);
});

describe('at the desk', () => {
  const work = (state: string) => {
    const view = { ...sampleFetched({ state }), actions: ['toDoor', 'note'] };
    return [{ ...view, household: { id: view.id, name: '王*', masked: true } as never }];
  };

  test('a bag at its place goes to the door by its turn, with a reason, and not past it', async () => {
    begin({ work: work('READY_FOR_PICKUP'), slots: [calledSlot({ part: 'GRID' })] });
    show(<DeskScreen />);
    expect(await words('叫过了，等他来')).toBeVisible();
    expect(button('改送到门口')).toBeNull();
    press('送到门口');
    expect(await screen.findByRole('button', { name: '在家隔离' })).toBeVisible();
    expect(button('看这一单')).toBeNull();
  });

  test('for a home without a phone the desk sets the time', async () => {
    begin({ work: work('SHOPPING') });
    show(<DeskScreen />);
    fireEvent.click(await screen.findByRole('button', { name: '给他定个时间' }));
    fireEvent.click(await screen.findByRole('button', { name: clock(33) }));
    await waitFor(() => expect(done()).toEqual(['reserve']));
    expect(await words('排好时间了')).toBeVisible();
  });
});
