import { configure, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show, type } from '@/api/testing/fake-device';
import { sampleId } from '@/api/testing/fake-server';
import { refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { MayBeOne } from './may-be-one';
import { MergesScreen } from './merges-screen';
import { SamePersonCard } from './same-person-card';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(30_000);

const at = '2026-11-24T06:00:00.000Z';
const later = '2026-11-27T06:00:00.000Z';
const [first, second] = [sampleId('e1'), sampleId('e2')];
const somebody = (id: string, nameMasked: string, code: string) => ({
  ...{ kind: 'EPISODE', id, nameMasked, code, areaName: '三网格' },
});
const row = {
  ...{ id: sampleId('m1'), state: 'PREVIEWED', revision: 1, code: 'A12B', area: '141122100201-g03' },
  ...{ areaName: '三网格', proposedAt: at, people: [somebody(first, '薛**', 'K7QX'), somebody(second, '薛*', 'M3RT')] },
  ...{ isEndOpen: true, actions: ['preview', 'apply', 'reject'] },
};
const view = {
  ...{ ...row, keep: 'FIRST', previewedAt: at, isStale: false, elsewhere: 2, timeline: [] },
  fields: [
    { field: 'NAME', first: '薛**', second: '薛*', differs: true, kept: 'FIRST' },
    { field: 'PHONE', first: '****7777', differs: false, kept: 'FIRST' },
  ],
  counts: [{ kind: 'ROOM', first: 1, second: 1 }],
  holdings: [{ of: 'SECOND', kind: 'ROOM', id: sampleId('r1'), state: 'RESERVED', isSurplus: true }],
  ends: [
    { episode: first, of: 'FIRST', state: 'HOME_ACTIVE', endsAt: at, holds: false },
    { episode: second, of: 'SECOND', state: 'HOME_ACTIVE', endsAt: later, holds: true },
  ],
};
const list = '/person-merges';
const one = `${list}/${row.id}`;

function open(role: string, answers: Readonly<Record<string, unknown>>, onPost?: Parameters<typeof serve>[1]) {
  const server = serve(answers, onPost);
  signInAs(staff(role));
  show(<MergesScreen />, queryClient);
  return server;
}

test('it says that it is being read', () => {
  serve({});
  signInAs(staff('GRID_LEADER'));
  device.beforeAnswer = () => new Promise(() => undefined);
  show(<MergesScreen />, queryClient);
  expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
});

test('it says why it did not come', async () => {
  open('GRID_LEADER', {});
  await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
});

test('nobody to compare is said, with where they come from', async () => {
  open('GRID_WORKER', { [list]: { items: [] } });
  await waitFor(() => expect(screen.getByText('没有要核对的')).toBeVisible());
});

test('a leader sees both side by side, takes the name of the other, and joins them', async () => {
  const server = open('GRID_LEADER', { [list]: { items: [row] }, [one]: view });
  await waitFor(() => press('看两边'));
  await waitFor(() => expect(screen.getByText('隔离房间：甲 1，乙 1')).toBeVisible());
  expect(screen.getByText('隔离房间多了一份，请管它的人腾出来')).toBeVisible();
  expect(screen.getByText('还有 2 项在别处，你看不到')).toBeVisible();
  expect(screen.getByText('以这份为准')).toBeVisible();
  press('改用乙的');
  expect(screen.getByText('用乙的')).toBeVisible();
  press('是同一人，合并');
  press('核对过，是同一人');
  const said = { revision: 1, keep: 'FIRST', picks: ['NAME'], reason: { code: 'SAME_PERSON' } };
  await waitFor(() => expect(server.sent(`${one}/apply`)).toMatchObject([{ body: said }]));
});

test('what has changed since is looked at again first: there is no other button for it', async () => {
  const stale = { ...view, isStale: true, actions: ['preview', 'reject'] };
  const server = open('GRID_LEADER', { [list]: { items: [row] }, [one]: stale });
  await waitFor(() => press('看两边'));
  await waitFor(() => expect(screen.getByText('核对以后有变化，请再看一遍再合并。')).toBeVisible());
  expect(screen.queryByRole('button', { name: '是同一人，合并' })).toBeNull();
  press('再看一遍');
  await waitFor(() => expect(server.sent(`${one}/preview`)).toHaveLength(1));
});

test('an investigator says which end is right, with a reason', async () => {
  const server = open('CDC_INVESTIGATOR', { [list]: { items: [row] }, [one]: { ...view, actions: ['decideEnd'] } });
  await waitFor(() => expect(screen.getByText('两份隔离都没结束，等疾控定哪天解除')).toBeVisible());
  press('看两边');
  await waitFor(() => press('甲 · 以这份为准'));
  type(/补一句/, '查了车票');
  press('暴露时间以这份为准');
  const said = { episode: first, reason: { code: 'EARLIER_EXPOSURE', words: '查了车票' } };
  await waitFor(() => expect(server.sent(`${one}/decide-end`)).toMatchObject([{ body: said }]));
});

test('names are opened by a look that is written down', async () => {
  const opened = { people: [{ of: 'FIRST', name: '薛三宝', phone: '10000007777' }, { of: 'SECOND' }], recordedAt: at };
  const server = open('GRID_WORKER', { [list]: { items: [row] }, [one]: view }, ({ path }) =>
    path.endsWith('/reveal') ? { status: 200, body: opened } : undefined,
  );
  await waitFor(() => press('看两边'));
  await waitFor(() => press('看姓名和号码'));
  await waitFor(() => expect(screen.getByText('甲 · 薛三宝 · 10000007777')).toBeVisible());
  expect(server.sent(`${one}/reveal`)).toMatchObject([{ body: { why: 'COMPARE' } }]);
});

describe('somebody who stands in the books twice', () => {
  const people = { items: [{ ...somebody(second, '薛*', 'M3RT'), isAlike: true }] };

  function propose(role: string, answers: Readonly<Record<string, unknown>>, onPost?: Parameters<typeof serve>[1]) {
    const server = serve(answers, onPost);
    signInAs(staff(role));
    show(<MayBeOne person={{ kind: 'EPISODE', id: first as never }} />, queryClient);
    return server;
  }

  test('is proposed with one of the own area, by ids alone', async () => {
    const answer = { id: row.id, code: 'A12B', state: 'PROPOSED' };
    const server = propose('GRID_WORKER', { '/merge-candidates': people }, () => ({ status: 200, body: answer }));
    press('可能是同一人');
    await waitFor(() => expect(screen.getByText('很像')).toBeVisible());
    press(/薛\* M3RT/);
    press('提出来，请人核对');
    await waitFor(() => expect(screen.getByText('提出来了，网格长会核对。')).toBeVisible());
    const pair = [
      { kind: 'EPISODE', id: first },
      { kind: 'EPISODE', id: second },
    ];
    expect(server.sent(list)).toMatchObject([{ body: { people: pair } }]);
    press('去看');
    expect(device.opened).toContainEqual(expect.objectContaining({ page: '/packages/grid/merges/index' }));
  });

  test('who is one already is said to be, with the way there', async () => {
    propose('GRID_LEADER', { '/merge-candidates': people }, () => refuse(409, 'already-open', { open: row.id }));
    press('可能是同一人');
    await waitFor(() => press(/薛\* M3RT/));
    press('提出来，请人核对');
    await waitFor(() => expect(screen.getByText('他们已经是同一人了。')).toBeVisible());
    expect(screen.getByRole('button', { name: '去看' })).toBeVisible();
  });

  test('is nothing to whoever looks after nobody', () => {
    propose('SAMPLER', {});
    expect(screen.queryByRole('button', { name: '可能是同一人' })).toBeNull();
  });

  test('has the other record beside the own, with how far it came', () => {
    serve({});
    signInAs(staff('GRID_WORKER'));
    const timeline = [{ of: second, at, action: 'arrive', to: 'ARRIVED', by: 'GRID_WORKER' }];
    const of = { merge: row.id, isKept: true, people: [somebody(second, '薛*', 'M3RT')], timeline };
    show(<SamePersonCard of={of as never} />, queryClient);
    expect(screen.getByText('这是同一个人')).toBeVisible();
    press('看 薛* · M3RT');
    expect(device.opened).toContainEqual(expect.objectContaining({ page: '/packages/grid/quarantine/index' }));
  });
});
