import { myDeliveries } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { readNotices } from '@grid-relief/shared-types/notices/notice.contract';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beginSession, enqueue, newId, outbox, queryClient, signOutHere, useRead } from '@/api';
import { device, press, resetDevice, show } from '@/api/testing/fake-device';
import { fakeServer, sample } from '@/api/testing/fake-server';
import { useSettings } from '@/state/settings';
import { PrivacyScreen } from './privacy-screen';
import { ProxiesScreen } from './proxies-screen';
import { SettingsScreen } from './settings-screen';
import { SignInScreen } from './sign-in-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };
// the invented ids of the fake server are those of the contract
const me = sample.me as unknown as Parameters<typeof beginSession>[1];
const refusal = (slug: string, errors: object[] = []) => ({
  status: 422,
  body: { type: `/problems/${slug}`, status: 422, errors },
});

/** Reads what would be kept on the device. */
function Mine() {
  const { data } = useRead(myDeliveries, { query: {} }, { keepHours: 24 });
  return <p>{data?.items.length ?? '没有'}</p>;
}

/** The fake server, with another answer for one path. */
function serverBut(path: string, answer: { status: number; body: unknown }) {
  const server = fakeServer();
  return {
    answer: (method: string, asked: string, body?: Record<string, unknown>) =>
      asked.startsWith(path) ? answer : server.answer(method, asked, body),
  };
}

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });

beforeEach(() => {
  resetDevice();
  queryClient.clear();
  outbox.clear();
  useSettings.setState({ language: 'zh', textSize: 'follow', theme: 'follow' });
});

describe('signing in', () => {
  test('when the number is too short, the field says so and takes the cursor, and nothing is sent', () => {
    show(<SignInScreen />, queryClient);
    type('手机号', '1000');
    press('要验证码');
    const box = screen.getByRole('textbox', { name: /手机号/ });
    expect(box).toBeInvalid();
    expect(box).toHaveFocus();
  });

  test('when the server refuses the number, its words stand at the field', async () => {
    device.server = serverBut(
      '/sign-in/code',
      refusal('invalid-input', [{ pointer: '/phone', detail: '手机号要 11 位数字' }]),
    );
    show(<SignInScreen />, queryClient);
    type('手机号', sample.phone);
    press('要验证码');
    expect(await screen.findByRole('alert')).toHaveTextContent('手机号要 11 位数字');
    expect(screen.getByRole('textbox', { name: /手机号/ })).toHaveFocus();
  });

  test('when the code is wrong, the field of the code says so', async () => {
    show(<SignInScreen />, queryClient);
    type('手机号', sample.phone);
    press('要验证码');
    await screen.findByRole('textbox', { name: '验证码' });
    type('验证码', '000000');
    press('登录');
    expect(await screen.findByRole('textbox', { name: /验证码，号码不对或过期了/ })).toHaveFocus();
  });

  test('how data are used, large letters and English are there before anybody is signed in', () => {
    show(<SignInScreen />, queryClient);
    press('怎么用您的资料');
    expect(device.opened).toEqual([{ page: '/pages/privacy/index', params: {} }]);
    fireEvent.click(screen.getByRole('checkbox', { name: '大字' }));
    expect(useSettings.getState().textSize).toBe('large');
    fireEvent.click(screen.getByRole('checkbox', { name: 'English' }));
    expect(screen.getByRole('button', { name: 'Send me a code' })).toBeVisible();
  });
});

test('the privacy page says what, why, who and how to stop, and has a person to call', () => {
  show(<PrivacyScreen />, queryClient);
  for (const title of ['用到什么', '用来做什么', '谁看得到', '您能查', '怎么保管', '要改、要删、不想再用'])
    expect(screen.getByRole('heading', { name: title })).toBeVisible();
  press(/12345/);
  expect(device.called).toEqual(['12345']);
});

describe('asking to act for a household', () => {
  beforeEach(() => beginSession(tokens, me));

  test('nothing is called wrong before it is typed, and what is missing is named in turn', () => {
    show(<ProxiesScreen />, queryClient);
    expect(screen.getByText('先填对方的手机号')).toBeVisible();
    type('对方的手机号', sample.phone);
    expect(screen.getByText('再选您是他的什么人')).toBeVisible();
  });

  test('the consent read out is recorded, and the household is there to act for', async () => {
    const other = { household: `${sample.household.slice(0, -1)}9`, relation: 'PROXY', label: '父母家' };
    const server = fakeServer();
    device.server = {
      answer: (method, path, body) => {
        if (path === '/proxies/confirm')
          return { status: 200, body: { ...sample.me, households: [...sample.me.households, other] } };
        if (path.startsWith('/proxies'))
          return { status: 200, body: { askedAt: '2026-11-24T06:00:00Z', demoCode: '482913' } };
        return server.answer(method, path, body);
      },
    };
    show(<ProxiesScreen />, queryClient);
    type('对方的手机号', sample.phone);
    fireEvent.click(screen.getByRole('radio', { name: '儿女' }));
    press('请对方同意');
    await screen.findByText('演示：验证码是 482913');
    type('对方念的 6 位数字', '482913');
    press('记下同意');
    expect(await screen.findByText('父母家')).toBeVisible();
    expect(device.toasts).toEqual(['好了，现在可以替他办了']);
  });
});

describe('signing out', () => {
  beforeEach(() => {
    resetDevice();
    beginSession(tokens, me);
  });

  test('everything about the person leaves the device; how letters look stays', async () => {
    useSettings.getState().chooseTextSize('large');
    localStorage.setItem(`draft:${sample.household}:GROCERY`, '{}');
    localStorage.setItem('kept:["myDeliveries",{},{}]', '{}');
    show(<SettingsScreen />, queryClient);
    press('退出登录');
    await waitFor(() => expect(Object.keys(localStorage)).toEqual(['settings']));
    expect(screen.queryByText(me.name)).toBeNull();
  });

  test('an answer that comes after the sign-out is not kept', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    device.beforeAnswer = (path) => (path.startsWith('/deliveries/mine') ? held : undefined);
    show(<Mine />, queryClient);
    await act(() => signOutHere());
    await act(async () => {
      letGo();
      await held;
    });
    expect(Object.keys(localStorage).filter((key) => key.startsWith('kept:'))).toEqual([]);
  });

  test('when something is not sent yet, leaving asks first', async () => {
    device.isOnline = false;
    await enqueue(readNotices, { body: { opId: newId(), upTo: '2026-11-24T06:00:00Z' } }, 'inbox');
    show(<SettingsScreen />, queryClient);
    press('退出登录');
    expect(screen.getByRole('dialog')).toHaveTextContent('还有 1 条没发出去');
    press('先不退出');
    expect(localStorage.getItem('session')).not.toBeNull();
  });
});
