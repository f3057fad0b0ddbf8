import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { lost, one, open, seen } from './desk.fixture';
import { episodeRow, episodeView, tube } from './episode.fixture';
import { QuarantineScreen } from './quarantine-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

test('two kits are two taps, and the same one is not offered twice', async () => {
  const row = episodeRow({ actions: ['swab'], isDouble: true });
  const server = serve({ '/work/quarantine/to-sample': { items: [row] } });
  signInAs(staff('SAMPLER'));
  show(<QuarantineScreen />, queryClient);
  await waitFor(() => press('第一管采好了'));
  await waitFor(() => expect(screen.queryByRole('button', { name: '第一管采好了' })).toBeNull());
  press('第二管采好了');
  await waitFor(() => expect(server.sent()).toHaveLength(2));
  expect(server.sent().map(({ body }) => body.kit)).toEqual(['A', 'B']);
});

test('opened from a notice, a sampler takes the swab there, and reads once how far it came', async () => {
  const server = open('SAMPLER', episodeView({ part: 'SAMPLER', actions: ['swab'] }), () => lost);
  await waitFor(() => press('采好了'));
  await waitFor(() => expect(server.sent(`${one}/swab`)).toHaveLength(1));
  await seen('这一步没办成');
});

test('a swab whose record was ended meanwhile says so, and may be tried again', async () => {
  const refused = { status: 409, body: { type: '/problems/transition-not-allowed', state: 'RELEASED', revision: 9 } };
  serve({ '/work/quarantine/to-sample': { items: [episodeRow({ actions: ['swab'] })] } }, () => refused);
  signInAs(staff('SAMPLER'));
  show(<QuarantineScreen />, queryClient);
  await waitFor(() => press('采好了'));
  await seen(/这一步现在办不了/);
  expect(screen.getByRole('button', { name: '采好了' })).toBeVisible();
});

test('a sampler is shown no swab that the record does not allow', async () => {
  serve({ '/work/quarantine/to-sample': { items: [episodeRow()] } });
  signInAs(staff('SAMPLER'));
  show(<QuarantineScreen />, queryClient);
  await seen('3-1-0402 · 薛**');
  expect(screen.queryByRole('button', { name: '采好了' })).toBeNull();
});

test('a laboratory answers tube by tube; a positive one only after its number was read once more', async () => {
  const server = serve({ '/work/quarantine/results': { items: [tube('w1', '0A1B2C'), tube('w2', '0D3E4F')] } });
  signInAs(staff('LAB'));
  show(<QuarantineScreen />, queryClient);
  await seen(/0A1B2C 号管/);
  fireEvent.click(screen.getAllByRole('button', { name: '阴性' })[0] as HTMLElement);
  await waitFor(() => expect(screen.getAllByRole('button', { name: '阴性' })).toHaveLength(1));
  press('异常');
  expect(screen.getByText(/0D3E4F 号管报异常/)).toBeVisible();
  press('先不报');
  press('异常');
  expect(server.sent()).toHaveLength(1);
  press('是的，异常');
  await waitFor(() => expect(server.sent()).toHaveLength(2));
  expect(server.sent().map(({ body: { swab, result } }) => [swab, result])).toEqual([
    [tube('w1', '').swab, 'NEGATIVE'],
    [tube('w2', '').swab, 'POSITIVE'],
  ]);
});

test('each list says that it is empty, or why it did not come', async () => {
  serve({ '/work/quarantine/results': { items: [] } });
  signInAs({ ...staff('LAB'), grants: [...staff('LAB').grants, ...staff('SAMPLER').grants] });
  show(<QuarantineScreen />, queryClient);
  await seen('没有要做的');
  await waitFor(() => expect(screen.getByRole('alert')).toBeVisible());
});
