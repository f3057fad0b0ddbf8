import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { queryClient } from '@/api';
import { device, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { AreaChangeScreen } from './area-change-screen';
import { aChange, id } from './area-changes.fixture';
import { AreaChangesList, AreasScreen } from './areas-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const township = { id: '141122100', level: 'TOWNSHIP', name: '天宁镇', path: [], zone: 'NONE', adjacent: [] };
type Part = { readonly path: string; readonly part: ReactElement; readonly ready: unknown; readonly shows: RegExp };
const screens: [string, Part][] = [
  [
    'one change',
    {
      path: `/area-changes/${id('c1')}`,
      part: <AreaChangeScreen />,
      ready: aChange(),
      shows: /移动 212 人、14 件在办/,
    },
  ],
  [
    'the changes',
    { path: '/area-changes', part: <AreaChangesList />, ready: { items: [aChange()] }, shows: /等定时间/ },
  ],
  [
    'the places of a draft',
    { path: '/areas', part: <AreasScreen />, ready: { items: [township] }, shows: /选这个 天宁镇/ },
  ],
];

function open(part: ReactElement, answers: Record<string, unknown>): void {
  serve(answers);
  signInAs(staff('COUNTY_DISPATCHER', '141122'));
  device.params = { id: id('c1') };
  show(part, queryClient);
}

test.each(screens)('%s: it says that it is being read', (_, { part }) => {
  serve({});
  signInAs(staff('COUNTY_DISPATCHER', '141122'));
  device.params = { id: id('c1') };
  device.beforeAnswer = () => new Promise(() => undefined);
  show(part, queryClient);
  expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
});

test.each(screens)('%s: it says why it did not come', async (_, { part }) => {
  open(part, {});
  await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
});

test.each(screens)('%s: it shows what there is', async (_, { path, part, ready, shows }) => {
  open(part, { [path]: ready });
  await waitFor(() => expect(screen.getAllByText(shows)[0]).toBeVisible());
});

test.each([
  ['whoever prepares', true, /网格人太多/],
  ['whoever decides', false, /县调度员准备好了/],
])('nothing is said to be nothing, with what to do here, to %s', async (_, prepares, hint) => {
  open(<AreaChangesList prepares={prepares} />, { '/area-changes': { items: [] } });
  await waitFor(() => expect(screen.getByText('还没调过')).toBeVisible());
  expect(screen.getByText(hint)).toBeVisible();
});
