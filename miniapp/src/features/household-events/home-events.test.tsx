import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { queryClient } from '@/api';
import { choose, device, press, show, type } from '@/api/testing/fake-device';
import { refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { CommandScreen } from '@/features/grid/command/command-screen';
import { HomeEventsScreen } from './home-events-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const at = '2026-11-24T06:00:00.000Z';
const anId = (start: string) => `141122-${start.padEnd(26, '0')}`;
const row = {
  ...{ id: anId('e1'), kind: 'CHILD_ALONE', state: 'OPENED', revision: 0, code: 'A12B', area: '141122100201-g03' },
  ...{ areaName: '3 网格', doorCode: '3-1-0402', openedAt: at, dueAt: at, isLate: true, waitsForGuardian: true },
  actions: ['secure', 'openWelfare', 'keepAsIs'],
};
const task = {
  ...{ id: anId('w1'), event: row.id, state: 'OPEN', revision: 0, code: 'C34D', area: row.area, areaName: '3 网格' },
  ...{ doorCode: row.doorCode, priority: 'P0', people: [{ kind: 'CHILD', age: 6 }], openedAt: at, dueAt: at },
  ...{ isLate: true, actions: ['nameGuardian'], timeline: [] },
};
const delivery = anId('d1');
const view = {
  ...row,
  ...{ household: anId('h1'), words: '妈妈被接走', held: 2, welfare: [task], timeline: [] },
  inTheWay: [
    { what: 'NO_GUARDIAN', record: task.id, code: 'C34D', state: 'OPEN' },
    { what: 'DELIVERY_BOUGHT', record: delivery, code: 'B123', state: 'IN_TRANSIT' },
  ],
};
const list = '/household-events';
const one = `${list}/${row.id}`;

function open(role: string, answers: Readonly<Record<string, unknown>>, onPost?: Parameters<typeof serve>[1]) {
  const server = serve(answers, onPost);
  signInAs(staff(role));
  show(<HomeEventsScreen />, queryClient);
  return server;
}
const listed = { [list]: { items: [row] }, [one]: view };
async function lookAt(role: string, change: object = {}) {
  const server = open(role, { ...listed, [one]: { ...view, ...change } });
  await waitFor(() => press('看情况、办事'));
  await waitFor(() => expect(screen.getByText(/妈妈被接走/)).toBeVisible());
  return server;
}

test('it says that it is being read', () => {
  serve({});
  signInAs(staff('GRID_WORKER'));
  device.beforeAnswer = () => new Promise(() => undefined);
  show(<HomeEventsScreen />, queryClient);
  expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
});

test('it says why it did not come', async () => {
  open('GRID_WORKER', {});
  await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
});

test('nothing is said to be nothing; a township opens no event and finds its list at the desk', async () => {
  open('TOWNSHIP_DISPATCHER', { [list]: { items: [] } });
  await waitFor(() => expect(screen.getByText('家家平安')).toBeVisible());
  expect(screen.queryByRole('button', { name: '有一家出事了' })).toBeNull();
  show(<CommandScreen />, queryClient);
  await waitFor(() => press(/家中有事/));
  expect(device.opened).toContainEqual(expect.objectContaining({ page: '/packages/grid/home-events/index' }));
});

test('what is late and who has nobody is said in words', async () => {
  open('GRID_WORKER', listed);
  await waitFor(() => expect(screen.getByText('3-1-0402 · A12B')).toBeVisible());
  expect(screen.getByText(/还没安顿好，过了/)).toBeVisible();
  expect(screen.getByText('有人没人照看')).toBeVisible();
});

test('after a death somebody says of each quarantine of the home whose it is', async () => {
  const inTheWay = [{ what: 'EPISODE_OPEN', record: anId('q1'), state: 'HOME_ACTIVE' }];
  await lookAt('GRID_LEADER', { kind: 'DEATH', welfare: [], inTheWay });
  expect(screen.getByText('这家有人在隔离：要是去世的那位，请在他那里记下')).toBeVisible();
  expect(screen.getByRole('button', { name: '看过了，不用改' })).toBeVisible();
  press('去看这个人');
  expect(device.opened).toContainEqual({ page: '/packages/grid/quarantine/index', params: { id: anId('q1') } });
});

test('and of whoever is followed there', async () => {
  const inTheWay = [{ what: 'TRACKER_OPEN', record: anId('t1'), state: 'ACTIVE' }];
  await lookAt('GRID_LEADER', { kind: 'DEATH', welfare: [], inTheWay });
  expect(screen.getByText('这家有人在健康监测：要是去世的那位，请在他那里记下')).toBeVisible();
  press('去看这个人');
  expect(device.opened).toContainEqual({ page: '/packages/returnee/person/index', params: { id: anId('t1') } });
});

describe('a notice leads here', () => {
  const arrive = (answers: Readonly<Record<string, unknown>>) => {
    serve(answers);
    signInAs(staff('GRID_LEADER'));
    device.params = { id: row.id };
    show(<HomeEventsScreen />, queryClient);
  };

  test('to the very event it is about, also when that is over and stands in no list', async () => {
    arrive({ [list]: { items: [] }, [one]: { ...view, state: 'CLOSED', inTheWay: [] } });
    await waitFor(() => expect(screen.getByText(/妈妈被接走/)).toBeVisible());
    expect(screen.getByRole('dialog')).toBeVisible();
    press('关闭');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('and to the list, said so, when its reader does not see it any more', async () => {
    arrive({ [list]: { items: [{ ...row, id: anId('e2'), code: 'Z99Z' }] } });
    await waitFor(() => expect(device.toasts).toEqual(['这件事您看不到了，先看现在有的']));
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(screen.getByText('3-1-0402 · Z99Z')).toBeVisible());
  });

  test('without a network the sheet stays and may be asked again', async () => {
    arrive({ [list]: { items: [row] }, [one]: refuse(500, 'internal') });
    await waitFor(() => expect(screen.getByRole('button', { name: '再试一次' })).toBeVisible(), { timeout: 8_000 });
    expect(screen.getByRole('dialog')).toBeVisible();
    expect(device.toasts).toEqual([]);
  });
});

test('the sheet says what was done step by step, by which role, why, and in whose words', async () => {
  const timeline = [
    { at, action: 'holdGoods', to: 'OPENED', by: 'SYSTEM' },
    { at, action: 'secure', to: 'SECURED', by: 'GRID_WORKER', words: '钥匙在邻居家' },
    { at, action: 'keepAsIs', to: 'SECURED', by: 'GRID_LEADER', reason: 'STILL_WANTED' },
    { at, action: 'somethingNewer', to: 'SECURED', by: 'TOWNSHIP_DISPATCHER', reason: 'OTHER' },
  ];
  await lookAt('GRID_LEADER', { timeline });
  const steps = within(screen.getByRole('list', { name: '一步一步' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');
  expect(steps).toHaveLength(5);
  expect(steps[0]).toMatch(/^记下了这件事/);
  expect(steps[1]).toMatch(/先停下.*· 系统$/);
  expect(steps[2]).toMatch(/都安顿好了.*· 网格员 · 钥匙在邻居家$/);
  expect(steps[3]).toMatch(/不用改.*· 网格长 · 家里有人接，照常送$/);
  expect(steps[4]).toMatch(/^有了新进展.*· 乡镇调度$/);
});

test('people, pets and goods, a word each; without all three nothing is sent', async () => {
  const server = await lookAt('GRID_WORKER');
  press('都安顿好了');
  type('人', '在亲戚家');
  type('宠物', '没有');
  expect(screen.getByText('三样都要写一句')).toBeVisible();
  type('家里的东西', '煤气关了');
  press('都安顿好了');
  const secured = { people: '在亲戚家', pets: '没有', goods: '煤气关了' };
  await waitFor(() => expect(server.sent(`${one}/secure`)).toMatchObject([{ body: { secured } }]));
});

test('everything that is open leads to its page, or is said to stay as it is', async () => {
  const server = await lookAt('GRID_WORKER');
  expect(screen.getByText('还有这些没弄完')).toBeVisible();
  press('去看这一单');
  expect(device.opened).toContainEqual(
    expect.objectContaining({ page: '/packages/grid/delivery/index', params: { id: delivery } }),
  );
  press('看过了，不用改');
  press('家里有人接，照常送');
  await waitFor(() =>
    expect(server.sent(`${one}/keep-as-is`)).toMatchObject([
      { body: { what: 'DELIVERY_BOUGHT', record: delivery, reason: { code: 'STILL_WANTED' } } },
    ]),
  );
});

test('a guardian is named on the same sheet, with whether they are of age', async () => {
  const server = await lookAt('GRID_LEADER');
  expect(screen.getByText('孩子 6 岁')).toBeVisible();
  press('定下谁来照看');
  type('谁来照看', '韩大姑');
  choose('亲属');
  expect(screen.getByText('请选满没满 18 岁')).toBeVisible();
  choose('满了');
  press('就是这个人');
  const guardian = { name: '韩大姑', relation: 'FAMILY', isAdult: true };
  await waitFor(() =>
    expect(server.sent(`/welfare-tasks/${task.id}/name-guardian`)).toMatchObject([{ body: { guardian } }]),
  );
});

test('they are settled with place, company, school, medicine and food, and food is sent for', async () => {
  const named = { ...task, state: 'GUARDIAN_NAMED', actions: ['settle'], isLate: false };
  const server = await lookAt('GRID_WORKER', { welfare: [named] });
  press('安置');
  choose('在自己家');
  choose('一起');
  for (const label of ['上学、网课怎么办', '吃什么药', '吃饭怎么办、忌口']) type(label, '没有');
  fireEvent.click(screen.getByRole('checkbox', { name: '饭菜' }));
  press('这样安置');
  const settlement = {
    ...{ where: 'AT_HOME', guardianAlong: true, school: '没有', medicine: '没有', food: '没有', bring: ['FOOD'] },
  };
  await waitFor(() =>
    expect(server.sent(`/welfare-tasks/${task.id}/settle`)).toMatchObject([{ body: { settlement } }]),
  );
});

test('an event is opened in three answers: which home, what, and how old the child is', async () => {
  const home = {
    id: anId('h2'),
    area: row.area,
    doorCode: '5-2-0101',
    nameMasked: '韩**',
    needs: [],
    inQuarantine: false,
  };
  const server = open('GRID_WORKER', listed, ({ path }) =>
    path === '/households/find'
      ? { status: 200, body: { items: [home] } }
      : { status: 200, body: { id: row.id, code: 'A12B', state: 'OPENED', wasOpen: false } },
  );
  await waitFor(() => press('有一家出事了'));
  type('门牌号', '5-2-0101');
  press('找这一家');
  await waitFor(() => press(/5-2-0101 · 韩/));
  choose('孩子没人管');
  expect(screen.getByText('请写孩子几岁，0 到 17')).toBeVisible();
  type('孩子几岁', '6');
  press('记下，马上去看');
  await waitFor(() =>
    expect(server.sent(list)).toMatchObject([
      { body: { kind: 'CHILD_ALONE', household: home.id, leftBehind: [{ kind: 'CHILD', age: 6 }] } },
    ]),
  );
});
