import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beginSession, outbox, queryClient, refreshRecord } from '@/api';
import { device, press, resetDevice, show } from '@/api/testing/fake-device';
import { deliveryView, fakeServer, sample } from '@/api/testing/fake-server';
import { DoorCard } from '../carrying/door-card';
import { LeaveButtons } from '../carrying/start-step';
import { HomeScreen } from '../resident/home-screen';
import { mealTimes, proposedTime } from './meal';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };
const gate = '141122-gate0000000000000000000000';
const area = '141122100201-g03-b12';
const tie = { household: gate, relation: 'OWN', post: true, label: '我的岗位' };
type Me = Parameters<typeof beginSession>[1];
// the invented ids of the fake server are those of the contract
const leader = (...homes: object[]) => ({ ...sample.me, households: [tie, ...homes] }) as unknown as Me;

const door = { compound: '卦山社区', building: '', unit: '', floor: 1, room: '', note: '小学操场，蓝色帐篷' };
const post = { id: gate, area, areaNames: [], zone: 'GUARDED', inQuarantine: false, needs: [], size: 0 };
const mine = {
  items: [{ ...post, contactName: '马保平', phoneMasked: '100****0021', post: { name: '卦山核酸采样点' } }],
};

const meal = (part: object = {}) => ({
  ...{ id: sample.open, kind: 'MEAL', state: 'TRIAGED', priority: 'P3', code: 'A17', area, areaName: '天宁社区' },
  ...{ waitingSince: '2026-11-24T06:02:00.000Z', late: false, needs: [], flags: [], lineCount: 0, summary: '' },
  ...{ estimateFen: 0, next: { code: 'FIND_CARRIER', who: 'SYSTEM' }, revision: 1, actions: ['cancel'] },
  ...{ forPost: true, household: gate, headCount: 12, wantedBy: '2026-11-24T10:00:00.000Z', ...part },
});

/** The server of a shift leader: what is sent, and the list as it is now. */
function server(rows: object[] = []) {
  const household = fakeServer();
  const list = { items: rows };
  const answer = (method: string, path: string, body: Record<string, unknown> = {}) => {
    if (method === 'GET' && path.startsWith('/households/mine')) return { status: 200, body: mine };
    if (method === 'GET' && path.startsWith('/deliveries/mine')) return { status: 200, body: list };
    return household.answer(method, path.replace(/\?.*/, ''), body);
  };
  return { answer, list, seen: household.seen };
}

beforeAll(() => void outbox.onSent(({ record }) => refreshRecord(record)));
beforeEach(() => {
  resetDevice();
  queryClient.clear();
  outbox.clear();
});

function open(me: Me, rows?: object[]) {
  const own = server(rows);
  device.server = own;
  beginSession(tokens, me);
  show(<HomeScreen />, queryClient);
  return own;
}

test('whoever leads a shift asks for its meals: so many heads, a time, one press, one request', async () => {
  const { seen } = open(leader());
  expect(await screen.findByText('卦山核酸采样点')).toBeVisible();
  press('给这一班订饭');
  press('多 10 人');
  press(/加一个几个人吃/);
  const sheet = within(screen.getByRole('dialog', { name: '给卦山核酸采样点订饭' }));
  expect(sheet.getAllByRole('radio')).toHaveLength(6);
  press(/^订 21 份，.*吃$/);
  await waitFor(() => expect(seen.filter(({ path }) => path === '/deliveries')).toHaveLength(1));
  const [sent] = seen;
  expect(sent?.body).toMatchObject({ household: gate, kind: 'MEAL', headCount: 21, payMode: 'FREE', lines: [] });
  expect(Date.parse(String(sent?.body.wantedBy))).toBeGreaterThan(Date.now());
  // handed in and not yet in the list: it is not asked for twice
  expect(screen.queryByRole('button', { name: '给这一班订饭' })).toBeNull();
});

test('without a network it waits, is said to wait, and cannot be asked for twice', async () => {
  const { seen } = open(leader());
  await screen.findByRole('button', { name: '给这一班订饭' });
  device.isOnline = false;
  press('给这一班订饭');
  press(/^订 10 份/);
  await waitFor(() => expect(screen.queryByRole('button', { name: '给这一班订饭' })).toBeNull());
  expect(seen).toHaveLength(0);
  device.isOnline = true;
  act(() => outbox.flush());
  await waitFor(() => expect(seen).toHaveLength(1));
});

test('a shift leader who lives in the county sees the post first, and orders for the own home as ever', async () => {
  const home = { household: sample.household, relation: 'OWN', label: '我家' };
  open(leader(home), [meal()]);
  expect(await screen.findByText(/^12 份饭/)).toBeVisible();
  // the meal of the post is no order of the family
  expect(await screen.findByText('眼下没有在办的')).toBeVisible();
  expect(screen.getByText('买菜')).toBeVisible();
  expect(screen.queryByText('这会儿给谁办')).toBeNull();
});

test('whoever has no home here is not told to register one, and asks for no groceries', async () => {
  open(leader(), [meal()]);
  await screen.findByText(/^12 份饭/);
  expect(screen.queryByText('还没有登记您家')).toBeNull();
  expect(screen.queryByText('买菜')).toBeNull();
});

test('of two posts in one area each shows its own meal, and may ask for one', async () => {
  const second = '141122-gate2000000000000000000000';
  const tieTo = { household: second, relation: 'OWN', post: true, label: '我的岗位' };
  open(leader(tieTo), [meal()]);
  expect(await screen.findByText(/^12 份饭/)).toBeVisible();
  expect(screen.getAllByText(/^12 份饭/)).toHaveLength(1);
  expect(screen.getAllByRole('button', { name: '给这一班订饭' })).toHaveLength(1);
});

test('unfed is said in words, and gone once it is not so', async () => {
  const { list } = open(leader(), [meal({ flags: ['POST_UNFED'] })]);
  expect(await screen.findByText('还没人接，网格长也知道了')).toBeVisible();
  expect(screen.queryByRole('button', { name: '饭到了' })).toBeNull();
  list.items = [meal({ state: 'ACCEPTED' })];
  await act(async () => void (await queryClient.invalidateQueries()));
  await waitFor(() => expect(screen.queryByText('还没人接，网格长也知道了')).toBeNull());
});

test('the meals are here: one press, sent once', async () => {
  const { seen } = open(leader(), [meal({ state: 'DROPPED', actions: ['confirm', 'dispute'] })]);
  await screen.findByRole('button', { name: '饭到了' });
  press('饭到了');
  await waitFor(() => expect(screen.queryByRole('button', { name: '饭到了' })).toBeNull());
  await waitFor(() => expect(seen.map(({ path }) => path)).toEqual([`/deliveries/${sample.open}/confirm`]));
});

test('whoever carries it reads the post’s name, where it stands and how many eat; no flat and no floor', () => {
  const household = { id: gate, name: '卦山核酸采样点', phone: '10000000021', address: door, masked: false };
  const at = '2026-11-24T10:00:00.000Z';
  const view = deliveryView({ kind: 'MEAL', forPost: true, headCount: 12, wantedBy: at, household });
  show(<DoorCard view={view as never} />, queryClient);
  expect(screen.getByText('卦山核酸采样点')).toBeVisible();
  expect(screen.getByText('在哪：卦山社区 · 小学操场，蓝色帐篷')).toBeVisible();
  expect(screen.getByText(/^12 份饭/)).toBeVisible();
  expect(screen.queryByText(/楼|层/)).toBeNull();
});

test('what is fetched and not bought is not called unbought', () => {
  const view = deliveryView({ kind: 'MEAL', forPost: true, headCount: 12, actions: ['nothingBought'] });
  const doing = { act: jest.fn() };
  show(<LeaveButtons view={view as never} doing={doing as never} />, queryClient);
  press('没办成');
  expect(screen.getByRole('dialog', { name: '为什么没办成？' })).toBeVisible();
  expect(screen.queryByRole('button', { name: '全卖完了' })).toBeNull();
  press('没有东西可取');
  expect(doing.act).toHaveBeenCalledWith(expect.anything(), { reason: { code: 'NOTHING_THERE' } });
});

test('the hours offered are full ones ahead, and the proposed one leaves time to cook', () => {
  const now = new Date('2026-11-24T06:40:00.000Z');
  const times = mealTimes(now);
  expect(times[0]).toBe('2026-11-24T07:00:00.000Z');
  expect(new Set(times).size).toBe(6);
  expect(proposedTime(times, now)).toBe('2026-11-24T09:00:00.000Z');
  expect(proposedTime(times, new Date('2026-11-24T06:30:00.000Z'))).toBe('2026-11-24T08:00:00.000Z');
});

test('a post asks for an errand beside its meal: what it is, free, and one at a time', async () => {
  const own = open(leader(), [meal()]);
  await waitFor(() => press('请人跑个腿'));
  expect(screen.getByRole('button', { name: /^请人来办/ })).toHaveAttribute('aria-disabled', 'true');
  fireEvent.change(screen.getByLabelText(/^什么事/), { target: { value: ' 送两壶热水 ' } });
  press('请人来办');
  await waitFor(() => expect(own.seen.filter(({ path }) => path === '/deliveries')).toHaveLength(1));
  const { body = {} } = own.seen.find(({ path }) => path === '/deliveries') ?? {};
  expect(body).toMatchObject({ household: gate, kind: 'ERRAND', words: '送两壶热水', payMode: 'FREE', lines: [] });
  expect(body).not.toHaveProperty('headCount');
  own.list.items = [
    meal(),
    meal({ id: body.id, kind: 'ERRAND', headCount: undefined, state: 'IN_PROGRESS', actions: ['finishErrand'] }),
  ];
  await act(() => queryClient.invalidateQueries());
  await waitFor(() => press('办好了'));
  await waitFor(() =>
    expect(own.seen.some(({ path }) => path === `/deliveries/${String(body.id)}/finish-errand`)).toBe(true),
  );
  expect(screen.queryByRole('button', { name: '请人跑个腿' })).toBeNull();
});
