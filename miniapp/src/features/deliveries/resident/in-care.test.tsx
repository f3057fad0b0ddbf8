import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { deliveryView, fakeServer, refuse, sample } from '@/api/testing/fake-server';
import { serve, signInAs } from '@/api/testing/visit';
import { HistoryScreen } from './history-screen';
import { HomeScreen } from './home-screen';
import { StatusScreen } from './status/status-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const inCare = { code: 'IN_CARE', who: 'GRID' };
const gridPhone = '10000000005';
const at = '2026-11-24T06:40:00.000Z';
/** More than the server sends: of what presses, nothing may be drawn even then. */
const pressing = {
  money: { owedFen: 520, owedTo: 'CARRIER', paidTick: false, receivedTick: false },
  ...{ actualFen: 520, payMode: 'VOLUNTEER_ADVANCE', consent: { neededFen: 8800 } },
  substitution: {
    ...{ line: 'line1', name: '鸡蛋', offeredName: '柴鸡蛋', offeredPriceFen: 900, extraFen: 0 },
    ...{ askedAt: at, answerBy: at },
  },
  actions: ['confirm', 'tickPaid', 'pickedUp', 'answerSubstitution', 'giveConsent', 'dispute'],
};
const toConfirm = { ...pressing, state: 'DROPPED', next: inCare };
const toPay = { ...pressing, state: 'UNPAID', next: inCare };
/** Words of a bill, of a question, and of a button that says that something is done. */
const presses = /收到了|付|元|¥|请|换成|可以吗|取到了|去取/;

/** A visit of the resident, or of whoever speaks for the home, with this one request. */
function visit(part: Parameters<typeof deliveryView>[0], relation: 'OWN' | 'PROXY' = 'OWN') {
  const server = fakeServer([deliveryView(part)]);
  const household = sample.household;
  serve({});
  device.server = {
    answer: (method, path, body) =>
      path.startsWith('/homes-in-care')
        ? { status: 200, body: { items: [{ household, gridPhone }] } }
        : server.answer(method, path, body),
  };
  device.params = { id: sample.open };
  signInAs({ ...sample.me, households: [{ household, relation, label: '奶奶家' }] });
}

/** Every word on the screen but those that stand there whatever is open: the way to a person, and what can be asked for. */
const wordsShown = () =>
  (document.body.textContent ?? '').replaceAll(/有事随时打电话|打电话给网格员|打县里的热线|再加几样/g, '');

describe.each(['OWN', 'PROXY'] as const)('as %s', (relation) => {
  test.each([
    ['DROPPED', toConfirm],
    ['UNPAID', toPay],
    ['READY_FOR_PICKUP', { ...toConfirm, state: 'READY_FOR_PICKUP', mode: 'SLOT' }],
  ])('the page of a request that is %s says who sees to it and whom to call, and asks for nothing', async (_, part) => {
    visit(part, relation);
    show(<StatusScreen />, queryClient);
    expect(await screen.findByText('社区正在处理')).toBeVisible();
    expect(screen.getByText(/大白菜/)).toBeVisible();
    expect(wordsShown()).not.toMatch(presses);
    expect(screen.queryByRole('timer')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '打县里的热线 12345' }));
    expect(device.called).toEqual(['12345']);
  });

  test('the home page names the request without pressing anybody, and whom to call', async () => {
    visit(toPay, relation);
    show(<HomeScreen />, queryClient);
    expect(await screen.findByText('社区会办好，您家不用做什么')).toBeVisible();
    expect(await screen.findByText('社区正在处理')).toBeVisible();
    expect(wordsShown()).not.toMatch(/付|收到了|还没/);
    fireEvent.click(screen.getByRole('button', { name: '打给网格员' }));
    expect(device.called).toEqual([gridPhone]);
  });

  test('among earlier ones it stands without a sum', async () => {
    visit(toPay, relation);
    show(<HistoryScreen />, queryClient);
    expect(await screen.findByText('社区在处理')).toBeVisible();
    expect(wordsShown()).not.toMatch(presses);
  });
});

test('what the home may do of its own accord is still there', async () => {
  visit({ ...toConfirm, actions: ['dispute', 'askCancel'] });
  show(<StatusScreen />, queryClient);
  expect(await screen.findByRole('button', { name: '东西不对' })).toBeVisible();
  expect(screen.getByRole('button', { name: '不想要了' })).toBeVisible();
});

test('in every other home the same request asks as ever', async () => {
  visit({
    ...toConfirm,
    next: { code: 'CONFIRM', who: 'HOUSEHOLD', by: at },
    substitution: undefined,
    consent: undefined,
  });
  show(<StatusScreen />, queryClient);
  expect(await screen.findByRole('button', { name: '收到了' })).toBeVisible();
  await waitFor(() => expect(wordsShown()).toMatch(/付给志愿者/));
});

describe('on a page that was kept on the phone, from before anybody knew', () => {
  const asked = { state: 'SHOPPING', consent: { neededFen: 8800 }, actions: ['giveConsent', 'askCancel'] };
  const put = {
    state: 'DROPPED',
    actions: ['confirm', 'dispute'],
    next: { code: 'CONFIRM', who: 'HOUSEHOLD', by: at },
  };

  /** Read, left, and opened again where there is no network; the server knows meanwhile what has happened. */
  async function keptPage(part: Parameters<typeof deliveryView>[0], button: string) {
    visit(part);
    const { unmount } = show(<StatusScreen />, queryClient);
    await screen.findByRole('button', { name: button });
    unmount();
    queryClient.clear();
    const sent: string[] = [];
    const now = fakeServer([deliveryView({ ...part, actions: [], consent: undefined, next: inCare })]);
    device.isOnline = false;
    device.server = {
      answer: (method, path, body) => {
        if (method !== 'GET') sent.push(path.split('/').at(-1) ?? '');
        const isDecision = path.endsWith('give-consent');
        return isDecision
          ? refuse(409, 'transition-not-allowed', { state: part?.state, revision: 9, next: 'in-care' })
          : now.answer(method, path, body);
      },
    };
    show(<StatusScreen />, queryClient);
    press(button);
    await waitFor(() => expect(outbox.commands()[0]).toMatchObject({ state: 'waiting', tries: 1 }));
    expect(screen.getByText('已记在手机里，等网络')).toBeVisible();
    device.isOnline = true;
    act(() => outbox.flush());
    return sent;
  }

  test('what it decides is answered kindly and counts for nothing, and the page is what is true', async () => {
    const sent = await keptPage(asked, '可以，买吧');
    expect(await screen.findByText('社区正在处理')).toBeVisible();
    expect(screen.getByText(/社区正在帮您家办，不用再做什么了/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '可以，买吧' })).toBeNull();
    expect(sent).toEqual(['give-consent']);
    press('不办了');
    await waitFor(() => expect(outbox.commands()).toEqual([]));
    expect(screen.getByText('社区正在处理')).toBeVisible();
  });

  test('what it reports is kept, and the page is what is true', async () => {
    const sent = await keptPage(put, '收到了');
    expect(await screen.findByText('社区正在处理')).toBeVisible();
    expect(screen.queryByRole('button', { name: '收到了' })).toBeNull();
    expect(sent).toEqual(['confirm']);
    expect(outbox.commands().some(({ state }) => state === 'refused')).toBe(false);
  });
});
