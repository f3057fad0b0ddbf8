import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { AreaChangeScreen } from './area-change-screen';
import { aChange, id, placesBelow } from './area-changes.fixture';
import { AreasScreen } from './areas-screen';
import { areaBeside, nextCodes } from './draft-areas';
import { whensAt } from './when-sheet';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const one = `/area-changes/${id('c1')}`;
function visit(role: string, answers: Record<string, unknown>) {
  const server = serve({ '/area-changes': { items: [] }, '/areas': placesBelow, ...answers });
  signInAs(staff(role, '141122'));
  device.params = { id: id('c1') };
  return server;
}
const type = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });

async function goToGrids() {
  show(<AreasScreen />, queryClient);
  await waitFor(() => press('往下看 天宁镇'));
  await waitFor(() => press('往下看 天宁社区'));
}

test('a dispatcher splits a grid by its buildings, and sees what it moves before anybody decides', async () => {
  const server = visit('COUNTY_DISPATCHER', { [one]: aChange() });
  await goToGrids();
  await waitFor(() => press('选这个 三网格'));
  await waitFor(() => expect(screen.getByRole('textbox', { name: /第 1 份的编号/ })).toHaveValue('05'));
  expect(screen.getByRole('button', { name: /看看会移动什么.*先写名字/ })).toHaveAttribute('aria-disabled', 'true');
  type(/第 1 份叫什么/, '东网格');
  type(/第 2 份叫什么/, '西网格');
  await waitFor(() => expect(screen.getByRole('button', { name: /看看会移动什么.*每一份都要有楼栋/ })).toBeVisible());
  press(/2号楼/);
  await waitFor(() => press('看看会移动什么'));
  await waitFor(() => expect(server.sent('/area-changes')).toHaveLength(1));
  expect(server.sent('/area-changes')[0]?.body).toMatchObject({
    what: {
      kind: 'SPLIT',
      area: '141122100201-g03',
      into: [
        { area: '141122100201-g05', name: '东网格', parts: ['141122100201-g03-b01'] },
        { area: '141122100201-g06', name: '西网格', parts: ['141122100201-g03-b02'] },
      ],
    },
  });
});

test('two grids are merged only when two are chosen, and what the server refuses is said', async () => {
  visit('COUNTY_DISPATCHER', {});
  await goToGrids();
  fireEvent.click(screen.getByRole('radio', { name: '合并' }));
  await waitFor(() => press('往下看 天宁镇'));
  await waitFor(() => press('往下看 天宁社区'));
  await waitFor(() => press('选这个 三网格'));
  expect(screen.getByRole('button', { name: /看看会移动什么.*再选一个/ })).toBeVisible();
  press('选这个 四网格');
  await waitFor(() => type(/新名字/, '大网格'));
  await waitFor(() => expect(screen.getByRole('button', { name: '看看会移动什么' })).toBeVisible());
});

test('a head reads what moves in words, and sets the time', async () => {
  const server = visit('COUNTY_HEAD', { [one]: aChange() });
  show(<AreaChangeScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('移动 212 人、14 件在办')).toBeVisible());
  expect(screen.getByText('6 件有人接手的不动，还归原来的人')).toBeVisible();
  expect(screen.getByText('东网格：1号楼')).toBeVisible();
  press('定时间');
  await waitFor(() => fireEvent.click(screen.getByRole('radio', { name: /一刻钟后/ })));
  press('就这个时间');
  await waitFor(() => expect(server.sent(`${one}/schedule`)).toHaveLength(1));
  expect(server.sent(`${one}/schedule`)[0]?.body).toMatchObject({ revision: 1, at: expect.stringMatching(/Z$/) });
});

test('of a split it says how many homes are in no part, and where they go; with none it says nothing', async () => {
  const { preview } = aChange();
  visit('COUNTY_HEAD', { [one]: aChange({ preview: { ...preview, withoutPart: 7 } }) });
  const { unmount } = show(<AreaChangeScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('其中 7 户没登到下一级（如楼栋），都归第 1 份：东网格')).toBeVisible());
  unmount();
  queryClient.clear();
  visit('COUNTY_HEAD', { [one]: aChange({ preview: { ...preview, withoutPart: 0 } }) });
  show(<AreaChangeScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('90 户一起换到新的网格')).toBeVisible());
  expect(screen.queryByText(/都归第 1 份/)).toBeNull();
});

test('of a merge it says who will see more', async () => {
  const { preview } = aChange();
  const wider = { ...preview, grants: [{ role: 'GRID_WORKER', count: 4, wider: 4 }] };
  visit('COUNTY_HEAD', { [one]: aChange({ kind: 'MERGE', preview: wider }) });
  show(<AreaChangeScreen />, queryClient);
  await waitFor(() => expect(screen.getByText(/其中 4 份会看得更广/)).toBeVisible());
});

test('what has been done is taken back with a reason; without the right there is no button', async () => {
  const done = aChange({
    ...{
      state: 'APPLIED',
      at: '2026-11-24T06:00:00.000Z',
      revertUntil: '2026-12-01T06:00:00.000Z',
      actions: ['revert'],
    },
    moved: { households: 90, work: 8, grants: 2, waiting: false },
  });
  const server = visit('COUNTY_HEAD', { [one]: done });
  show(<AreaChangeScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('移好了：90 户、8 件、2 人的权限')).toBeVisible());
  press('撤回这次调整');
  await waitFor(() => press('弄错了'));
  await waitFor(() => expect(server.sent(`${one}/revert`)[0]?.body).toMatchObject({ reason: { code: 'MISTAKE' } }));
});

test('what cannot be done now is said', async () => {
  const problem = refuse(409, 'transition-not-allowed', { state: 'SCHEDULED', revision: 2 });
  const server = serve({ [one]: aChange() }, () => problem);
  device.params = { id: id('c1') };
  signInAs(staff('COUNTY_HEAD', '141122'));
  show(<AreaChangeScreen />, queryClient);
  await waitFor(() => press('定时间'));
  await waitFor(() => press('就这个时间'));
  await waitFor(() => expect(screen.getByRole('alert')).toBeVisible());
  expect(server.asked.length).toBeGreaterThan(0);
});

test('new numbers follow those in use, on every level', () => {
  expect(nextCodes(['141122100201-g03', '141122100201-g11'] as never, 2)).toEqual(['12', '13']);
  expect(nextCodes(['141122100201', '141122100305'] as never, 1)).toEqual(['306']);
  expect(areaBeside('141122100201-g03' as never, '07')).toBe('141122100201-g07');
  expect(areaBeside('141122100201' as never, '306')).toBe('141122100306');
  expect(areaBeside('141122100201' as never, '7')).toBeUndefined();
});

test('instants that are past are not offered', () => {
  const values = (now: string) => whensAt(new Date(now)).map(({ value }) => value);
  expect(values('2026-11-24T06:00:00.000Z')).toEqual(['SOON', 'NIGHT', 'MORNING']);
  expect(values('2026-11-24T14:30:00.000Z')).toEqual(['SOON', 'MORNING']);
});
