import { screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, pressTwice, show as showWith, type } from '@/api/testing/fake-device';
import { sampleId as id, serve, signInAs, staff } from '@/api/testing/visit';
import { row } from './people.fixture';
import { PostScreen } from './post-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(60_000);

let found: readonly object[] = [];
let server: ReturnType<typeof serve>;

beforeEach(() => {
  found = [row({ actions: ['arrive', 'passThrough'] })];
  server = serve({}, ({ path }) => {
    if (path === '/returnees/find') return { status: 200, body: { items: found } };
    found = [row({ state: 'IN_CHAIN', actions: [], next: undefined })];
    return undefined;
  });
  signInAs(staff('CHECKPOINT_OFFICER'));
});

const show = () => showWith(<PostScreen />, queryClient);
const sent = (path: string) => server.sent(path).map(({ body }) => body);

test('found by phone, here with one tap, and the row shows at once how they stand', async () => {
  show();
  type(/^手机号/, '19900001234');
  press('找人');
  expect(await screen.findByText('王**')).toBeVisible();
  expect(sent('/returnees/find')).toEqual([{ phone: '19900001234' }]);
  let answer = (): void => undefined;
  device.beforeAnswer = (path) => (path.endsWith('/arrive') ? new Promise((resolve) => (answer = resolve)) : undefined);
  pressTwice('到了');
  expect(await screen.findByRole('button', { name: '正在办理' })).toBeVisible();
  answer();
  expect(await screen.findByText('到了，在办')).toBeVisible();
  expect(screen.queryByRole('button', { name: '到了' })).toBeNull();
  expect(sent(`/travellers/${id('t1')}/arrive`)).toHaveLength(1);
});

test('whoever was found for one number does not stand under the next', async () => {
  show();
  type(/^手机号/, '19900001234');
  press('找人');
  expect(await screen.findByText('王**')).toBeVisible();
  type(/^手机号/, '19900001235');
  expect(screen.queryByText('王**')).toBeNull();
});

test('nobody found leads to registering', async () => {
  found = [];
  show();
  type(/^证件后四位/, '011X');
  press('找人');
  expect(await screen.findByText('没有报备过')).toBeVisible();
  expect(sent('/returnees/find')).toEqual([{ idTail: '011X' }]);
  press('登记未报备的人');
  expect(device.opened).toContainEqual({ page: '/packages/returnee/report/index', params: { mode: 'post' } });
});

test('without a network nobody is said to be unknown', async () => {
  device.isOnline = false;
  show();
  type(/^手机号/, '19900001234');
  press('找人');
  expect(await screen.findByText(/现在连不上/)).toBeVisible();
  expect(screen.queryByText('没有报备过')).toBeNull();
  device.isOnline = true;
  press('再试一次');
  await waitFor(() => expect(screen.getByText('王**')).toBeVisible());
});
