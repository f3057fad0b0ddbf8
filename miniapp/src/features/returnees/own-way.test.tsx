import { screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show as showWith } from '@/api/testing/fake-device';
import type { FakeAnswer } from '@/api/testing/fake-server';
import { sampleId as id, refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { link, row } from './people.fixture';
import { PersonScreen } from './person-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(60_000);

const path = `/travellers/${id('t1')}`;
let person: object = {};
let writes: Record<string, FakeAnswer> = {};
let server: ReturnType<typeof serve>;

function show(change: object, role?: string): void {
  const comes = { state: 'ACKNOWLEDGED', next: { what: 'ARRIVE', owner: 'TRAVELLER' }, timeline: [] };
  person = row({ ...comes, ...(role === undefined ? { name: '王小返' } : {}), ...change });
  signInAs(role === undefined ? undefined : staff(role));
  showWith(<PersonScreen />, queryClient);
}

beforeEach(() => {
  writes = {};
  server = serve({ [path]: () => person, '/my-transfers': { items: [] } }, (one) => writes[one.path]);
  device.params = { id: id('t1') };
});

const sent = (action: string) => server.sent(`${path}/${action}`).map(({ body }) => body);

describe('the own way home', () => {
  test('one tap, and one more that says what it means; nothing is sent before', async () => {
    show({ ownWay: { is: 'OPEN' }, actions: ['comeOwnWay', 'arrive'] });
    expect(await screen.findByText(/要乡镇同意了才算/)).toBeVisible();
    press('家里人来接');
    expect(await screen.findByText(/同意前随时可以改回来/)).toBeVisible();
    expect(sent('come-own-way')).toEqual([]);
    press('是，报上去');
    await waitFor(() => expect(sent('come-own-way')).toMatchObject([{ how: 'FAMILY' }]));
  });

  test('said, it can be taken back with one tap', async () => {
    show({ ownWay: { is: 'OPEN', how: 'OWN_CAR' }, actions: ['letFetch'] });
    expect(await screen.findByText('说了：自己开车。等乡镇同意。')).toBeVisible();
    press('还是来车接');
    await waitFor(() => expect(sent('let-fetch')).toHaveLength(1));
  });

  test('where the rule wants a transfer that is said in words, and nothing is to be tapped', async () => {
    show({ ownWay: { is: 'MUST_BE_FETCHED' }, actions: ['arrive'] });
    expect(await screen.findByText(/专车点对点接送，不能自己回来/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '自己开车' })).toBeNull();
  });

  test('planned, it is no more than told', async () => {
    show({ ownWay: { is: 'PLANNED', how: 'FAMILY' }, actions: ['arrive'] });
    expect(await screen.findByText(/定了：家里人来接/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '还是来车接' })).toBeNull();
  });

  test('refused since a car was planned in between, the words say whom to phone', async () => {
    writes[`${path}/come-own-way`] = refuse(409, 'transition-not-allowed', { next: 'askGridTrip' });
    show({ ownWay: { is: 'OPEN' }, actions: ['comeOwnWay'] });
    await screen.findByText(/要乡镇同意了才算/);
    press('自己开车');
    press('是，报上去');
    expect(await screen.findByText(/接送已经安排了/)).toBeVisible();
  });
});

describe('at home already', () => {
  const fetched = { actions: ['arrive', 'cancel'], ownWay: { is: 'MUST_BE_FETCHED' } };

  test('said where a car would come for them, beside being here', async () => {
    show(fetched, 'GRID_WORKER');
    await screen.findByRole('button', { name: /更多/ });
    press(/更多/);
    press('已经在家了，不用接');
    await waitFor(() => expect(sent('arrive')).toMatchObject([{ atHome: true }]));
  });

  test.each([
    ['nobody fetches them', { ...fetched, ownWay: undefined }],
    ['they come to no home', { ...fetched, destination: 'HOTEL' }],
  ])('not said where %s', async (_why, change) => {
    show(change, 'GRID_WORKER');
    await screen.findByRole('button', { name: /更多/ });
    press(/更多/);
    await screen.findByRole('button', { name: '不来了' });
    expect(screen.queryByRole('button', { name: '已经在家了，不用接' })).toBeNull();
  });

  test('after a post has seen them the grid says so where the car is to be sent', async () => {
    const transfer = link({ link: 'TRANSFER', actions: ['finishByHand'] });
    show({ state: 'IN_CHAIN', actions: [], links: [transfer], next: undefined }, 'GRID_WORKER');
    await screen.findByRole('button', { name: '已经在家了，不用接' });
    press('已经在家了，不用接');
    await waitFor(() =>
      expect(server.sent(`/chain-links/${id('k1')}/finish-by-hand`)).toMatchObject([
        { body: { reason: { code: 'AT_HOME' } } },
      ]),
    );
  });
});
