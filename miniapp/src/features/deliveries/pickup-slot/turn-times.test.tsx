import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { outbox } from '@/api';
import { device, press } from '@/api/testing/fake-device';
import { StatusScreen } from '../resident/status/status-screen';
import { sampleSlot, slotTime } from './slot-server.fixture';
import { begin, button, clock, show, words } from './slot-visit.fixture';
import { done, mine, open } from './turn.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(40_000);

const at = (time: string) => new RegExp(time);

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
    const server = open({ slots: [sampleSlot()], times: [30, 33, 36, 39, 42, 130, 133] });
    fireEvent.click(await screen.findByRole('button', { name: '换个时间' }));
    expect(await screen.findByRole('button', { name: clock(30) })).toBeVisible();
    expect(button(clock(130))).toBeNull();
    press(new RegExp(`^${Number(clock(130).slice(0, 2))} 点 · [12] 个空`));
    press(clock(130));
    await waitFor(() => expect(done(server)).toEqual(['changeTime']));
    expect(Math.abs(Date.parse(String(server.acts[0]?.body.at)) - Date.parse(slotTime(130)))).toBeLessThan(60_000);
    expect(await words(at(clock(130)))).toBeVisible();
  });

  test('a time that somebody was quicker for: said so, and the next free one is one press away', async () => {
    const server = open({ slots: [sampleSlot()] });
    fireEvent.click(await screen.findByRole('button', { name: '换个时间' }));
    server.refuseOnce('changeTime', 'capacity-full', { next: 'chooseAnother', freeAt: slotTime(51) });
    fireEvent.click(await screen.findByRole('button', { name: clock(33) }));
    expect(await words('这个时间刚被别人定走了')).toBeVisible();
    expect(screen.getByText(/原来的时间还在，没有动/)).toBeVisible();
    expect(screen.getByText(new RegExp(`${clock(20)}–`))).toBeVisible();
    press(new RegExp(`就要.*${clock(51)}`));
    await waitFor(() => expect(done(server)).toEqual(['changeTime', 'changeTime']));
    expect(await words(at(clock(51)))).toBeVisible();
    expect(screen.queryByText('这个时间刚被别人定走了')).toBeNull();
  });

  test('a time chosen without a network that is too soon by now: said, and the choice opens again', async () => {
    const server = open({ slots: [sampleSlot()] });
    fireEvent.click(await screen.findByRole('button', { name: '换个时间' }));
    const soonest = await screen.findByRole('button', { name: clock(30) });
    device.isOnline = false;
    fireEvent.click(soonest);
    expect(await words(/已记在手机里/)).toBeVisible();
    expect(done(server)).toEqual([]);
    server.refuseOnce('changeTime', 'invalid-input', { errors: [{ pointer: '/at', detail: 'turn' }] });
    device.isOnline = true;
    await act(async () => outbox.flush());
    expect(await words('这个时间来不及了')).toBeVisible();
    press('另选一个');
    expect(await screen.findByRole('button', { name: clock(33) })).toBeVisible();
  });

  test('who may stay at home asks for the door by one press', async () => {
    const server = open({ slots: [sampleSlot({ actions: ['changeTime', 'toDoor', 'cancel'] })] });
    fireEvent.click(await screen.findByRole('button', { name: '送到门口' }));
    await waitFor(() => expect(done(server)).toEqual(['toDoor']));
    expect(await words('不用去取了，给您送到门口')).toBeVisible();
  });

  test('a time that is not needed goes back with its reason, and another can be chosen', async () => {
    const server = open({ slots: [sampleSlot()] });
    fireEvent.click(await screen.findByRole('button', { name: '这个时间不要了' }));
    fireEvent.click(screen.getByRole('radio', { name: '那会儿走不开' }));
    await waitFor(() => expect(server.acts).toMatchObject([{ action: 'cancel', body: { reason: { code: 'BUSY' } } }]));
    expect(await words('这个时间退了')).toBeVisible();
    fireEvent.click(await screen.findByRole('button', { name: '自己选个时间' }));
    fireEvent.click(await screen.findByRole('button', { name: clock(30) }));
    await waitFor(() => expect(done(server)).toEqual(['cancel', 'reserve']));
  });
});

describe('without a time', () => {
  test('one may be chosen while somebody is shopping; the server hears the intent and the time alone', async () => {
    const server = open({ work: [mine({ state: 'SHOPPING' })] });
    fireEvent.click(await screen.findByRole('button', { name: '自己选个时间' }));
    fireEvent.click(await screen.findByRole('button', { name: clock(33) }));
    await waitFor(() => expect(done(server)).toEqual(['reserve']));
    expect(Object.keys(server.acts[0]?.body ?? {}).sort()).toEqual(['at', 'opId']);
    expect(await words(at(clock(33)))).toBeVisible();
  });

  test('a first time that somebody was quicker for is not taken for one that stands', async () => {
    const server = open({ work: [mine({ state: 'SHOPPING' })] });
    fireEvent.click(await screen.findByRole('button', { name: '自己选个时间' }));
    server.refuseOnce('reserve', 'capacity-full', { next: 'chooseAnother', freeAt: slotTime(60) });
    fireEvent.click(await screen.findByRole('button', { name: clock(33) }));
    expect(await words(/现在也还没有定上/)).toBeVisible();
    press(new RegExp(`就要.*${clock(60)}`));
    await waitFor(() => expect(done(server)).toEqual(['reserve', 'reserve']));
    expect(await words(at(clock(60)))).toBeVisible();
  });

  test('when all are taken no button leads nowhere', async () => {
    const server = open({ work: [mine({ state: 'SHOPPING' })], times: [] });
    expect(await words('这一单到取货点取')).toBeVisible();
    await waitFor(() => expect(server.asked.some((path) => path.includes('pickup-times'))).toBe(true));
    expect(button('自己选个时间')).toBeNull();
  });

  test('before somebody carries it, it says how it will be, and asks the server for nothing', async () => {
    const server = open({ work: [mine({ state: 'TRIAGED' })] });
    expect(await words('这一单到取货点取')).toBeVisible();
    expect(server.asked.filter((path) => path.includes('pickup'))).toEqual([]);
  });

  test('what comes to the door has no turn', async () => {
    const server = open({ work: [{ ...mine(), mode: 'DOOR' }], slots: [sampleSlot()] });
    expect(await words('正往您家送')).toBeVisible();
    expect(server.asked.filter((path) => path.includes('pickup'))).toEqual([]);
    expect(screen.queryByText('到 南门广场 取')).toBeNull();
  });

  test('without a network and without a last known time it says so, with the way to ask again', async () => {
    const server = begin({ work: [mine()] });
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
