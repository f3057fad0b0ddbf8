import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { outbox, refreshRecord } from '@/api';
import { device, press } from '@/api/testing/fake-device';
import { calledSlot, sampleSlot, slotId } from './slot-server.fixture';
import { button, clock, words } from './slot-visit.fixture';
import { done, mine, open } from './turn.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(40_000);

const ready = { work: [{ ...mine({ state: 'READY_FOR_PICKUP' }), actions: ['pickedUp', 'dispute'] }] };

describe('when it is called', () => {
  test('reads the number, and has it by one press; the request itself offers no second one', async () => {
    const server = open({ ...ready, slots: [calledSlot()] });
    expect(await words('您的东西放在 7 号位了')).toBeVisible();
    expect(screen.getByText('7')).toHaveClass('slot-number');
    expect(screen.getByText(/写着 A207 的才是您家的/)).toBeVisible();
    expect(screen.getByText(`${clock(35)} 前都给您留着。`)).toBeVisible();
    expect(button('取到了')).toBeNull();
    press('我取到了');
    await waitFor(() => expect(done(server)).toEqual(['pickUp']));
    expect(await screen.findByRole('heading', { name: '您取走了' })).toBeVisible();
    expect(button('取到了')).toBeNull();
    expect(server.work.stored).toEqual([]);
  });

  test('without a network the tick is kept, said to be kept, and sent when it is back', async () => {
    const server = open({ ...ready, slots: [calledSlot()] });
    expect(await words('您的东西放在 7 号位了')).toBeVisible();
    device.isOnline = false;
    press('我取到了');
    expect(await screen.findByRole('heading', { name: '您取走了' })).toBeVisible();
    expect(screen.queryByText('可以去取了')).toBeNull();
    expect(screen.getByText(/已记在手机里/)).toBeVisible();
    expect(done(server)).toEqual([]);
    device.isOnline = true;
    await act(async () => outbox.flush());
    await waitFor(() => expect(done(server)).toEqual(['pickUp']));
  });

  test('a change of the turn is heard of by its own id, though it was asked for by the request', async () => {
    const server = open({ ...ready, slots: [sampleSlot()] });
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
    const server = open({ ...ready, slots: [sampleSlot(missed)] });
    expect(await words('没赶上不要紧')).toBeVisible();
    expect(screen.getByText(/没选，就给您排最近的一个/)).toBeVisible();
    press('再约一个时间');
    fireEvent.click(await screen.findByRole('button', { name: clock(36) }));
    await waitFor(() => expect(done(server)).toEqual(['reserveAgain']));
    expect(await words('您的东西还在 7 号位')).toBeVisible();
    expect(button('我取到了')).toBeVisible();
  });

  test('who comes late after all says so', async () => {
    const server = open({ ...ready, slots: [sampleSlot(missed)] });
    fireEvent.click(await screen.findByRole('button', { name: '我取到了' }));
    await waitFor(() => expect(done(server)).toEqual(['pickUp']));
  });

  test('the second time it is brought: no third time is offered', async () => {
    open({ ...ready, slots: [sampleSlot({ ...missed, missed: 2 })] });
    expect(await words('两次都没赶上，给您送到门口，在家等着就行。')).toBeVisible();
    expect(button('再约一个时间')).toBeNull();
  });
});
