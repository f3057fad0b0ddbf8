import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { MyCodesEntry } from './my-codes-entry';
import { MyCodesScreen } from './my-codes-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const at = '2026-11-24T06:00:00.000Z';
const mine = '/my-health-code-requests';
const id = `141122-${'c1'.padEnd(26, '0')}`;
const refused = {
  at,
  action: 'recordRefused',
  to: 'REFUSED',
  by: 'CODE_CLERK',
  reason: 'NOT_ON_LIST',
  words: '再看看',
};
const request = {
  ...{ id, asked: 'ASSIGN', state: 'REFUSED', revision: 5, code: 'A12B', area: '141122100201-g03' },
  ...{ areaName: '3 网格', nameMasked: '王**', because: 'ARRIVED', writtenAt: at, wanted: 'RED' },
  ...{ category: 'HIGH_RISK_STAY', waitsWith: 'PERSON', waitsSince: at, isLate: false },
  ...{ dueAt: '2026-12-01T06:00:00.000Z', actions: ['appeal'], timeline: [refused] },
};

function open(answers: Readonly<Record<string, unknown>>, part = <MyCodesScreen />) {
  const server = serve(answers);
  signInAs(staff('RESIDENT'));
  show(part, queryClient);
  return server;
}

test('it says that it is being read', () => {
  serve({});
  signInAs(staff('RESIDENT'));
  device.beforeAnswer = () => new Promise(() => undefined);
  show(<MyCodesScreen />, queryClient);
  expect(screen.getByRole('status', { name: '正在取最新的情况' })).toBeVisible();
});

test('it says why it did not come', async () => {
  open({});
  await waitFor(() => expect(screen.getByRole('alert')).toBeVisible());
});

test('nothing is said to be nothing', async () => {
  open({ [mine]: { items: [] } });
  await waitFor(() => expect(screen.getByText('没有在办的健康码')).toBeVisible());
});

test('the person reads which code, on what ground, why not and until when; one tap with a sentence appeals', async () => {
  const server = open({ [mine]: { items: [request] } });
  await waitFor(() => expect(screen.getByText('申请赋红码')).toBeVisible());
  expect(screen.getByText('红码：隔离期间不出门，解除后再转绿码。')).toBeVisible();
  expect(screen.getByText('因为：去过高风险地区')).toBeVisible();
  expect(screen.getByText('没通过的原因：去过的地方不在名单上 · 再看看')).toBeVisible();
  expect(screen.getByText(/^可以申诉到 /)).toBeVisible();
  press('我要申诉');
  fireEvent.change(screen.getByLabelText(/想补一句的话/), { target: { value: ' 那天在家 ' } });
  press('那段时间没去过那里');
  await waitFor(() =>
    expect(server.sent(`/health-code-requests/${id}/appeal`)).toMatchObject([
      { body: { reason: { code: 'NOT_THERE', words: '那天在家' } } },
    ]),
  );
});

test('whoever speaks for the person has no button, and is told who may', async () => {
  open({ [mine]: { items: [{ ...request, actions: [] }] } });
  await waitFor(() => expect(screen.getByText(/申诉要本人来提/)).toBeVisible());
  expect(screen.queryByRole('button', { name: '我要申诉' })).toBeNull();
});

test('after the appeal it says how far it is', async () => {
  const appealed = { at, action: 'appeal', to: 'APPEALED', by: 'RESIDENT', reason: 'NOT_THERE', words: '那天在家' };
  const after = { ...request, state: 'APPEALED', waitsWith: 'PROVINCE', actions: [], timeline: [refused, appealed] };
  open({ [mine]: { items: [after] } });
  await waitFor(() => expect(screen.getByText('申诉收到了，等最后的回复')).toBeVisible());
  expect(screen.getByText(/那段时间没去过那里 · 那天在家/)).toBeVisible();
});

test('the way there says that one may appeal, and is not there while no code is asked for', async () => {
  open({ [mine]: { items: [request] } }, <MyCodesEntry />);
  await waitFor(() => press(/没有通过，可以申诉/));
  expect(device.opened.at(-1)?.page).toBe('/packages/returnee/codes/index');
});
