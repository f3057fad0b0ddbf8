import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beginSession, outbox, queryClient } from '@/api';
import { ChainScreen } from './chain-screen';
import { DeskScreen } from './desk-screen';
import { deskServer, ids, leader } from './desk-server.fixture';
import { QueueScreen } from './queue-screen';

let mockServer = deskServer();
let mockParams: Record<string, string> = {};
const mockCalled: string[] = [];
const mockCopied: string[] = [];

jest.mock('@/platform', () => ({
  ...jest.requireActual('@/platform'),
  request: async ({ method, url, body }: { method: string; url: string; body?: Record<string, unknown> }) => {
    const { status, body: answer } = mockServer.answer(method, url.replace('/api/v1', '').replace(/\?.*/, ''), body);
    return { kind: 'reply', status, headers: {}, body: JSON.parse(JSON.stringify(answer)) };
  },
  usePageParams: () => mockParams,
  callPhone: async (phone: string) => void mockCalled.push(phone),
  copyText: async (text: string) => {
    mockCopied.push(text);
    return true;
  },
  toast: () => undefined,
  openPage: async () => undefined,
  isOnline: async () => true,
}));

const show = (part: ReactNode) => render(<QueryClientProvider client={queryClient}>{part}</QueryClientProvider>);
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => fireEvent.click(await button(name));
const sent = (end: string) => mockServer.seen.filter(({ path }) => path.endsWith(end));
const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };

beforeEach(() => {
  mockServer = deskServer();
  mockParams = {};
  mockCalled.length = 0;
  mockCopied.length = 0;
  localStorage.clear();
  queryClient.clear();
  outbox.clear();
  // the invented ids are those of the contract
  act(() => beginSession(tokens, leader as unknown as Parameters<typeof beginSession>[1]));
});

it('says how urgent a flagged request is from the list, and the server hears the chosen priority', async () => {
  show(<QueueScreen />);
  await screen.findByText('没写清要什么');
  expect(screen.getByRole('tab', { name: '超时 1' })).toHaveAttribute('aria-selected', 'true');
  await press('有多急');
  fireEvent.click(await screen.findByRole('radio', { name: /很急/ }));
  await waitFor(() => expect(sent(`${ids.flagged}/triage`)).toHaveLength(1));
  expect(sent('/triage')[0]?.body).toMatchObject({ priority: 'P1' });
});

it('acts on several one by one and names what was refused and what was left alone', async () => {
  jest.useFakeTimers();
  show(<QueueScreen />);
  const first = await screen.findByRole('button', { name: /A17/ });
  fireEvent.pointerDown(first);
  act(() => void jest.advanceTimersByTime(400));
  fireEvent.pointerUp(first);
  jest.useRealTimers();
  fireEvent.click(await screen.findByRole('checkbox', { name: /B04/ }));
  expect(screen.getByText('选了 2 单')).toBeInTheDocument();
  await press('一起办');
  await press('先停一停');
  await press('要先问清楚');
  const list = within(await screen.findByRole('dialog', { name: '逐单结果' }));
  await list.findByText('办好 0 单，没办成 1 单，没动 1 单，还在发 0 单');
  expect(list.getByText('刚刚有人先改了。请看最新的情况再定。')).toBeInTheDocument();
  expect(list.getByText('这一单现在不能这样办，没有动它')).toBeInTheDocument();
  expect(sent('/hold')).toHaveLength(1);
});

it('assigns with the reasons and the load of each person, and says why somebody cannot be sent', async () => {
  mockParams = { id: ids.waiting };
  show(<DeskScreen />);
  await press('派给一个人');
  expect(await screen.findByText('同一栋楼 +40')).toBeInTheDocument();
  expect(screen.getByText('手上 2 件，最多 6 件')).toBeInTheDocument();
  expect(screen.queryByText(/合适上门/)).toBeNull();
  await press('看看不能派的 1 人和原因');
  expect(screen.getByText('手上满了 · 手上 6 件，最多 6 件')).toBeInTheDocument();
  await press('派给 李*');
  await waitFor(() => expect(sent('/assign')[0]?.body).toMatchObject({ to: ids.near }));
});

it('opens a household only after asking why, says that the look is recorded, and closes it again', async () => {
  mockParams = { id: ids.flagged };
  show(<DeskScreen />);
  await press('看姓名、电话和门牌');
  expect(mockServer.seen).toHaveLength(0);
  expect(screen.getByText('您的查看会记下来，住户看得到')).toBeInTheDocument();
  await press('要打电话');
  expect(await screen.findByText('您看过这一户，已经记下')).toBeInTheDocument();
  expect(sent('/reveal')[0]?.body).toMatchObject({ why: 'CALL' });
  await press(/打给 王桂兰/);
  expect(mockCalled).toEqual(['10000000001']);
  await press('遮上');
  expect(screen.queryByText('王桂兰')).toBeNull();
  expect(Object.values({ ...localStorage }).join()).not.toContain('王桂兰');
});

it('rejects only with a reason and what to do instead', async () => {
  mockParams = { id: ids.flagged };
  show(<DeskScreen />);
  await press('办不了');
  fireEvent.click(await screen.findByRole('radio', { name: '要先看医生' }));
  expect(await button(/就这样办，现在不能用：请写一句接下来怎么办/)).toBeInTheDocument();
  fireEvent.change(screen.getByLabelText('告诉住户接下来怎么办'), { target: { value: '请打发热门诊电话' } });
  await press('就这样办');
  const reason = { code: 'NEEDS_DOCTOR', words: '请打发热门诊电话' };
  await waitFor(() => expect(sent('/reject')[0]?.body).toMatchObject({ reason }));
});

it('turns a chain message into orders, and adds a second one to the open one instead of losing it', async () => {
  show(<ChainScreen />);
  fireEvent.change(screen.getByLabelText('把群里的接龙贴在这里'), {
    target: { value: '501 大米\n502 面粉\n谢谢大家' },
  });
  await press('看看有几单');
  expect(await screen.findByText('没写门牌')).toBeInTheDocument();
  expect(screen.getByText('谢谢大家')).toBeInTheDocument();
  await press('加一个大米');
  await press('提交 2 单');
  await screen.findByText('这一户还有一单没办完');
  expect(sent('/deliveries')).toHaveLength(2);
  expect(sent('/deliveries')[0]?.body).toMatchObject({ household: ids.home, lines: [{ name: '大米', quantity: 2 }] });
  await press('加到那一单里');
  expect(await screen.findByText('加到那一单里了')).toBeInTheDocument();
  expect(sent(`${ids.open}/add-lines`)[0]?.body).toMatchObject({ lines: [{ name: '面粉' }] });
  await press('复制，贴回群里');
  await waitFor(() => expect(mockCopied).toHaveLength(1));
  expect(mockCopied[0]).toContain('3-1-502 收到 1 样');
  expect(mockCopied[0]).not.toMatch(/[王刘]/);
});
