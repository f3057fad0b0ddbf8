import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { ChangeScreen } from './change-screen';
import { ChangesList } from './changes-list';
import { PolicyScreen } from './policy-screen';
import { policySet } from './policy-set.fixture';
import { RiskList } from './risk-list';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const id = (word: string) => `141122-${word.padEnd(26, '0')}`;
const at = '2026-11-24T06:00:00.000Z';
const counts = { shorten: 0, lengthen: 3, start: 0, end: 0, otherwise: 0, undecided: 0, unmoved: 0, moved: 3 };
const change = {
  ...{ id: id('c1'), state: 'PREVIEWED', revision: 1, of: 'RISK', steps: [], preparedBy: '郝建平', createdAt: at },
  ...{ preview: counts, actions: ['agreeToLonger'] },
};
const line = { id: id('r1'), place: ['山西省'], areaRisk: 'HIGH', validFrom: at, source: '省通报' };
const inForce = { id: id('s1'), set: policySet, from: at };

type Part = { readonly path: string; readonly part: ReactElement; readonly ready: unknown; readonly shows: RegExp };
const screens: [string, Part][] = [
  ['the set in force', { path: '/county-policy', part: <PolicyScreen />, ready: inForce, shows: /现在按这一版办/ }],
  ['one change', { path: `/policy-changes/${id('c1')}`, part: <ChangeScreen />, ready: change, shows: /会动到 3 人/ }],
  ['the risk list', { path: '/risk-areas', part: <RiskList />, ready: { items: [line] }, shows: /高风险/ }],
  ['the changes', { path: '/policy-changes', part: <ChangesList />, ready: { items: [change] }, shows: /等批准/ }],
];

function open(part: ReactElement, answers: Record<string, unknown>): void {
  serve(answers);
  signInAs(staff('COUNTY_HEAD', '141122'));
  device.params = { id: id('c1') };
  show(part, queryClient);
}

test.each(screens)('%s says that it is being read', (_, { part }) => {
  serve({});
  signInAs(staff('COUNTY_HEAD', '141122'));
  device.params = { id: id('c1') };
  device.beforeAnswer = () => new Promise(() => undefined);
  show(part, queryClient);
  expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
});

test.each(screens)('%s says why it did not come', async (_, { part }) => {
  open(part, {});
  await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
});

test.each(screens)('%s shows what there is', async (_, { path, part, ready, shows }) => {
  open(part, { [path]: ready });
  await waitFor(() => expect(screen.getByText(shows)).toBeVisible());
});

test.each([
  ['/risk-areas', <RiskList key="risk" />, '名单上没有风险地区'],
  ['/policy-changes', <ChangesList key="changes" />, '还没改过'],
  ['/county-policy', <PolicyScreen key="policy" />, '这一版今天还没有要做的'],
])('%s: nothing is said to be nothing', async (path, part, words) => {
  open(part, { [path]: path === '/county-policy' ? { ...inForce, set: { ...policySet, rules: [] } } : { items: [] } });
  await waitFor(() => expect(screen.getByText(words)).toBeVisible());
});

test('of those who would stay longer: nobody, or why the names did not come', async () => {
  const people = `/policy-changes/${id('c1')}/people`;
  const answers: Record<string, unknown> = { [`/policy-changes/${id('c1')}`]: change };
  open(<ChangeScreen />, answers);
  await waitFor(() => press('看名字'));
  await waitFor(() => expect(screen.getByRole('alert')).toBeVisible());
  answers[people] = { items: [] };
  await queryClient.invalidateQueries();
  await waitFor(() => expect(screen.getByText('现在没有人要延长')).toBeVisible());
  expect(screen.queryByRole('button', { name: /延长/ })).toBeNull();
});
