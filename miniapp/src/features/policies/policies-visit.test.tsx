import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { type Asked, serve, signInAs } from '@/api/testing/visit';
import { leader } from '@/features/deliveries/grid-desk/desk-server.fixture';
import { ChangeScreen } from './change-screen';
import { PolicyScreen } from './policy-screen';
import { policySet } from './policy-set.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const id = (word: string) => `141122-${word.padEnd(26, '0')}`;
const at = '2026-11-24T06:00:00.000Z';
const line = {
  ...{ id: id('r1'), place: ['山西省', '太原市', '清徐县'], areaRisk: 'MEDIUM', validFrom: at, source: '太原市通报' },
};
const counts = { shorten: 209, lengthen: 3, start: 0, end: 0, otherwise: 0, undecided: 0, unmoved: 40, moved: 212 };
const change = {
  ...{ id: id('c1'), state: 'PREVIEWED', revision: 1, of: 'SET', set: { code: 'V9_NATIONAL', version: 1 }, steps: [] },
  ...{ preparedBy: '郝建平', createdAt: at, preview: counts, actions: ['agreeToLonger', 'approve', 'cancel'] },
};
const person = (word: string, name: string) => ({
  ...{ id: id(word), kind: 'EPISODE', name, move: 'lengthen', agreed: false, oldCategory: 'HIGH_RISK_STAY' },
  ...{ oldEnd: '2026-11-25T06:00:00.000Z', newEnd: '2026-12-02T06:00:00.000Z' },
});

const wanted = { ...policySet, code: 'V9_NATIONAL', rules: policySet.rules.slice(4, 5) };
const answers: Readonly<Record<string, unknown>> = {
  '/county-policy': { id: id('s1'), set: policySet, from: '1970-01-01T00:00:00.000Z' },
  '/policy-sets': {
    items: [
      { id: id('s1'), code: 'SX_2022_SPRING', version: 1, enabled: true },
      { id: id('s2'), code: 'V9_NATIONAL', version: 1, enabled: true },
      { id: id('s3'), code: 'NOV_2022', version: 1, enabled: false },
    ],
  },
  [`/policy-sets/${id('s2')}`]: { id: id('s2'), set: wanted },
  '/risk-areas': { items: [line] },
  '/policy-changes': { items: [] },
  [`/policy-changes/${id('c1')}`]: change,
  [`/policy-changes/${id('c1')}/people`]: { items: [person('p1', '李春生'), person('p2', '王小燕')] },
};
let server: ReturnType<typeof serve>;

/** Signs a role of the county in, before a server with these answers; a page after the first stands under `path?after`. */
function begin(role: string, given = answers): void {
  const paged = Object.fromEntries(
    Object.keys(given).map((path) => [path, ({ query: { after } }: Asked) => given[after ? `${path}?${after}` : path]]),
  );
  server = serve(paged, ({ path, body }) => {
    const receipt = { action: 'done', to: 'DONE', revision: 2, recordedAt: at };
    const view = { ...change, id: path === '/policy-changes' ? body.id : id('c1') };
    return { status: 200, body: path === '/policy-changes' ? view : { receipt, view } };
  });
  signInAs({ ...leader, grants: [{ role, area: '141122' }], workspaces: ['command', 'resident'] });
  device.params = { id: id('c1') };
}

test('the set in force is told in plain words: days and tests of each category', async () => {
  begin('COUNTY_HEAD');
  show(<PolicyScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('山西 2022 年春（第 1 版）')).toBeVisible());
  expect(screen.getByText('集中隔离 14 天，第 1、4、7、14 天查核酸，最后一天双采双检')).toBeVisible();
  await waitFor(() => expect(screen.getByText('山西省太原市清徐县')).toBeVisible());
  expect(screen.getByText('中风险')).toBeVisible();
  expect(screen.queryByRole('button', { name: /加一个地区/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /换一版/ })).toBeNull();
});

test('a dispatcher raises an area, and sees whom it moves before anybody approves', async () => {
  begin('COUNTY_DISPATCHER');
  show(<PolicyScreen />, queryClient);
  await waitFor(() => press(/清徐县/));
  fireEvent.click(screen.getByRole('radio', { name: /升成高风险/ }));
  fireEvent.input(screen.getByRole('textbox', { name: /谁通报的/ }), { target: { value: '太原市 4 月 18 日' } });
  await waitFor(() => press('放进要改的单子'));
  expect(screen.getByText('要改的 1 处')).toBeVisible();
  expect(screen.getByText(/中风险 → 高风险/)).toBeVisible();
  expect(server.sent()).toEqual([]);
  press('看看会动到谁');
  await waitFor(() => expect(device.opened.at(-1)?.page).toBe('/packages/command/policy-change/index'));
  expect(server.sent()[0]).toMatchObject({
    path: '/policy-changes',
    body: {
      what: { of: 'RISK', steps: [{ do: 'LEVEL', line: id('r1'), areaRisk: 'HIGH', source: '太原市 4 月 18 日' }] },
    },
  });
  expect(server.sent()[1]?.path).toMatch(/\/preview$/);
});

test('a dispatcher adds an area only with a source, and takes a step back again', async () => {
  begin('COUNTY_DISPATCHER');
  show(<PolicyScreen />, queryClient);
  await waitFor(() => press('加一个地区'));
  expect(screen.getByRole('button', { name: /放进要改的单子.*先写到省/ })).toHaveAttribute('aria-disabled', 'true');
  fireEvent.input(screen.getByRole('textbox', { name: /省、直辖市/ }), { target: { value: '上海市' } });
  expect(screen.getByRole('button', { name: /放进要改的单子.*先写谁通报的/ })).toBeVisible();
  fireEvent.input(screen.getByRole('textbox', { name: /谁通报的/ }), { target: { value: '上海发布' } });
  await waitFor(() => press('放进要改的单子'));
  press(/拿掉：加上 上海市/);
  expect(screen.queryByText(/要改的/)).toBeNull();
});

test('another set is chosen among those that may be: not the one in force, and none that is there to look at only', async () => {
  begin('COUNTY_DISPATCHER');
  show(<PolicyScreen />, queryClient);
  await waitFor(() => press('换一版'));
  await waitFor(() => expect(screen.getByRole('radio', { name: /全国第九版/ })).toBeVisible());
  expect(screen.queryByRole('radio', { name: /NOV_2022/ })).toBeNull();
  expect(screen.queryByRole('radio', { name: /山西 2022 年春/ })).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: /全国第九版/ }));
  const asks = '集中隔离 14 天，第 1、4、7、14 天查核酸，最后一天双采双检';
  await waitFor(() => expect(within(screen.getByRole('dialog')).getByText(asks)).toBeVisible());
  await waitFor(() => press('看看会动到谁'));
  await waitFor(() => expect(server.sent()).toHaveLength(2));
  expect(server.sent()[0]?.body.what).toEqual({ of: 'SET', set: id('s2') });
});

test('a head reads the sentence, asks for names, ticks one, and says why before it counts', async () => {
  begin('COUNTY_HEAD');
  show(<ChangeScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('这次改动会动到 212 人')).toBeVisible());
  expect(screen.getByText('其中 3 人要延长')).toBeVisible();
  expect(screen.getByText(/还没人同意延长/)).toBeVisible();
  expect(server.asked.map(({ path }) => path)).not.toContain(`/policy-changes/${id('c1')}/people`);
  press('看名字');
  await waitFor(() => expect(screen.getByText('李春生')).toBeVisible());
  fireEvent.click(screen.getAllByRole('checkbox', { name: /延长/ })[0] as HTMLElement);
  await waitFor(() =>
    expect(screen.getByRole('button', { name: /我同意这 1 人延长.*先写为什么/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    ),
  );
  fireEvent.input(screen.getByRole('textbox', { name: /为什么要延长/ }), { target: { value: '同楼有扩散' } });
  await waitFor(() => press('我同意这 1 人延长'));
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]).toMatchObject({
    path: `/policy-changes/${id('c1')}/agree-to-longer`,
    body: { named: [id('p1')], revision: 1, reason: { code: 'LONGER', words: '同楼有扩散' } },
  });
  press(/批准，马上生效/);
  await waitFor(() => expect(server.sent()).toHaveLength(2));
  expect(server.sent()[1]?.path).toBe(`/policy-changes/${id('c1')}/approve`);
});

test('who stands further down keeps their agreement: nothing is saved before everybody agreed for is shown', async () => {
  const kept = { ...change, longer: { by: '郝建平', count: 2 } };
  const agreed = (word: string, name: string) => ({ ...person(word, name), agreed: true });
  begin('COUNTY_HEAD', {
    ...answers,
    [`/policy-changes/${id('c1')}`]: kept,
    [`/policy-changes/${id('c1')}/people`]: { items: [agreed('p1', '李春生'), person('p2', '王小燕')], next: 'page2' },
    [`/policy-changes/${id('c1')}/people?page2`]: { items: [agreed('p3', '韩玉梅')] },
  });
  show(<ChangeScreen />, queryClient);
  await waitFor(() => press('看名字'));
  await waitFor(() => expect(screen.getByText('李春生')).toBeVisible());
  fireEvent.click(screen.getAllByRole('checkbox', { name: /延长/ })[1] as HTMLElement);
  fireEvent.input(screen.getByRole('textbox', { name: /为什么要延长/ }), { target: { value: '同楼有扩散' } });
  await waitFor(() => press(/我同意这 2 人延长.*先往下看完/));
  expect(server.sent()).toEqual([]);
  press('再看一些');
  await waitFor(() => expect(screen.getByText('韩玉梅')).toBeVisible());
  await waitFor(() => press('我同意这 3 人延长'));
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]?.body.named).toEqual([id('p1'), id('p2'), id('p3')]);
});

test('what the other set asks of each category stands in words before anybody approves it', async () => {
  begin('COUNTY_HEAD');
  show(<ChangeScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('境外来的')).toBeVisible());
  expect(screen.getByText('健康监测 7 天，第 2、7 天查核酸')).toBeVisible();
});

test('a set that cannot be read says so, and the change beside it stays', async () => {
  const { [`/policy-sets/${id('s2')}`]: _gone, ...rest } = answers;
  begin('COUNTY_HEAD', rest);
  show(<ChangeScreen />, queryClient);
  await waitFor(() => expect(screen.getByRole('alert')).toBeVisible());
  expect(screen.getByText('这次改动会动到 212 人')).toBeVisible();
});

test('an investigator comes from a name to the quarantine of that person', async () => {
  begin('CDC_INVESTIGATOR', { ...answers, [`/policy-changes/${id('c1')}`]: { ...change, actions: [] } });
  show(<ChangeScreen />, queryClient);
  await waitFor(() => press('看名字'));
  await waitFor(() => press(/李春生/));
  expect(device.opened.at(-1)).toEqual({ page: '/packages/grid/quarantine/index', params: { id: id('p1') } });
});

test('a dispatcher sees numbers and no names, and may cancel', async () => {
  const own = { ...change, actions: ['cancel'] };
  begin('COUNTY_DISPATCHER', { ...answers, [`/policy-changes/${id('c1')}`]: own });
  show(<ChangeScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('这次改动会动到 212 人')).toBeVisible());
  expect(screen.getByText('名字只给县负责人和流调员看。')).toBeVisible();
  expect(screen.queryByRole('button', { name: /看名字/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /批准/ })).toBeNull();
  press('作废这次改动');
  await waitFor(() => expect(server.sent()[0]?.path).toBe(`/policy-changes/${id('c1')}/cancel`));
});

test('what is in force says how many are done, and how many kept their end', async () => {
  const { preview: _shown, ...rest } = change;
  const done = { ...rest, state: 'APPLIED', actions: [], applied: { done: 209, keptOldEnd: 3, waiting: false } };
  begin('COUNTY_HEAD', { ...answers, [`/policy-changes/${id('c1')}`]: done });
  show(<ChangeScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('动到的 209 人都办完了')).toBeVisible());
  expect(screen.getByText(/3 人没人同意延长/)).toBeVisible();
});

test('a change that cannot be seen says so, and leads on', async () => {
  begin('COUNTY_HEAD', {});
  show(<ChangeScreen />, queryClient);
  await waitFor(() => expect(screen.getByRole('alert')).toBeVisible());
});
