import { screen, waitFor } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { ids } from '@/features/deliveries/grid-desk/desk-server.fixture';
import { RunsScreen } from './runs-screen';

jest.mock('@/platform', () => ({
  ...jest.requireActual('@/api/testing/fake-device').fakePlatform(),
  ...jest.requireActual('@/api/testing/fake-device').fakeCamera(),
}));

jest.setTimeout(30_000);

const at = '2026-11-24T06:00:00.000Z';
const id = `141122-${'r1'.padEnd(26, '0')}`;
const door = {
  delivery: ids.waiting,
  code: 'B04',
  state: 'IN_TRANSIT',
  order: 0,
  itemCount: 2,
  bags: 9,
  notes: [],
  cold: false,
};
const run = {
  ...{ id, state: 'DOORS', revision: 3, area: ids.grid, areaNames: ['3 网格'], priority: 'P2', doorCount: 1 },
  ...{ weightGrams: 4200, estimateFen: 4200, advancedFen: 4200, floatFen: 0, picking: [], doors: [door] },
  ...{ deliveries: [], carrier: { label: '赵*' }, next: { code: 'DELIVER', who: 'CARRIER' }, actions: ['handOver'] },
  window: { from: at, to: at, cutOff: at },
};
const candidate = { person: ids.near, label: '李*', team: 'VETERAN', score: 92, parts: [], open: 2, limit: 6 };

async function open() {
  const answers = { '/runs': { items: [run] }, [`/deliveries/${ids.waiting}/candidates`]: { items: [candidate] } };
  const server = serve(answers);
  signInAs(staff('GRID_LEADER'));
  show(<RunsScreen />, queryClient);
  await waitFor(() => press('换一个人接着送'));
  return server;
}

test('a leader beside the bags photographs them as they change hands', async () => {
  const server = await open();
  await screen.findByText('您不在袋子旁边，可以不拍。');
  press('拍一张袋子');
  await screen.findByRole('button', { name: '拍好了（点这里重拍）' });
  await waitFor(() => press('派给 李*'));
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  const { path, body } = server.sent()[0] ?? { path: '', body: {} };
  expect(path).toBe(`/runs/${id}/hand-over`);
  expect(body).toMatchObject({ to: ids.near, bags: 9, photo: expect.any(String) });
  expect(outbox.commands().filter(({ state }) => state === 'refused')).toEqual([]);
});

test('whoever does not stand there, or takes none, hands over by count alone', async () => {
  const server = await open();
  device.taken = undefined;
  press('拍一张袋子');
  await screen.findByRole('button', { name: '拍一张袋子' });
  await waitFor(() => press('派给 李*'));
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]?.body).toMatchObject({ to: ids.near, bags: 9 });
  expect(server.sent()[0]?.body).not.toHaveProperty('photo');
});
