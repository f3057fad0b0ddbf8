import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beginSession, outbox, queryClient, refreshRecord } from '@/api';
import { deliveryView, fakeServer, sample } from '@/api/testing/fake-server';
import { SignedInOnly } from '@/features/identity/signed-in-only';
import { HomeScreen } from './home-screen';
import { OrderScreen } from './order/order-screen';
import { StatusScreen } from './status/status-screen';

let mockServer = fakeServer();
let mockIsOnline = true;
let mockParams: Record<string, string> = {};
const mockOpened: { page: string; params: Record<string, string> }[] = [];

jest.mock('@/platform', () => ({
  ...jest.requireActual('@/platform'),
  request: async ({ method, url, body }: { method: string; url: string; body?: Record<string, unknown> }) => {
    if (!mockIsOnline) return { kind: 'offline' };
    const { status, body: answer } = mockServer.answer(method, url.replace('/api/v1', '').replace(/\?.*/, ''), body);
    return { kind: 'reply', status, headers: {}, body: JSON.parse(JSON.stringify(answer)) };
  },
  readStored: (key: string, parse: (stored: unknown) => unknown) => {
    const text = localStorage.getItem(key);
    return text === null ? undefined : parse(JSON.parse(text));
  },
  writeStored: (key: string, value: unknown) => {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  },
  removeStored: (key: string) => localStorage.removeItem(key),
  storedKeys: (prefix: string) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)),
  toast: () => undefined,
  usePageParams: () => mockParams,
  openPage: async (page: string, params: Record<string, string> = {}) => void mockOpened.push({ page, params }),
  replacePage: async (page: string, params: Record<string, string> = {}) => void mockOpened.push({ page, params }),
  isOnline: async () => mockIsOnline,
}));

const show = (screenPart: ReactNode) =>
  render(<QueryClientProvider client={queryClient}>{screenPart}</QueryClientProvider>);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };
// the invented ids of the fake server are those of the contract
const me = sample.me as unknown as Parameters<typeof beginSession>[1];

// what startApi wires in the program
beforeAll(() => void outbox.onSent(({ record }) => refreshRecord(record)));

beforeEach(() => {
  mockServer = fakeServer();
  mockIsOnline = true;
  mockParams = {};
  mockOpened.length = 0;
  localStorage.clear();
  queryClient.clear();
  outbox.clear();
});

it('signs in with a phone and the code of the demo, and lands on the page that was asked for', async () => {
  show(
    <SignedInOnly>
      <HomeScreen />
    </SignedInOnly>,
  );
  fireEvent.change(screen.getByLabelText('手机号'), { target: { value: sample.phone } });
  press('要验证码');
  await screen.findByText(`演示：验证码是 ${sample.code}`);
  await waitFor(() => expect(screen.getByLabelText('验证码')).toHaveValue(sample.code));
  press('登录');
  expect(await screen.findByText('眼下没有在办的')).toBeVisible();
});

describe('a household', () => {
  beforeEach(() => beginSession(tokens, me));

  async function fillBasketAndReview() {
    mockParams = { kind: 'GROCERY' };
    const { unmount } = show(<OrderScreen />);
    fireEvent.click(await screen.findByText('天宁惠民超市'));
    fireEvent.click(await screen.findByRole('button', { name: /加一个大白菜/ }));
    press(/加一个大白菜/);
    press('选好了');
    fireEvent.click(screen.getByRole('radio', { name: /先问我/ }));
    press('选好了');
    return unmount;
  }

  it('orders two cabbages', async () => {
    await fillBasketAndReview();
    expect(screen.getByText('大白菜 × 2')).toBeVisible();
    press('下单');
    await waitFor(() => expect(mockServer.deliveries.size).toBe(1));
    const [order] = mockServer.seen.filter(({ path }) => path === '/deliveries');
    expect(order?.body).toMatchObject({ kind: 'GROCERY', lines: [{ sku: 'cabbage', quantity: 2 }] });
    await waitFor(() => expect(mockOpened[0]?.page).toBe('/pages/delivery/index'));
  });

  it('finds the draft again after the program was closed half way', async () => {
    const close = await fillBasketAndReview();
    close();
    show(<OrderScreen />);
    expect(screen.getByText('大白菜 × 2')).toBeVisible();
  });

  it('orders without a network, reads that it waits, and is sent once the network is back', async () => {
    const close = await fillBasketAndReview();
    mockIsOnline = false;
    press('下单');
    await waitFor(() => expect(mockOpened).toHaveLength(1));
    close();
    mockParams = mockOpened[0]?.params ?? {};
    show(<StatusScreen />);
    expect(await screen.findByText(/已记在手机里，(等网络|过一会儿)/)).toBeVisible();
    expect(mockServer.deliveries.size).toBe(0);
    mockIsOnline = true;
    act(() => outbox.flush());
    expect(await screen.findByText('已收到')).toBeVisible();
    expect(mockServer.seen.filter(({ path }) => path === '/deliveries')).toHaveLength(1);
  });

  it('is offered to add to the open order when there is one already, and that works', async () => {
    mockServer = fakeServer([deliveryView({ state: 'TRIAGED', actions: ['addLines'] })]);
    const close = await fillBasketAndReview();
    press('下单');
    await waitFor(() => expect(mockOpened).toHaveLength(1));
    close();
    mockParams = mockOpened[0]?.params ?? {};
    show(<StatusScreen />);
    fireEvent.click(await screen.findByRole('button', { name: '加到那一单' }));
    await waitFor(() => expect(mockServer.seen.at(-1)?.path).toBe(`/deliveries/${sample.open}/add-lines`));
    expect(mockServer.seen.at(-1)?.body).toMatchObject({ lines: [{ sku: 'cabbage', quantity: 2 }] });
    expect(mockOpened.at(-1)?.params).toEqual({ id: sample.open });
  });

  it('answers a question about something sold out in one press, and the question goes', async () => {
    const asked = {
      line: 'line1',
      name: '鸡蛋',
      offeredName: '柴鸡蛋',
      offeredPriceFen: 2050,
      extraFen: 200,
      askedAt: '2026-11-24T06:40:00Z',
      answerBy: '2026-11-24T06:50:00Z',
    };
    mockServer = fakeServer([
      deliveryView({ state: 'SUBSTITUTION_PENDING', substitution: asked, actions: ['answerSubstitution'] }),
    ]);
    mockParams = { id: sample.open };
    show(<StatusScreen />);
    expect(await screen.findByText('鸡蛋卖完了，换成柴鸡蛋可以吗？')).toBeVisible();
    press('可以，换');
    await waitFor(() => expect(screen.queryByText('鸡蛋卖完了，换成柴鸡蛋可以吗？')).toBeNull());
    expect(await screen.findByText('正在买')).toBeVisible();
    expect(mockServer.seen.at(-1)?.body).toMatchObject({ line: 'line1', take: true });
  });
});
