import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beginSession, outbox, queryClient } from '@/api';
import { device, press, resetDevice, show } from '@/api/testing/fake-device';
import { deliveryView, fakeServer, sample } from '@/api/testing/fake-server';
import { StatusScreen } from '../status/status-screen';
import { OrderScreen } from './order-screen';

let mockRecording: { stop: () => Promise<unknown> } | undefined;
const mockKept = new Map<string, unknown>();

jest.mock('@/platform', () => ({
  ...jest.requireActual('@/api/testing/fake-device').fakePlatform(),
  recordVoiceNote: async () => mockRecording,
  keepFile: async (id: string, file: unknown) => {
    mockKept.set(id, file);
    return true;
  },
  keptFile: async (id: string) => mockKept.get(id),
  putKeptFile: async () => ({ kind: 'reply', status: 200, headers: {}, body: {} }),
  dropKeptFiles: async (id: string) => void mockKept.delete(id),
}));

const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };
// the invented ids of the fake server are those of the contract
const me = sample.me as unknown as Parameters<typeof beginSession>[1];

let server = fakeServer();

function begin(params: Record<string, string>, first: Parameters<typeof fakeServer>[0] = []) {
  server = fakeServer(first);
  device.server = server;
  device.params = params;
  return show(<OrderScreen />, queryClient);
}

const takeTwoCabbages = async () => {
  fireEvent.click(await screen.findByRole('button', { name: /加一个大白菜/ }));
  press(/加一个大白菜/);
  press('选好了');
};

beforeEach(() => {
  resetDevice();
  queryClient.clear();
  outbox.clear();
  mockKept.clear();
  mockRecording = undefined;
  beginSession(tokens, me);
});

test('adding to an open order asks for goods of its shop only, and sends lines instead of a second order', async () => {
  begin({ kind: 'GROCERY', into: sample.open }, [deliveryView({ state: 'TRIAGED', actions: ['addLines'] })]);
  await takeTwoCabbages();
  expect(screen.getByText('这些会加到正在办的那一单里')).toBeVisible();
  expect(screen.queryByText('怎么付钱')).toBeNull();
  press('加到那一单');
  await waitFor(() => expect(server.seen.map(({ path }) => path)).toEqual([`/deliveries/${sample.open}/add-lines`]));
  expect(server.seen[0]?.body).toMatchObject({ lines: [{ sku: 'cabbage', quantity: 2 }] });
  expect(device.opened.at(-1)).toEqual({ page: '/pages/delivery/index', params: { id: sample.open } });
  expect(Object.keys(localStorage).filter((key) => key.startsWith('draft'))).toEqual([]);
});

test('when the server finds something wrong, the order opens again, names the thing, and is sent under a new id', async () => {
  const { unmount } = begin({ kind: 'GROCERY' });
  device.server = {
    answer: (method, path, body) =>
      path === '/deliveries'
        ? {
            status: 422,
            body: {
              type: '/problems/invalid-input',
              errors: [
                { pointer: '/lines/0/quantity', detail: '最多 1 棵' },
                { pointer: '/doorWords', detail: '太长了' },
              ],
            },
          }
        : server.answer(method, path, body),
  };
  fireEvent.click(await screen.findByText('天宁惠民超市'));
  await takeTwoCabbages();
  press('选好了');
  press('下单');
  await waitFor(() => expect(device.opened).toHaveLength(1));
  const first = device.opened[0]?.params.id;
  unmount();
  device.params = { id: first ?? '' };
  const status = show(<StatusScreen />, queryClient);
  fireEvent.click(await screen.findByRole('button', { name: '改一改再下单' }));
  await waitFor(() => expect(device.opened).toHaveLength(2));
  status.unmount();

  device.server = server;
  device.params = device.opened[1]?.params ?? {};
  show(<OrderScreen />, queryClient);
  expect(await screen.findByText('大白菜：最多 1 棵')).toBeVisible();
  fireEvent.click(screen.getByText('怎么付钱'));
  const box = screen.getByRole('textbox', { name: /对送货的人说一句.*太长了/ });
  expect(box).toBeInvalid();
  fireEvent.change(box, { target: { value: '放凳子上' } });
  expect(screen.queryByText('太长了')).toBeNull();
  press('选好了');
  press('下单');
  await waitFor(() => expect(server.seen).toHaveLength(1));
  expect(server.seen[0]?.body).toMatchObject({ doorWords: '放凳子上' });
  expect(server.seen[0]?.body.id).not.toBe(first);
});

test('a scarce good says the rule and the day of the turn, and is not put into the basket before it', async () => {
  const shares = [
    { sku: 'cabbage', atMost: 2, left: 2, turn: { day: '2026-11-26', isOpen: false } },
    { sku: 'tomato', atMost: 2, left: 1, turn: { day: '2026-11-24', isOpen: true } },
  ];
  server = fakeServer();
  device.params = { kind: 'GROCERY' };
  device.server = {
    answer(method, path, body) {
      if (path.includes('/shares')) return { status: 200, body: { items: shares } };
      const answer = server.answer(method, path, body);
      const { goods } = answer.body as { goods?: { sku: string }[] };
      const scarce = goods?.map((good) =>
        good.sku === 'cabbage' ? { ...good, limitPerHousehold: 2, byTurns: true } : good,
      );
      return scarce ? { ...answer, body: { ...(answer.body as object), goods: scarce } } : answer;
    },
  };
  show(<OrderScreen />, queryClient);
  fireEvent.click(await screen.findByText('天宁惠民超市'));
  expect(await screen.findByText(/这周轮到您家：周四/)).toBeVisible();
  expect(screen.getByText(/一个网格轮着来：谁家最久没买到谁先轮/)).toBeVisible();
  expect(screen.getByRole('button', { name: /加一个大白菜/ })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByText(/轮到您家了，到周日都能买/)).toBeVisible();
  press(/加一个西红柿/);
  expect(screen.getByRole('button', { name: /加一个西红柿/ })).toHaveAttribute('aria-disabled', 'true');
});

test('help may be asked for in one sentence, and nothing goes on before it is written', async () => {
  begin({ kind: 'ERRAND' });
  expect(await screen.findByText('请写一句要帮什么，或者说一段话')).toBeVisible();
  fireEvent.change(screen.getByRole('textbox', { name: '要帮什么忙' }), { target: { value: '帮忙交电费' } });
  press('写好了');
  expect(screen.getByText('帮忙交电费')).toBeVisible();
  press('下单');
  await waitFor(() =>
    expect(server.seen[0]?.body).toMatchObject({ kind: 'ERRAND', words: '帮忙交电费', payMode: 'FREE' }),
  );
});

describe('saying it instead of typing it', () => {
  test('what was said goes before the order that names it', async () => {
    mockRecording = { stop: async () => ({ path: 'blob:1', bytes: 9, type: 'audio/webm' }) };
    begin({ kind: 'ERRAND' });
    fireEvent.click(await screen.findByRole('button', { name: '说一段话' }));
    fireEvent.click(await screen.findByRole('button', { name: '说完了' }));
    expect(await screen.findByText('录好了')).toBeVisible();
    press('写好了');
    press('下单');
    await waitFor(() => expect(server.seen).toHaveLength(1));
    expect(server.seen[0]?.body.voiceNote).toMatch(/^141122-/);
    expect(server.seen[0]?.body).not.toHaveProperty('words');
  });

  test('when the microphone is refused, it says so and typing is still there', async () => {
    begin({ kind: 'ERRAND' });
    fireEvent.click(await screen.findByRole('button', { name: '说一段话' }));
    await waitFor(() => expect(device.toasts).toEqual(['这台手机录不了音，请打字。']));
    expect(screen.getByRole('textbox', { name: '要帮什么忙' })).toBeVisible();
  });
});

describe('medicine', () => {
  const fever = { name: '布洛芬缓释胶囊 20粒（退热）', unit: '盒', quantity: 1, priceFen: 1980, four: true };

  /** A basket with a fever medicine in it, as it lies on the device when the questions come. */
  function atTheQuestions() {
    const draft = { kind: 'MEDICINE', household: sample.household, step: 'wishes', rule: 'ASK', daysLeft: 3 };
    const rest = { id: sample.open, items: [fever], words: '', doorWords: '', payMode: 'RESIDENT_PAYS_SHOP' };
    localStorage.setItem(`draft:${sample.household}:MEDICINE`, JSON.stringify({ ...draft, ...rest }));
    return begin({ kind: 'MEDICINE' });
  }

  test('with symptoms it goes to the doctor instead of nowhere, and says so', async () => {
    atTheQuestions();
    expect(await screen.findByText('先答有没有发烧、咳嗽、嗓子疼')).toBeVisible();
    fireEvent.click(screen.getByRole('radio', { name: '有' }));
    expect(screen.getByText(/医生打电话给您，志愿者不直接去买/)).toBeVisible();
    press('选好了');
    press('下单');
    await waitFor(() => expect(server.seen).toHaveLength(1));
    expect(server.seen[0]?.body).toMatchObject({ kind: 'MEDICINE', symptoms: true });
  });

  test('whom the pharmacy registers goes along whole, or not at all', async () => {
    atTheQuestions();
    fireEvent.click(await screen.findByRole('radio', { name: '没有' }));
    const box = (name: RegExp) => screen.getByRole('textbox', { name });
    fireEvent.change(box(/^证件号码/), { target: { value: '12 34' } });
    expect(screen.getByText('登记信息没填完，填完或全部清空再往下')).toBeVisible();
    // nothing is red while somebody types, and never what nobody has come to yet
    expect(screen.queryByText(/请再看一眼/)).toBeNull();
    fireEvent.blur(box(/^证件号码/));
    expect(screen.getByText(/证件号码是 6 到 18 位/)).toBeVisible();
    expect(screen.queryByText(/手机号是 11 位/)).toBeNull();
    const patient = { name: '甲乙', idNumber: '14112219500101001X', phone: '13811110000' };
    fireEvent.change(box(/^吃药的人姓名/), { target: { value: patient.name } });
    fireEvent.change(box(/^证件号码/), { target: { value: '14112219500101001x' } });
    fireEvent.change(box(/^电话/), { target: { value: patient.phone } });
    press('选好了');
    expect(screen.getByText('登记信息：填好了')).toBeVisible();
    expect(screen.queryByText(patient.idNumber)).toBeNull();
    press('下单');
    await waitFor(() => expect(server.seen).toHaveLength(1));
    expect(server.seen[0]?.body).toMatchObject({ symptoms: false, patient });
  });

  test('the register may be left for later', async () => {
    atTheQuestions();
    fireEvent.click(await screen.findByRole('radio', { name: '没有' }));
    press('选好了');
    press('下单');
    await waitFor(() => expect(server.seen).toHaveLength(1));
    expect(server.seen[0]?.body).not.toHaveProperty('patient');
  });

  test('is not swapped by whoever stands at the counter', async () => {
    atTheQuestions();
    const rules = within(await screen.findByRole('radiogroup', { name: '要是卖完了' }));
    expect(rules.getAllByRole('radio').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('先问我'),
      expect.stringContaining('不要了'),
    ]);
  });
});

test('an earlier order that cannot be read says so, with a way to a person, and starts no empty one', async () => {
  begin({ kind: 'GROCERY', again: '141122-gone0000000000000000000000' });
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.getByRole('button', { name: '回首页' })).toBeVisible();
});

test('an earlier order fills the basket again, without sending anything', async () => {
  begin({ kind: 'GROCERY', again: sample.open }, [deliveryView({ state: 'CLOSED' })]);
  expect(await screen.findByText(/1 样，约 ¥5.20/)).toBeVisible();
  expect(server.seen).toEqual([]);
});
