import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { device, press } from '@/api/testing/fake-device';
import { DutyScreen } from '@/features/volunteers/duty-screen';
import { PlaceScreen } from './place-screen';
import { calledSlot, sampleSlot, secondId } from './slot-server.fixture';
import { begin, button, clock, show, words } from './slot-visit.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(40_000);

describe('whoever helps at the place', () => {
  const there = () => calledSlot({ part: 'PLACE' });
  const coming = () => sampleSlot({ part: 'PLACE', id: secondId, code: 'B113', freeNumber: 3, numbers: 20 });

  test('is led there from the duty page, which says how many wait', async () => {
    const server = begin({ slots: [there(), coming()] });
    show(<DutyScreen />);
    expect(await words('取货点 · 南门广场')).toBeVisible();
    // somebody may help in the whole township: only the place of the own grid is on the first page
    expect(server.asked).toContain('/work/pickup-slots?area=999999001003-g02');
    fireEvent.click(screen.getByText('1 袋等人取，1 袋还没放好'));
    expect(device.opened).toEqual([{ page: '/packages/volunteer/place/index', params: {} }]);
  });

  test('gives a bag to whoever says its label; another label is told apart and sends nothing', async () => {
    const server = begin({ slots: [there()] });
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
    const server = begin({ slots: [coming()] });
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
    const server = begin({ slots: [coming()] });
    show(<PlaceScreen />);
    const call = await screen.findByRole('button', { name: '放在 3 号位了，叫他来取' });
    server.refuseOnce('call', 'invalid-input', { errors: [{ pointer: '/number', detail: 'too-large' }] });
    fireEvent.click(call);
    expect(await words('没有叫成。这里只有 20 个号，请换一个。')).toBeVisible();
  });

  test('who did not come is marked once the turn is over', async () => {
    const server = begin({ slots: [calledSlot({ part: 'PLACE', actions: ['pickUp', 'miss'] })] });
    show(<PlaceScreen />);
    fireEvent.click(await screen.findByRole('button', { name: '没人来' }));
    await waitFor(() => expect(server.acts).toMatchObject([{ action: 'miss' }]));
    expect(await words('到点没来')).toBeVisible();
    expect(button('有人来取')).toBeVisible();
  });

  test('without a network a bag given out is kept, and stays in sight as not sent', async () => {
    const server = begin({ slots: [there()] });
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
    const server = begin({ slots: [coming()] });
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
