import { screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, pressTwice, show, type } from '@/api/testing/fake-device';
import { sample } from '@/api/testing/fake-server';
import { refuse, serve, signInAs } from '@/api/testing/visit';
import { JoinScreen } from './join-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const path = '/invitations/accept';
// with the reason why it cannot be pressed yet
const use = /^用这个码/;

const isHome = () => waitFor(() => expect(device.opened.at(-1)?.page).toBe('/pages/home/index'));

test('a code is taken as it was meant, once for two taps, and the home screen comes', async () => {
  const { sent } = serve({}, () => ({ status: 200, body: sample.me }));
  signInAs();
  show(<JoinScreen />, queryClient);
  type('十位邀请码', ' AB12c 34d5E');
  pressTwice(use);
  await isHome();
  expect(sent(path).map(({ body }) => body)).toEqual([{ code: 'ab12c34d5e', opId: expect.any(String) }]);
  expect(device.toasts).toEqual(['好了，首页上有您的活']);
});

test('what is no code yet is not sent; a wrong one is said at the field, which has the cursor', async () => {
  const { sent } = serve({}, () => refuse(422, 'code-wrong'));
  signInAs();
  show(<JoinScreen />, queryClient);
  type('十位邀请码', 'ab12');
  press(use);
  expect(sent(path)).toEqual([]);
  type('十位邀请码', 'ab12c34d5e');
  press(use);
  expect(await screen.findByRole('textbox', { name: /号码不对或过期了/ })).toHaveFocus();
  expect(device.opened).toEqual([]);
});

test('without a network nothing is lost: asked again, it is the same operation; another code is another', async () => {
  const { sent } = serve({}, ({ body }) =>
    body?.code === 'ab12c34d5e' ? refuse(503, 'outcome-unknown') : refuse(422, 'code-wrong'),
  );
  signInAs();
  show(<JoinScreen />, queryClient);
  type('十位邀请码', 'ab12c34d5e');
  device.isOnline = false;
  press(use);
  expect(await screen.findByRole('alert')).toBeVisible();
  device.isOnline = true;
  for (const code of ['ab12c34d5e', 'ab12c34d5e', 'zz12c34d5e']) {
    const before = sent(path).length;
    type(/十位邀请码/, code);
    press(use);
    await waitFor(() => expect(sent(path).length).toBeGreaterThan(before));
    await screen.findByRole('button', { name: use });
  }
  const ops = new Map(sent(path).map(({ body }) => [body?.code, body?.opId]));
  expect(new Set(sent(path).map(({ body }) => body?.opId)).size).toBe(2);
  expect(ops.get('zz12c34d5e')).not.toBe(ops.get('ab12c34d5e'));
});
