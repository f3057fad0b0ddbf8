import { fireEvent, screen, waitFor } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs } from '@/api/testing/visit';
import { ids, leader } from '@/features/deliveries/grid-desk/desk-server.fixture';
import { DoctorScreen } from './doctor-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const since = '2026-11-24T06:00:00.000Z';
const hold = {
  person: leader.person,
  label: '李*',
  team: 'VETERAN',
  areaName: '3 网格',
  since,
  cause: 'FEVER',
  temperatureTenths: 381,
  words: '嗓子疼',
};
let server: ReturnType<typeof serve>;

/** A doctor's desk with these holds; writes are answered so. */
function begin(items: readonly unknown[], write: { status: number; body: unknown }): void {
  server = serve({ '/doctor/queue': { items: [] }, '/doctor/holds': { items } }, () => write);
  signInAs({ ...leader, grants: [{ role: 'DOCTOR', area: ids.grid }] });
  show(<DoctorScreen />, queryClient);
}

const done = { status: 200, body: { person: leader.person, since, clearedAt: '2026-11-24T07:00:00.000Z' } };

async function clearWith(note: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: '可以再上班' }));
  fireEvent.change(screen.getByLabelText('给志愿者的话'), { target: { value: note } });
  press('放行');
}

test('a doctor reads since when and why, and clears only with a note; one press is enough', async () => {
  begin([hold], done);
  expect(await screen.findByText('李* · 3 网格')).toBeVisible();
  expect(screen.getByText('上班前发烧 38.1 ℃')).toBeVisible();
  expect(screen.getByText('本人说：嗓子疼')).toBeVisible();
  press('可以再上班');
  expect(screen.getByRole('button', { name: /^放行.*请先写一句话/ })).toHaveAttribute('aria-disabled', 'true');
  fireEvent.change(screen.getByLabelText('给志愿者的话'), { target: { value: '抗原两次阴性' } });
  press('放行');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]).toMatchObject({
    path: `/doctor/holds/${leader.person}/clear`,
    body: { since, words: '抗原两次阴性' },
  });
  expect(screen.queryByRole('button', { name: '可以再上班' })).toBeNull();
});

test('somebody who is held a second time is cleared a second time', async () => {
  const items: object[] = [hold];
  begin(items, done);
  await clearWith('可以');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole('button', { name: '可以再上班' })).toBeNull());
  items[0] = { ...hold, since: '2026-11-25T06:00:00.000Z' };
  await queryClient.invalidateQueries();
  await clearWith('可以');
  await waitFor(() => expect(server.sent()).toHaveLength(2));
  expect(server.sent()[1]?.body.since).toBe('2026-11-25T06:00:00.000Z');
});

test('when another doctor was faster it says so, and the button is there again', async () => {
  const body = { type: 'https://example.com/problems/changed-meanwhile', title: 'x', status: 409, instance: 'r' };
  begin([hold], { status: 409, body: { ...body, next: 'refresh' } });
  await clearWith('可以');
  expect(await screen.findByRole('button', { name: '不办了' })).toBeVisible();
  expect(screen.getByRole('button', { name: '可以再上班' })).toBeVisible();
});

test('without a network it is kept and said so', async () => {
  begin([hold], done);
  await screen.findByText('李* · 3 网格');
  device.isOnline = false;
  await clearWith('可以');
  await waitFor(() => expect(outbox.commands()).toHaveLength(1));
  expect(server.sent()).toEqual([]);
  expect(screen.queryByRole('button', { name: '可以再上班' })).toBeNull();
});

test('when nobody waits it says so', async () => {
  begin([], done);
  expect(await screen.findByText('现在没有人在等医生放行。')).toBeVisible();
});
