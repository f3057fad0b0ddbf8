import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { queryClient } from '@/api';
import { device, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { episodeId, episodeRow, episodeView, tube } from './episode.fixture';
import { EpisodeSheet } from './episode-sheet';
import { MyDaysScreen } from './my-days-screen';
import { QuarantineScreen } from './quarantine-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

type Part = {
  readonly role: string;
  readonly path: string;
  readonly part: ReactElement;
  readonly ready: unknown;
  readonly shows: RegExp;
  /** What stands there when there is nothing; absent: one record, which is there or is not. */
  readonly empty?: RegExp;
};
const desk = <QuarantineScreen />;
const rows = { ready: { items: [episodeRow()] }, shows: /薛\*\*/, empty: /没有要做的/, part: desk };
const parts: [string, Part][] = [
  ['the doctor’s list', { role: 'DOCTOR', path: '/work/quarantine/symptoms', ...rows }],
  ['the grid’s list', { role: 'GRID_WORKER', path: '/work/quarantine', ...rows }],
  ['the sampler’s list', { role: 'SAMPLER', path: '/work/quarantine/to-sample', ...rows }],
  ['the site’s list', { role: 'SITE_MANAGER', path: '/work/quarantine/site', ...rows }],
  [
    'the laboratory’s list',
    {
      ...{ role: 'LAB', path: '/work/quarantine/results', part: desk, empty: /没有要做的/ },
      ...{ ready: { items: [tube('w1', '0A1B2C')] }, shows: /0A1B2C 号管/ },
    },
  ],
  [
    'the own days',
    {
      ...{ role: 'RESIDENT', path: '/my-quarantine', part: <MyDaysScreen />, empty: /现在没有人在隔离/ },
      ...{ ready: { items: [episodeView({ part: 'PERSON', actions: ['reportHealth'] })] }, shows: /第 5 天/ },
    },
  ],
  [
    'one quarantine',
    {
      ...{ role: 'GRID_WORKER', path: `/quarantine-episodes/${episodeId}`, ready: episodeView(), shows: /居家隔离中/ },
      part: <EpisodeSheet id={episodeId} onClose={() => undefined} />,
    },
  ],
];

function open({ role, part }: Part, answers: Record<string, unknown>): void {
  serve(answers);
  signInAs(staff(role));
  show(part, queryClient);
}

test.each(parts)('%s says that it is being read', async (_, part) => {
  serve({});
  signInAs(staff(part.role));
  device.beforeAnswer = () => new Promise(() => undefined);
  show(part.part, queryClient);
  expect(screen.getByRole('status', { name: '正在取最新的情况' })).toBeVisible();
});

test.each(parts)('%s says why it did not come, with a way on', async (_, part) => {
  open(part, {});
  await waitFor(() => expect(screen.getByRole('alert')).toBeVisible());
  expect(screen.getByRole('button', { name: /回首页|再试一次/ })).toBeVisible();
});

test.each(parts)('%s shows what there is', async (_, part) => {
  open(part, { [part.path]: part.ready });
  await waitFor(() => expect(screen.getByText(part.shows)).toBeVisible());
  expect(screen.queryByRole('alert')).toBeNull();
});

test.each(parts.filter(([, { empty }]) => empty))(
  '%s says that there is nothing, and when there will be',
  async (_, part) => {
    open(part, { [part.path]: { items: [] } });
    await waitFor(() => expect(screen.getByText(part.empty ?? '')).toBeVisible());
  },
);
