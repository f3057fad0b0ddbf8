import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { choose, device, press, show } from '@/api/testing/fake-device';
import { refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { CommandScreen } from '@/features/grid/command/command-screen';
import { TransferDeskScreen } from './desk-screen';
import { MyCar } from './my-car';
import { TripScreen } from './trip-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const at = '2026-11-24T06:00:00.000Z';
const anId = (tail: string) => `141122-${tail.padEnd(26, '0')}`;
const [id, first, second, car, driver] = ['t1', 'p1', 'p2', 'c1', 'd1'].map(anId) as [
  string,
  string,
  string,
  string,
  string,
];
const row = {
  ...{
    id,
    kind: 'RETURNEE',
    state: 'APPROVED',
    revision: 3,
    code: 'A12B',
    area: '141122100201-g03',
    areaName: '3 网格',
  },
  ...{ goal: 'SITE', siteName: '南关宾馆', people: 2, from: at, inPlaceBy: at, requestedAt: at, isLate: false },
  byAmbulance: false,
  actions: ['dispatch', 'cancel'],
};
const person = {
  id: first,
  state: 'LISTED',
  revision: 1,
  code: 'B1',
  nameMasked: '王**',
  needs: [] as string[],
  actions: ['board', 'notThere', 'refuse'],
};
const trip = {
  ...row,
  passengers: [person, { ...person, id: second, code: 'B2' }],
  heads: { boarded: 0, takenOver: 0, to120: 0, unsaid: 2, agree: false },
  ...{ signed: {}, timeline: [] },
};
const vehicle = {
  ...{ id: car, plate: '晋J60001', seats: 6, partition: true, stranded: false, state: 'IN_SERVICE', revision: 4 },
  ...{ kinds: ['RETURNEE'], carries: [] as string[], drivers: [] as object[] },
  actions: ['change', 'takeOutOfService'],
};
const path = `/transfers/${id}`;
/** One of several buttons of the same name, by its place; -1 is the last. */
const pressOne = (name: string, place: number) => {
  const button = screen.getAllByRole('button', { name }).at(place);
  if (!button) throw new Error(`no button ${name}`);
  fireEvent.click(button);
};

function open(role: string, answers: Readonly<Record<string, unknown>>, page = <TripScreen />) {
  const server = serve(answers);
  device.params = { id };
  signInAs(staff(role));
  show(page, queryClient);
  return server;
}

test('the list says that it is read, why it did not come, and that there is nothing', async () => {
  open('TRANSFER_DESK', {}, <TransferDeskScreen />);
  await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
});

test('nothing is said to be nothing; late is said in words', async () => {
  open('TRANSFER_DESK', { '/transfers': { items: [] } }, <TransferDeskScreen />);
  await waitFor(() => expect(screen.getByText('没有等着的转运')).toBeVisible());
});

test('what waits stands with its age, where to, and by when', async () => {
  open('TRANSFER_DESK', { '/transfers': { items: [{ ...row, isLate: true }] } }, <TransferDeskScreen />);
  await waitFor(() => expect(screen.getByText('去 南关宾馆')).toBeVisible());
  expect(screen.getByText(/超时了/)).toBeVisible();
  expect(screen.getByText('3 网格 · 2人 · A12B')).toBeVisible();
});

test('a car and a driver in two taps', async () => {
  const choices = {
    sites: [],
    vehicles: [vehicle],
    drivers: [{ driver, label: '安**' }],
  };
  const server = open('TRANSFER_DESK', { [path]: trip, [`${path}/choices`]: choices });
  await waitFor(() => press('派车'));
  await waitFor(() => press(/晋J60001/));
  await waitFor(() => press(/安\*\*/));
  await waitFor(() => expect(server.sent(`${path}/dispatch`)).toMatchObject([{ body: { vehicle: car, driver } }]));
});

test('a site with room is chosen before anybody may go', async () => {
  const asked = { ...trip, state: 'REQUESTED', siteName: undefined, actions: ['approve'] };
  const sites = [{ site: 'south', name: '南关宾馆', areaName: '县城', free: 8, rooms: 20, low: false }];
  const server = open('TOWNSHIP_DISPATCHER', {
    [path]: asked,
    [`${path}/choices`]: { sites, vehicles: [], drivers: [] },
  });
  await waitFor(() => press('同意，定床位'));
  await waitFor(() => press(/南关宾馆/));
  await waitFor(() => expect(server.sent(`${path}/approve`)).toMatchObject([{ body: { site: 'south' } }]));
});

test('who boards is looked at once, with what is usual chosen already; who is not there in one tap', async () => {
  const server = open('DRIVER', { [path]: { ...trip, state: 'AT_PICKUP', actions: ['board', 'breakDown'] } });
  await waitFor(() => expect(screen.getByText('王** · B1')).toBeVisible());
  pressOne('上车', 0);
  choose('37.3');
  press('都看过了，上车');
  await waitFor(() =>
    expect(server.sent(`/passengers/${first}/board`)).toMatchObject([
      { body: { identityChecked: true, mask: true, luggage: 1, temperatureTenths: 373 } },
    ]),
  );
  pressOne('打了电话、找过了，没到', -1);
  await waitFor(() =>
    expect(server.sent(`/passengers/${second}/not-there`)).toMatchObject([{ body: { tried: ['PHONE', 'DOOR'] } }]),
  );
});

test('without a network the road goes on: there, then boarded, then off, each kept on the phone', async () => {
  const going = { ...trip, state: 'DISPATCHED', actions: ['reachPickup', 'breakDown'] };
  const server = open('DRIVER', { [path]: going });
  await waitFor(() => expect(screen.getByRole('button', { name: '到接人的地方了' })).toBeVisible());
  device.isOnline = false;
  press('到接人的地方了');
  await waitFor(() => expect(screen.getByText('车到了，正在上人')).toBeVisible());
  expect(screen.getAllByText(/已记在手机里/)[0]).toBeVisible();
  expect(server.sent(`${path}/reach-pickup`)).toEqual([]);
});

test('without a network whoever waits at the door may board once the car says that it is there', async () => {
  const listed = { ...trip, passengers: [{ ...person, actions: [] }] };
  open('DRIVER', { [path]: { ...listed, state: 'DISPATCHED', actions: ['reachPickup', 'breakDown'] } });
  await waitFor(() => expect(screen.getByText('王** · B1')).toBeVisible());
  expect(screen.queryByRole('button', { name: '上车' })).toBeNull();
  device.isOnline = false;
  press('到接人的地方了');
  await waitFor(() => expect(screen.getByRole('button', { name: '上车' })).toBeVisible());
});

test('what was done to somebody on the list is shown at once, also before the trip is read again', async () => {
  const boarded = { ...person, state: 'BOARDED', revision: 2, actions: ['takenBy120'] };
  const receipt = { action: 'board', to: 'BOARDED', revision: 2, recordedAt: at };
  let reads = 0;
  serve(
    // read once: whatever is shown later is what the act has answered
    { [path]: () => (reads++ === 0 ? { ...trip, state: 'AT_PICKUP', actions: ['board'] } : refuse(503, 'overloaded')) },
    () => ({ status: 200, body: { receipt, view: boarded } }),
  );
  device.params = { id };
  signInAs(staff('DRIVER'));
  show(<TripScreen />, queryClient);
  await waitFor(() => pressOne('上车', 0));
  press('都看过了，上车');
  await waitFor(() => expect(screen.getByText('上车了')).toBeVisible());
  expect(screen.getAllByRole('button', { name: '上车' })).toHaveLength(1);
});

test('heads that agree are signed for in one tap; the four numbers stand beside it', async () => {
  const there = {
    ...{ ...trip, state: 'AT_DEST', actions: ['handOver'] },
    passengers: [{ ...person, state: 'TAKEN_OVER', actions: [] }],
    heads: { boarded: 1, takenOver: 1, to120: 0, unsaid: 0, agree: true },
  };
  const server = open('SITE_MANAGER', { [path]: there });
  await waitFor(() => expect(screen.getByText('上车1 · 接到1 · 120接走0 · 还没说清0')).toBeVisible());
  press('人数对上了，签收 1 人');
  await waitFor(() => expect(server.sent(`${path}/hand-over`)).toMatchObject([{ body: { heads: 1 } }]));
});

test('the home reads that a car comes, its plate and about when', async () => {
  open(
    'GRID_WORKER',
    { '/my-transfers': { items: [{ ...row, plate: '晋J60001', expectedAt: at, actions: [] }] } },
    <MyCar />,
  );
  await waitFor(() => expect(screen.getByText('车牌 晋J60001')).toBeVisible());
});

test('why nobody is fetched any more is said to the driver, for the trip and for each on its list', async () => {
  const step = { at, action: 'cancel', to: 'CANCELLED', by: 'SYSTEM', reason: 'AT_HOME' };
  const gone = { ...person, state: 'DROPPED_OUT', why: 'AT_HOME', actions: [] };
  const off = { ...trip, state: 'CANCELLED', goal: 'HOME', actions: [], passengers: [gone], timeline: [step] };
  open('DRIVER', { [path]: off });
  await waitFor(() => expect(screen.getByText('取消了：已经到家了，不用接')).toBeVisible());
  expect(screen.getByText('已经到家了，不用接')).toBeVisible();
});

test('whoever comes by themselves is read so by the township, which agrees, and by the home', async () => {
  const alone = { ...row, siteName: undefined, kind: 'SELF_DRIVE', ownWay: 'FAMILY', state: 'REQUESTED', goal: 'HOME' };
  const server = open('TOWNSHIP_DISPATCHER', { [path]: { ...trip, ...alone, actions: ['approve'] } });
  await waitFor(() => expect(screen.getByText(/家里人去接/)).toBeVisible());
  press('同意自己回家');
  await waitFor(() => expect(server.sent(`${path}/approve`)).toHaveLength(1));
  open('GRID_WORKER', { '/my-transfers': { items: [{ ...alone, state: 'APPROVED', actions: [] }] } }, <MyCar />);
  await waitFor(() => expect(screen.getByText('同意了，可以自己来')).toBeVisible());
  expect(screen.queryByText(/正在安排车/)).toBeNull();
});

test.each(['TRANSFER_DESK', 'TOWNSHIP_DISPATCHER', 'DRIVER', 'ESCORT', 'SITE_MANAGER'])(
  'a %s finds the way to it at the desk',
  async (role) => {
    serve({});
    signInAs(staff(role));
    show(<CommandScreen />, queryClient);
    await waitFor(() => press(/点对点转运/));
    expect(device.opened).toContainEqual(expect.objectContaining({ page: '/packages/transfer/desk/index' }));
  },
);
