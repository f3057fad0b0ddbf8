import { screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show, type } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { CommandScreen } from '@/features/grid/command/command-screen';
import { RefusalsScreen } from './refusals-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const at = '2026-11-24T06:00:00.000Z';
const row = {
  ...{ id: `141122-${'r1'.padEnd(26, '0')}`, kind: 'NOTICE', state: 'RECORDED', revision: 1, code: 'A12B' },
  ...{ area: '141122100201-g03', areaName: '3 网格', nameMasked: '王**', recordedAt: at, dueAt: at, isLate: false },
  ...{ visitedBy: ['VILLAGE_SECRETARY'], actions: ['visit'] },
};
const list = '/refusals';
const one = `${list}/${row.id}`;

function open(role: string, answers: Readonly<Record<string, unknown>>, onPost?: Parameters<typeof serve>[1]) {
  const server = serve(answers, onPost);
  signInAs(staff(role));
  show(<RefusalsScreen />, queryClient);
  return server;
}

test('it says that it is being read', () => {
  serve({});
  signInAs(staff('DOCTOR'));
  device.beforeAnswer = () => new Promise(() => undefined);
  show(<RefusalsScreen />, queryClient);
  expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
});

test('it says why it did not come', async () => {
  open('DOCTOR', {});
  await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
});

test('nothing is said to be nothing, and nobody of the police writes one down', async () => {
  open('POLICE', { [list]: { items: [] } });
  await waitFor(() => expect(screen.getByText('没有要上门的')).toBeVisible());
  expect(screen.queryByRole('button', { name: '记一家不愿意的' })).toBeNull();
});

test('a doctor sees who was there, and says what was heard', async () => {
  const server = open('DOCTOR', { [list]: { items: [row] } });
  await waitFor(() => expect(screen.getByText('王** · A12B')).toBeVisible());
  expect(screen.getByText('村书记去过了，等医生')).toBeVisible();
  press('我上门听了');
  type(/他怎么说的/, '怕没人喂猪');
  press('记下，上门听过了');
  const said = { reason: { code: 'LISTENED', words: '怕没人喂猪' }, revision: 1 };
  await waitFor(() => expect(server.sent(`${one}/visit`)).toMatchObject([{ body: said }]));
});

test('the police open who and where by a look that is written down', async () => {
  const { visitedBy: _none, ...seen } = { ...row, state: 'VISITED', actions: ['callLiaison', 'agree', 'serve'] };
  const server = open('POLICE', { [list]: { items: [seen] } }, ({ path }) =>
    path.endsWith('/reveal')
      ? { status: 200, body: { name: '王不签', phone: '19922223333', place: '3 号楼', recordedAt: at } }
      : undefined,
  );
  await waitFor(() => press('看是谁、在哪里'));
  await waitFor(() => expect(screen.getByText('在 3 号楼')).toBeVisible());
  expect(server.sent(`${one}/reveal`)).toMatchObject([{ body: { why: 'VISIT' } }]);
});

test('a notice is served only with two different people', async () => {
  const server = open('GRID_LEADER', { [list]: { items: [{ ...row, state: 'VISITED', actions: ['serve'] }] } });
  await waitFor(() => press('当两个人的面送达'));
  type('见证人 1', '刘见证');
  type('见证人 2', '刘见证');
  expect(screen.getByText('要两个不同的人')).toBeVisible();
  type('见证人 2', '陈见证');
  press('送达了');
  await waitFor(() =>
    expect(server.sent(`${one}/serve`)).toMatchObject([{ body: { witnesses: ['刘见证', '陈见证'] } }]),
  );
});

test.each(['VILLAGE_SECRETARY', 'DOCTOR', 'POLICE', 'TOWNSHIP_DISPATCHER'])(
  'a %s finds the way to it at the desk',
  async (role) => {
    serve({});
    signInAs(staff(role));
    show(<CommandScreen />, queryClient);
    await waitFor(() => press(/有人不愿意/));
    expect(device.opened).toContainEqual(expect.objectContaining({ page: '/packages/grid/refusals/index' }));
  },
);
