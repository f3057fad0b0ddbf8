import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { outbox } from '@/api';
import { device, press } from '@/api/testing/fake-device';
import { RunScreen } from '@/features/deliveries/carrying/run/run-screen';
import { sampleRun } from '@/features/deliveries/carrying/sample-work.fixture';
import { begin, show, words } from './volunteer-visit.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(40_000);

test('a run shows its doors in walking order, what is left, and what is carried', async () => {
  const run = sampleRun('DOORS');
  begin(run.deliveries, [run]);
  device.params = { id: run.id };
  show(<RunScreen />);
  expect(await words(/还剩 3 家/)).toBeVisible();
  const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent);
  expect(headings).toEqual(expect.arrayContaining(['3 号楼 2 单元', '3 号楼 3 单元', '3 号楼 4 单元', '送完的']));
  const doors = screen.getAllByText(/^\d0\d$/).map(({ textContent }) => textContent);
  expect(doors).toEqual(['302', '403', '504', '201']);
  expect(screen.getByRole('button', { name: /302.*3 层 · A2.*下一家/ })).toBeVisible();
  expect(screen.getAllByText(/请放小凳子上/)).toHaveLength(3);
  press('去下一家：2 单元 302');
  expect(device.opened.at(-1)?.params).toEqual({ id: run.doors[1]?.delivery });
});

test('bags that nobody goes up with stay with the carrier, and are not counted among those that arrived', async () => {
  const run = sampleRun('DOORS');
  const deliveries = run.deliveries.map((view, nth) => (nth === 1 ? { ...view, state: 'RETURNED' } : view));
  begin(deliveries, [{ ...run, deliveries }]);
  device.params = { id: run.id };
  show(<RunScreen />);
  expect(await words('还在您手上的')).toBeVisible();
  expect(screen.getByText('不送了，带回店里')).toBeVisible();
  expect(screen.queryByText('退回了')).toBeNull();
});

test('a run that somebody else goes on with has no next door, and says so', async () => {
  const run = { ...sampleRun('DOORS'), actions: [] };
  begin([], [run]);
  device.params = { id: run.id };
  show(<RunScreen />);
  expect(await words('有人接过去了')).toBeVisible();
  expect(screen.queryByRole('button', { name: /去下一家/ })).toBeNull();
});

test('of a run that was passed on with cash, what came along is said, and that the counts differ', async () => {
  const passed = { cashHeldFen: 1500, handoverCash: { statedFen: 2000, countedFen: 1500 } };
  const run = { ...sampleRun('DOORS'), ...passed } as ReturnType<typeof sampleRun>;
  begin(run.deliveries, [run]);
  device.params = { id: run.id };
  show(<RunScreen />);
  expect(await words('手里的备用金 ¥15.00')).toBeVisible();
  expect(screen.getByText(/您数的现金 ¥15.00，和上一位说的不一样。网格长会问两位/)).toBeVisible();
  expect(screen.queryByText(/领的备用金/)).toBeNull();
});

test('before the cash of a run is counted, nothing of it is told', async () => {
  const passed = { cashHeldFen: 2000, handoverCash: { statedFen: 2000 } };
  const run = { ...sampleRun('DOORS'), ...passed } as ReturnType<typeof sampleRun>;
  begin(run.deliveries, [run]);
  device.params = { id: run.id };
  show(<RunScreen />);
  expect(await words(/还剩 3 家/)).toBeVisible();
  expect(document.body).not.toHaveTextContent('备用金');
});

test('a run that the server has settled meanwhile is no refusal', async () => {
  const run = { ...sampleRun('DOORS'), actions: ['settleDoors'] };
  const server = begin([], [{ ...run, doors: [], deliveries: [] }]);
  server.refuse('settleDoors', 'changed-meanwhile', 'SETTLING');
  device.params = { id: run.id };
  show(<RunScreen />);
  fireEvent.click(await screen.findByRole('button', { name: '都送完了，算账' }));
  await waitFor(() => expect(outbox.commands()).toEqual([]));
  expect(screen.queryByText('这一步没办成')).toBeNull();
});

test('without a network every tick of the list says that it is not yet sent, until it is', async () => {
  const run = sampleRun('SHOPPING');
  const server = begin(run.deliveries, [run]);
  device.params = { id: run.id };
  show(<RunScreen />);
  const [found] = await screen.findAllByRole('button', { name: '拿到了' });
  device.isOnline = false;
  if (found) fireEvent.click(found);
  expect(await words('未发出')).toBeVisible();
  expect(server.stored).toEqual([]);
  device.isOnline = true;
  await act(async () => outbox.flush());
  await waitFor(() => expect(server.stored).toHaveLength(run.deliveries.length));
  await waitFor(() => expect(screen.queryByText('未发出')).toBeNull());
});

test('a tick that was sent does not go back to open until the list is read again', async () => {
  const run = sampleRun('SHOPPING');
  const server = begin(run.deliveries, [run]);
  device.params = { id: run.id };
  show(<RunScreen />);
  const [found] = await screen.findAllByRole('button', { name: '拿到了' });
  const open = screen.getAllByRole('button', { name: '拿到了' }).length;
  // the answers to the acts arrive, readings of the run do not
  device.beforeAnswer = (path) => (path.includes('runs') ? new Promise(() => undefined) : undefined);
  if (found) fireEvent.click(found);
  await waitFor(() => expect(server.stored).toHaveLength(run.deliveries.length));
  await waitFor(() => expect(outbox.commands().every(({ state }) => state === 'sent')).toBe(true));
  expect(screen.getAllByRole('button', { name: '拿到了' })).toHaveLength(open - 1);
  expect(screen.getByText('都拿到了，4 盒')).toBeVisible();
});

test('while the doors still follow their run into the shop, nothing says that all is bought', async () => {
  const run = sampleRun('SHOPPING');
  const behind = run.deliveries.map((view) => ({ ...view, state: 'ACCEPTED' as const }));
  begin(behind, [{ ...run, deliveries: behind }]);
  device.params = { id: run.id };
  show(<RunScreen />);
  expect(await words('一起买')).toBeVisible();
  expect(screen.queryByRole('button', { name: '都带上了，去第一家' })).toBeNull();
  expect(screen.getByRole('button', { name: /付好了，拍小票.*还有 12 样没看/ })).toBeVisible();
});

test('when all is paid the list is put away, and the signs for the bags come first', async () => {
  const run = sampleRun('SHOPPING');
  const paid = run.deliveries.map((view) => ({ ...view, state: 'PURCHASED' as const }));
  begin(paid, [{ ...run, deliveries: paid, doors: run.doors.map((door) => ({ ...door, state: 'PURCHASED' })) }]);
  device.params = { id: run.id };
  show(<RunScreen />);
  expect(await words('袋签')).toBeVisible();
  expect(screen.queryByText('一起买')).toBeNull();
  expect(screen.getByRole('button', { name: '都带上了，去第一家' })).toBeVisible();
});
