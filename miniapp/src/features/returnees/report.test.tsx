import { fireEvent, screen, waitFor } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { choose, device, press, pressTwice, show as showWith, type } from '@/api/testing/fake-device';
import { type FakeAnswer, sample } from '@/api/testing/fake-server';
import { sampleId as id, refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { MyTripsScreen } from './my-trips-screen';
import { at, row } from './people.fixture';
import { emptyReport, nobodyYet, nowhereYet } from './report-draft';
import { ReportScreen } from './report-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(60_000);

const taken: FakeAnswer = {
  status: 200,
  body: {
    ...{ id: id('r1'), state: 'SUBMITTED', revision: 0, foundBy: 'FAMILY', createdAt: at(0), lateReport: false },
    ...{ travellers: [row()], actions: [] },
  },
};
const unreachable = refuse(422, 'invalid-input', { errors: [{ pointer: '/travellers/0/phone', detail: '打不通' }] });

const grid = '141122100201-g03';
/** Filled in at a post, as it lies on the device. */
const atPost = {
  ...emptyReport('post'),
  people: [{ ...nobodyYet, name: '王小返', phone: '19900001234', symptoms: 'no' }],
  places: [{ ...nowhereYet, parts: ['甘肃省', '', '', ''], came: '9' }],
  ...{ area: grid, areaName: '第三网格', place: '3 号楼' },
};

let answer: FakeAnswer = taken;
let reads: Record<string, unknown> = {};
let server: ReturnType<typeof serve>;

beforeEach(() => {
  answer = taken;
  reads = {};
  server = serve(reads, () => answer);
  signInAs();
});

const show = () => showWith(<ReportScreen />, queryClient);
const reports = () => server.sent('/returnee-reports').map(({ body }) => body);
const stored = () => JSON.stringify({ ...localStorage });

/** Fills in what has to be said of somebody who comes the day after tomorrow. */
function fillIn(name: string): void {
  type(/^姓名/, name);
  type(/^手机号/, '19900001234');
  type(/^身份证/, '141122199001010011');
  choose('没有');
  type(/^省/, '甘肃省');
  type(/^几天前到那里的/, '9');
  choose('后天');
}

test('what is typed stays on the phone, and it is said what is missing', () => {
  const { unmount } = show();
  expect(screen.getByRole('button', { name: /先写姓名/ })).toBeVisible();
  type(/^姓名/, '王小返');
  unmount();
  show();
  expect(screen.getByLabelText(/^姓名/)).toHaveValue('王小返');
});

test('a double tap reports once, with what was filled in', async () => {
  show();
  fillIn('王小返');
  pressTwice('报上去');
  expect(await screen.findByText('报上去了')).toBeVisible();
  expect(reports()).toMatchObject([
    {
      travellers: [{ name: '王小返', phone: '19900001234', idNumber: '141122199001010011', symptoms: false }],
      stays: [{ place: ['甘肃省'] }],
    },
  ]);
});

test('handed in, it leaves the form and the device; who is reported next is another report', async () => {
  const { unmount } = show();
  fillIn('王小返');
  press('报上去');
  expect(await screen.findByText('报上去了')).toBeVisible();
  unmount();
  expect(stored()).not.toContain('141122199001010011');
  show();
  expect(screen.getByLabelText(/^姓名/)).toHaveValue('');
  fillIn('王小二');
  press('报上去');
  expect(await screen.findByText('报上去了')).toBeVisible();
  const [first, second] = reports();
  expect([first, second]).toMatchObject([{ travellers: [{ name: '王小返' }] }, { travellers: [{ name: '王小二' }] }]);
  expect(first?.id).not.toBe(second?.id);
});

test('without a network it is kept, said to be not reported, and goes by itself; the next form is empty meanwhile', async () => {
  device.isOnline = false;
  const { unmount } = show();
  fillIn('王小返');
  press('报上去');
  expect(await screen.findByText(/还没报上去/)).toBeVisible();
  expect(screen.queryByText('报上去了')).toBeNull();
  unmount();
  const again = show();
  expect(screen.getByLabelText(/^姓名/)).toHaveValue('');
  again.unmount();
  device.isOnline = true;
  outbox.flush();
  await waitFor(() => expect(reports()).toMatchObject([{ travellers: [{ name: '王小返' }] }]));
});

test('what the server finds wrong stands at its field, and put right it is sent as a new report', async () => {
  answer = unreachable;
  show();
  fillIn('王小返');
  press('报上去');
  expect(await screen.findByText('打不通')).toBeVisible();
  expect(reports()).toHaveLength(1);
  answer = taken;
  press('改好了，再报一次');
  expect(await screen.findByText('报上去了')).toBeVisible();
  const [first, second] = reports();
  expect(first?.id).not.toBe(second?.id);
});

test('refused while nobody looked, it is there again when the form is opened', async () => {
  device.isOnline = false;
  answer = unreachable;
  const { unmount } = show();
  fillIn('王小返');
  press('报上去');
  expect(await screen.findByText(/还没报上去/)).toBeVisible();
  unmount();
  device.isOnline = true;
  outbox.flush();
  await waitFor(() => expect(outbox.commands()).toMatchObject([{ state: 'refused' }]));
  show();
  expect(await screen.findByText('打不通')).toBeVisible();
  expect(screen.getByLabelText(/^姓名/)).toHaveValue('王小返');
  expect(outbox.commands()).toEqual([]);
});

test('left before they came is refused at its field before anything is sent, and put right it goes', async () => {
  show();
  fillIn('王小返');
  type(/^几天前离开的/, '12');
  press('报上去');
  const box = screen.getByLabelText(/^几天前离开的/);
  expect(box).toBeInvalid();
  expect(screen.getByText(/离开不能比到那里还早/)).toBeVisible();
  expect(outbox.commands()).toEqual([]);
  type(/^几天前离开的/, '5');
  expect(screen.queryByText(/离开不能比到那里还早/)).toBeNull();
  press('报上去');
  expect(await screen.findByText('报上去了')).toBeVisible();
});

test('whoever has no home here is told at the question, and sends nothing; with a host it goes', async () => {
  signInAs({ ...sample.me, households: [] });
  show();
  fillIn('王小返');
  expect(screen.getByText(/您名下没有本县的家/)).toBeVisible();
  expect(screen.queryByText(/^在哪个/)).toBeNull();
  press(/^报上去/);
  expect(outbox.commands()).toEqual([]);
  choose('宾馆');
  expect(screen.queryByText(/您名下没有本县的家/)).toBeNull();
});

test('a gap in the place is asked for at its field, and what stands below it is sent', async () => {
  show();
  fillIn('王小返');
  type(/^区县/, '城关区');
  press('报上去');
  expect(screen.getByLabelText(/^市/)).toBeInvalid();
  type(/^市/, '兰州市');
  press('报上去');
  await waitFor(() => expect(reports()).toMatchObject([{ stays: [{ place: ['甘肃省', '兰州市', '城关区'] }] }]));
});

test('at a post the next one is registered at once; the list of a family is not theirs', async () => {
  signInAs(staff('CHECKPOINT_OFFICER'));
  device.params = { mode: 'post' };
  reads['/areas'] = { items: [] };
  localStorage.setItem('draft:returnee:post', JSON.stringify(atPost));
  show();
  press('报上去');
  expect(await screen.findByText('报上去了')).toBeVisible();
  expect(screen.queryByRole('button', { name: '看接下来怎么办' })).toBeNull();
  expect(reports()).toMatchObject([
    { foundBy: 'CHECKPOINT', arrivedAt: expect.any(String), destination: { area: grid } },
  ]);
  press('再报一位');
  expect(screen.getByLabelText(/^姓名/)).toHaveValue('');
});

test('the list of a family shows what is not reported yet, and a refused one leads to the form', async () => {
  reads['/returnee-reports/mine'] = { items: [] };
  device.isOnline = false;
  answer = unreachable;
  const { unmount } = show();
  fillIn('王小返');
  press('报上去');
  expect(await screen.findByText(/还没报上去/)).toBeVisible();
  unmount();
  device.isOnline = true;
  outbox.flush();
  showWith(<MyTripsScreen />, queryClient);
  expect(await screen.findByText('王小返，还没报上去')).toBeVisible();
  fireEvent.click(await screen.findByRole('button', { name: '打开改一改' }));
  expect(device.opened).toContainEqual({ page: '/packages/returnee/report/index', params: { mode: 'home' } });
  expect(screen.queryByText('还没有报过')).toBeNull();
});

test('a draft of yesterday asks again what is only true today', () => {
  localStorage.setItem('draft:returnee:post', JSON.stringify({ ...atPost, on: '2022-04-18' }));
  device.params = { mode: 'post' };
  reads['/areas'] = { items: [] };
  show();
  expect(screen.getByLabelText(/^姓名/)).toHaveValue('王小返');
  expect(screen.getByLabelText(/^几天前到那里的/)).not.toHaveValue('9');
  expect(screen.getByRole('button', { name: /先说有没有不舒服/ })).toBeVisible();
});
