import { fireEvent, screen, waitFor } from '@testing-library/react';
import { device } from '@/api/testing/fake-device';
import { sample } from '@/api/testing/fake-server';
import { open } from './status.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const gridPhone = '10000000005';

describe('the way to a person', () => {
  test('when the grid worker has a duty phone, the button rings it', async () => {
    open({ carrier: undefined }, gridPhone);
    fireEvent.click(await screen.findByRole('button', { name: '打电话给网格员' }));
    expect(device.called).toEqual([gridPhone]);
  });

  test('when there is none, the button says that it is the county hotline', async () => {
    open({ carrier: undefined });
    fireEvent.click(await screen.findByRole('button', { name: '打县里的热线 12345' }));
    expect(device.called).toEqual(['12345']);
  });

  const call = () => screen.findByRole('button', { name: '给志愿者打电话' });
  const asked = ({ seen }: ReturnType<typeof open>) =>
    seen.filter(({ path }) => path === `/deliveries/${sample.open}/reveal-carrier`);

  test('while somebody carries it, the number is opened, rung and kept nowhere; a second tap meanwhile does nothing', async () => {
    const server = open({ mayCallCarrier: true });
    const button = await call();
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(device.called).toEqual([sample.carrierPhone]));
    expect(asked(server)).toHaveLength(1);
    expect(asked(server)[0]?.body).toMatchObject({ why: 'CALL' });
    expect(document.body).not.toHaveTextContent(sample.carrierPhone);
    expect(JSON.stringify({ ...localStorage })).not.toContain(sample.carrierPhone);
  });

  test('when it has just gone to somebody else, it says so and rings nobody', async () => {
    open({ mayCallCarrier: true });
    const button = await call();
    const type = 'https://example.com/problems/transition-not-allowed';
    const body = {
      type,
      title: 'over',
      status: 409,
      instance: 'req-1',
      state: 'CONFIRMED',
      revision: 9,
      next: 'refresh',
    };
    device.server = { answer: () => ({ status: 409, body }) };
    fireEvent.click(button);
    expect(await screen.findByText(/已经不在他手上/)).toBeVisible();
    expect(device.called).toEqual([]);
  });

  test('without a network it says so, rings nobody and sends nothing later', async () => {
    const server = open({ mayCallCarrier: true });
    const button = await call();
    device.isOnline = false;
    fireEvent.click(button);
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(device.called).toEqual([]);
    device.isOnline = true;
    expect(asked(server)).toEqual([]);
  });

  test('when nobody may be called any more, the way to a person is the grid worker', async () => {
    open({ state: 'CONFIRMED' }, gridPhone);
    expect(await screen.findByRole('button', { name: '打电话给网格员' })).toBeVisible();
    expect(screen.queryByRole('button', { name: '给志愿者打电话' })).toBeNull();
  });
});
