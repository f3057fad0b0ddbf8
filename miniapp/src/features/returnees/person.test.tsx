import { screen, waitFor } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { choose, device, press, pressTwice, show as showWith, type } from '@/api/testing/fake-device';
import type { FakeAnswer } from '@/api/testing/fake-server';
import { sampleId as id, refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { at, row } from './people.fixture';
import { PersonScreen } from './person-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(60_000);

const path = `/travellers/${id('t1')}`;
let person: object = {};
let writes: Record<string, FakeAnswer> = {};
let server: ReturnType<typeof serve>;

/** Opens somebody's page in the name of a role; without one, as the family that reported them. */
function show(change: object, role?: string): void {
  person = row({ timeline: [], phoneMasked: '199****1234', ...change });
  signInAs(role === undefined ? undefined : staff(role));
  showWith(<PersonScreen />, queryClient);
}

beforeEach(() => {
  writes = {};
  server = serve({ [path]: () => person }, (one) => writes[one.path]);
  device.params = { id: id('t1') };
});

const sent = (action: string) => server.sent(`${path}/${action}`).map(({ body }) => body);
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
const asked = {
  state: 'NEED_INFO',
  actions: ['arrive', 'recordCall', 'addInfo', 'search'],
  next: { what: 'CALL', owner: 'GRID_WORKER' },
};
const travels = { what: 'ARRIVE', owner: 'TRAVELLER', dueAt: at(60) };

describe('what is offered', () => {
  test('the likeliest stands alone, the others one tap further, and what was said beside is sent', async () => {
    show({ actions: ['askInfo', 'arrive', 'acknowledge', 'cancel'] }, 'GRID_WORKER');
    expect(await screen.findByRole('button', { name: '知道了，等他来' })).toBeVisible();
    expect(buttons()).toEqual(expect.not.arrayContaining(['到了', '不来了', '要问清楚']));
    press('更多（3）');
    press('要问清楚');
    press('地方没说清');
    await waitFor(() => expect(sent('ask-info')).toMatchObject([{ reason: { code: 'ASK_PLACE' } }]));
  });

  test('who is to be called is called first, though they might as well be here', async () => {
    show(asked, 'GRID_WORKER');
    await screen.findByRole('button', { name: '记一次电话' });
    press('记一次电话');
    press('没人接');
    await waitFor(() => expect(sent('record-call')).toMatchObject([{ answered: false }]));
  });

  test('whoever is here and under way has nothing to be pressed by mistake', async () => {
    show(
      { state: 'IN_CHAIN', actions: ['handOut'], next: { what: 'LINK_NOTICE', owner: 'GRID_WORKER' } },
      'TOWNSHIP_DISPATCHER',
    );
    expect(await screen.findByRole('button', { name: '更多（1）' })).toBeVisible();
    expect(screen.queryByRole('button', { name: '交给别的县' })).toBeNull();
  });

  test('days before the plan they set out; on the day they are here', async () => {
    show({
      state: 'ACKNOWLEDGED',
      actions: ['setOut', 'arrive'],
      next: travels,
      plannedAt: at(3 * 24 * 60),
      name: '王小返',
    });
    expect(await screen.findByRole('button', { name: '出发了' })).toBeVisible();
    expect(screen.queryByRole('button', { name: '到了' })).toBeNull();
  });
});

describe('what was learnt on the phone', () => {
  const open = async () => {
    show(asked, 'GRID_WORKER');
    await screen.findByRole('button', { name: /更多/ });
    press(/更多/);
    press('问清楚了');
  };

  test('nothing filled in is not sent, and says why', async () => {
    await open();
    press(/^问清楚了.*先写问到了什么/);
    expect(outbox.commands()).toEqual([]);
  });

  test('words, another place and another day are sent as they were filled in', async () => {
    await open();
    type(/^问到了什么/, '住在城关区');
    type(/^省/, '甘肃省');
    type(/^市/, '兰州市');
    expect(screen.getByRole('button', { name: /先写几天前到那里的/ })).toBeVisible();
    type(/^几天前到那里的/, '6');
    choose('后天');
    press('问清楚了');
    await waitFor(() =>
      expect(sent('add-info')).toMatchObject([
        {
          reason: { code: 'CONFIRMED', words: '住在城关区' },
          stays: [{ place: ['甘肃省', '兰州市'], from: expect.any(String) }],
          plannedArrival: expect.any(String),
        },
      ]),
    );
  });
});

describe('who it is', () => {
  test('one recorded look opens name and number, and covers them again', async () => {
    writes[`${path}/reveal`] = {
      status: 200,
      body: { name: '王小返', phone: '19900001234', symptoms: false, stays: [], recordedAt: at(0) },
    };
    show({}, 'GRID_WORKER');
    expect(await screen.findByText('王**')).toBeVisible();
    press('看名字和电话');
    expect(await screen.findByText('王小返')).toBeVisible();
    expect(screen.getByText('您看过这一条，已经记下')).toBeVisible();
    expect(sent('reveal')).toMatchObject([{ why: 'CALL' }]);
    press('打电话 19900001234');
    expect(device.called).toEqual(['19900001234']);
    press('遮上');
    expect(screen.queryByText('王小返')).toBeNull();
    expect(screen.getByText('王**')).toBeVisible();
  });

  test('a look that is refused says so instead of doing nothing', async () => {
    writes[`${path}/reveal`] = refuse(404, 'not-found');
    show({}, 'GRID_WORKER');
    await screen.findByRole('button', { name: '看名字和电话' });
    press('看名字和电话');
    expect(await screen.findByRole('alert')).toHaveTextContent(/没找到/);
  });

  test('whoever may not look is offered no eye', async () => {
    show({}, 'COUNTY_DISPATCHER');
    expect(await screen.findByText('王**')).toBeVisible();
    expect(screen.queryByRole('button', { name: '看名字和电话' })).toBeNull();
  });
});

test('the grid reads that it is the turn of the traveller, not its own', async () => {
  show({ state: 'EN_ROUTE', next: travels, actions: [] }, 'GRID_WORKER');
  expect(await screen.findByText(/ · 本人来办/)).toBeVisible();
});

test('the family reads who did what, and that it is their turn', async () => {
  const step = { at: at(-30), action: 'setOut', from: 'ACKNOWLEDGED', to: 'EN_ROUTE', by: 'RESIDENT' };
  show({ state: 'EN_ROUTE', next: travels, actions: [], name: '王小返', timeline: [step] });
  expect(await screen.findByText(/ · 您或本人来办/)).toBeVisible();
  expect(screen.getByText(/本人或家里人$/)).toBeVisible();
});

describe('being followed', () => {
  const tracker = {
    ...{ id: id('h1'), traveller: id('t1'), state: 'LATE', revision: 2, from: at(-4000), until: at(4000) },
    ...{ tests: 2, swabs: 1, dueAt: at(-10), actions: ['reportHealth'] },
  };

  test('a late report is said in words, and the report of the day is sent once', async () => {
    show({ state: 'IN_CHAIN', actions: [], tracker, name: '王小返' });
    expect(await screen.findByText('今天的还没报，请报一下')).toBeVisible();
    press('报今天的体温');
    pressTwice('没有不舒服，就这样报');
    await waitFor(() =>
      expect(server.sent(`/health-trackers/${id('h1')}/report-health`).map(({ body }) => body)).toMatchObject([
        { temperatureTenths: 365, symptoms: [] },
      ]),
    );
  });

  test('in time it says until when', async () => {
    show({ state: 'IN_CHAIN', actions: [], tracker: { ...tracker, state: 'ACTIVE', dueAt: at(60) }, name: '王小返' });
    expect(await screen.findByText(/前报$/)).toBeVisible();
    expect(screen.queryByText('今天的还没报，请报一下')).toBeNull();
  });

  test('that they have died is the leader’s to say, once it was asked again; the family is not asked', async () => {
    const dying = { ...tracker, actions: ['recordDeath'] };
    show({ state: 'IN_CHAIN', actions: [], tracker: dying, links: [] }, 'GRID_LEADER');
    expect(await screen.findByRole('button', { name: '人去世了' })).toBeVisible();
    press('人去世了');
    expect(screen.getByText(/核实过了吗/)).toBeVisible();
    expect(server.sent()).toEqual([]);
    pressTwice('核实过了，人去世了');
    await waitFor(() => expect(server.sent(`/health-trackers/${id('h1')}/record-death`)).toHaveLength(1));
  });
});
