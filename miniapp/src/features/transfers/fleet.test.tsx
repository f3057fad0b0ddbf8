import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { choose, device, press, show, type } from '@/api/testing/fake-device';
import { refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { AskTripButton } from './ask-sheet';
import { FleetScreen } from './fleet-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const car = `141122-${'c1'.padEnd(26, '0')}`;
const trip = `141122-${'t1'.padEnd(26, '0')}`;
const driver = `141122-${'d1'.padEnd(26, '0')}`;
const vehicle = (change: object = {}) => ({
  ...{ id: car, state: 'IN_SERVICE', revision: 4, plate: '晋J60001', seats: 6, partition: true, stranded: false },
  ...{ kinds: ['RETURNEE'], carries: ['WHEELCHAIR'], drivers: [] as object[] },
  actions: ['change', 'takeOutOfService'],
  ...change,
});
const drivers = [{ driver, label: '安**' }];

function open(items: readonly object[], role = 'TRANSFER_DESK') {
  const server = serve({ '/vehicles': { items, drivers } });
  signInAs(staff(role));
  show(<FleetScreen />, queryClient);
  return server;
}
const seen = (words: string | RegExp) => waitFor(() => expect(screen.getByText(words)).toBeVisible());

test('the list says that it is read, why it did not come, and that there is nothing', async () => {
  signInAs(staff('TRANSFER_DESK'));
  serve({ '/vehicles': refuse(403, 'not-allowed') });
  show(<FleetScreen />, queryClient);
  expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
  await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
});

test('nothing is said to be nothing, with what to do', async () => {
  open([]);
  await seen('还没有车');
  expect(screen.getByRole('button', { name: '加一辆车' })).toBeVisible();
});

test('what a vehicle is and how it stands is said in words; one on a trip is not put away', async () => {
  open([vehicle({ trip })]);
  await seen('晋J60001');
  expect(screen.getByText('在跑一趟')).toBeVisible();
  expect(screen.getByText('能坐 6 人 · 有隔断 · 能带 轮椅')).toBeVisible();
  expect(screen.queryByRole('button', { name: '先停用' })).toBeNull();
});

test('fewer seats and a driver of its own, saved in one go', async () => {
  const server = open([vehicle()]);
  await waitFor(() => press('改'));
  press('减一个除司机外能坐几人');
  fireEvent.click(screen.getByRole('checkbox', { name: '安**' }));
  press('存好');
  await waitFor(() =>
    expect(server.sent(`/vehicles/${car}/change`)).toMatchObject([
      { body: { seats: 5, revision: 4, drivers: [driver] } },
    ]),
  );
});

test('why it is out of service is one tap, and is read afterwards', async () => {
  const server = open([vehicle()]);
  await waitFor(() => press('先停用'));
  press('要修');
  await waitFor(() =>
    expect(server.sent(`/vehicles/${car}/take-out-of-service`)).toMatchObject([
      { body: { reason: { code: 'REPAIR' } } },
    ]),
  );
});

test('the county reads it and changes nothing', async () => {
  open([vehicle({ state: 'OUT_OF_SERVICE', reason: 'REPAIR', actions: [] })], 'COUNTY_DISPATCHER');
  await seen('停用');
  expect(screen.getByText('要修')).toBeVisible();
  for (const name of ['加一辆车', '改', '可以用了']) expect(screen.queryByRole('button', { name })).toBeNull();
});

describe('a car for somebody one sees', () => {
  const person = `141122-${'e1'.padEnd(26, '0')}`;
  const who = (role: string) => {
    const server = serve({});
    signInAs(staff(role));
    show(<AskTripButton person={person} name="薛**" />, queryClient);
    return server;
  };

  test('to care in a car of ours, with a wheelchair', async () => {
    const server = who('GRID_LEADER');
    press('要车送人');
    choose('轮椅');
    type(/哪家医院/, '县人民医院');
    press('要这趟车');
    await waitFor(() =>
      expect(server.sent('/transfers')).toMatchObject([
        {
          body: {
            ...{ kind: 'MEDICAL', goal: 'HOSPITAL', byAmbulance: false, destination: '县人民医院' },
            people: [{ person, needs: ['WHEELCHAIR'] }],
          },
        },
      ]),
    );
  });

  test('whom 120 has already is written down, and nobody is asked when', async () => {
    const server = who('SITE_MANAGER');
    press('要车送人');
    choose('120 已经接走了');
    expect(screen.queryByText('什么时候可以接')).toBeNull();
    press('记下来');
    await waitFor(() =>
      expect(server.sent('/transfers')).toMatchObject([{ body: { byAmbulance: true, isTaken: true } }]),
    );
  });

  test('home after release goes home, and asks for no hospital', async () => {
    const server = who('TRANSFER_DESK');
    press('要车送人');
    choose('解除了，送回家');
    expect(screen.queryByText(/哪家医院/)).toBeNull();
    device.isOnline = true;
    press('要这趟车');
    await waitFor(() =>
      expect(server.sent('/transfers')).toMatchObject([{ body: { kind: 'RELEASE_HOME', goal: 'HOME' } }]),
    );
  });

  test('whoever may not ask sees no button', () => {
    who('GRID_WORKER');
    expect(screen.queryByRole('button', { name: '要车送人' })).toBeNull();
  });
});
