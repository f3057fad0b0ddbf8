import { screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show, type } from '@/api/testing/fake-device';
import { refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { CommandScreen } from '@/features/grid/command/command-screen';
import { InvestigationScreen } from './investigation-screen';
import { InvestigationsScreen } from './investigations-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const at = '2026-11-24T06:00:00.000Z';
const id = (name: string) => `141122-${name.padEnd(26, '0')}`;
const grid = '141122100201-g03';
const clock = (what: string, more: object = {}) => ({ what, by: at, isLate: false, ...more });
const row = {
  ...{ id: id('k1'), state: 'OPEN', revision: 2, code: 'A12B', area: grid, areaName: '3 网格', nameMasked: '韩**' },
  ...{ because: 'RESULT_POSITIVE', openedAt: at, contacts: 2, confirmed: 1 },
  clocks: [clock('REPORT', { doneAt: at }), clock('PATH', { isLate: true }), clock('FIRST_REPORT')],
  actions: ['interview', 'notReached', 'addContact', 'confirmContact', 'dropContact', 'exclude'],
};
const contact = (name: string, more: object = {}) => ({
  ...{ id: id(name), nameMasked: '李**', class: 'CLOSE_CONTACT', relation: 'MEAL', standing: 'LISTED', missing: [] },
  ...{ lastExposureAt: at, area: grid, areaName: '3 网格', ...more },
});
const whole = {
  ...row,
  path: [],
  contactList: [
    contact('c1'),
    contact('c2', { standing: 'LISTED', missing: ['LAST_EXPOSURE'], lastExposureAt: undefined }),
  ],
  quality: { score: 40, parts: [{ what: 'PATH', points: 0, of: 30 }] },
  timeline: [],
};
const list = '/investigations';
const one = `${list}/${row.id}`;

function openList(answers: Readonly<Record<string, unknown>>) {
  const server = serve(answers);
  signInAs(staff('CDC_INVESTIGATOR'));
  show(<InvestigationsScreen />, queryClient);
  return server;
}

function openOne(view: object = whole, onPost?: Parameters<typeof serve>[1]) {
  const server = serve({ [one]: view, '/areas': { items: [] } }, onPost);
  signInAs(staff('CDC_INVESTIGATOR'));
  device.params = { id: row.id };
  show(<InvestigationScreen />, queryClient);
  return server;
}

test.each([
  ['CDC_INVESTIGATOR', true],
  ['GRID_WORKER', false],
])('a new case is offered to whom the server lets open one: %s', async (role, isOffered) => {
  serve({ [list]: isOffered ? { items: [] } : refuse(403, 'not-allowed') });
  signInAs(staff(role));
  show(<InvestigationsScreen />, queryClient);
  await waitFor(() => expect(screen.getByText(isOffered ? '没有在办的流调' : /您现在不能办/)).toBeVisible());
  expect(screen.queryAllByRole('button', { name: '新开一件流调' })).toHaveLength(isOffered ? 1 : 0);
});

test('the list says that it is being read, why it did not come, and that nothing is there', async () => {
  serve({});
  signInAs(staff('CDC_INVESTIGATOR'));
  device.beforeAnswer = () => new Promise(() => undefined);
  show(<InvestigationsScreen />, queryClient);
  expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
});

test('why it did not come is said', async () => {
  openList({});
  await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
});

test('nothing is said to be nothing', async () => {
  openList({ [list]: { items: [] } });
  await waitFor(() => expect(screen.getByText('没有在办的流调')).toBeVisible());
});

test('a case stands in the list masked, with its clocks in words, and leads to its page', async () => {
  openList({ [list]: { items: [row] } });
  await waitFor(() => expect(screen.getByText('韩** · A12B')).toBeVisible());
  expect(screen.getByText('两小时内上报，已办')).toBeVisible();
  expect(screen.getByText(/四小时内摸清行程，超时了/)).toBeVisible();
  press('一件流调');
  expect(device.opened).toContainEqual(
    expect.objectContaining({ page: '/packages/command/case/index', params: { id: row.id } }),
  );
});

test('names are opened by a look that is written down, and the number is called from there', async () => {
  const opened = { name: '韩病例', phone: '19911112222', contacts: [], recordedAt: at };
  const server = openOne(whole, ({ path }) => (path.endsWith('/reveal') ? { status: 200, body: opened } : undefined));
  await waitFor(() => press('看姓名和电话'));
  await waitFor(() => expect(screen.getByText('打给 韩病例')).toBeVisible());
  expect(server.sent(`${one}/reveal`)).toMatchObject([{ body: { why: 'CALL' } }]);
});

test('the path is written down while they tell it, and sent with its time', async () => {
  const server = openOne();
  await waitFor(() => press('问行程'));
  type('什么地方', '样例超市');
  press('行程问完了');
  await waitFor(() => expect(server.sent(`${one}/interview`)).toHaveLength(1));
  const [sent] = server.sent(`${one}/interview`);
  expect(sent?.body).toMatchObject({ revision: 2, path: [{ place: '样例超市', from: expect.any(String) }] });
});

test('what is begun stays on the phone when the page is left', async () => {
  openOne();
  await waitFor(() => press('问行程'));
  type('什么地方', '样例超市');
  press('先放着，回头再写');
  await waitFor(() => press('问行程'));
  expect(screen.getByLabelText('什么地方')).toHaveValue('样例超市');
});

test('a contact of whom enough is known is confirmed with one tap; of another it says what is missing', async () => {
  const server = openOne();
  await waitFor(() => expect(screen.getByText('差最后接触的时间')).toBeVisible());
  expect(screen.getAllByRole('button', { name: '确认，下发到网格' })).toHaveLength(1);
  press('确认，下发到网格');
  await waitFor(() => expect(server.sent(`${one}/confirm-contact`)).toMatchObject([{ body: { contactId: id('c1') } }]));
});

test('a case is excluded only after what follows was said, with a reason', async () => {
  const server = openOne();
  await waitFor(() => press('排除：不是病例'));
  expect(screen.getByText('确认后，这件里的接触者马上解除隔离。')).toBeVisible();
  expect(server.sent(`${one}/exclude`)).toEqual([]);
  press('化验复核是阴性');
  await waitFor(() =>
    expect(server.sent(`${one}/exclude`)).toMatchObject([{ body: { reason: { code: 'LABORATORY' } } }]),
  );
});

test('what may not be done has no button', async () => {
  openOne({ ...whole, actions: [], state: 'CLOSED' });
  await waitFor(() => expect(screen.getByText('办完了')).toBeVisible());
  for (const name of ['问行程', '记一个接触者', '确认，下发到网格', '排除：不是病例'])
    expect(screen.queryByRole('button', { name })).toBeNull();
});

test('one that is out of sight says why', async () => {
  serve({ [one]: refuse(404, 'not-found') });
  signInAs(staff('CDC_INVESTIGATOR'));
  device.params = { id: row.id };
  show(<InvestigationScreen />, queryClient);
  await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
});

test('an investigator finds the way at the desk, and nobody else has it', async () => {
  serve({});
  signInAs(staff('CDC_INVESTIGATOR'));
  const { unmount } = show(<CommandScreen />, queryClient);
  await waitFor(() => press(/流调/));
  expect(device.opened).toContainEqual(expect.objectContaining({ page: '/packages/command/cases/index' }));
  unmount();
  signInAs(staff('COUNTY_DISPATCHER'));
  show(<CommandScreen />, queryClient);
  expect(screen.queryByRole('button', { name: /流调/ })).toBeNull();
});
