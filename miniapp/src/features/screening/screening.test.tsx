import { screen, waitFor } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { choose, device, press, show, type } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { CommandScreen } from '@/features/grid/command/command-screen';
import { CampaignsScreen } from './campaigns-screen';
import { DoorReportScreen } from './door-report-screen';
import { DoorScreen } from './door-screen';
import { DoorsScreen } from './doors-screen';
import { undoMs } from './use-door';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(40_000);

const at = '2026-11-24T06:00:00.000Z';
const id = `141122-${'d1'.padEnd(26, '0')}`;
const campaign = `141122-${'c1'.padEnd(26, '0')}`;
const door = {
  ...{ id, campaign, area: '141122100201-g03-b01', areaName: '1 号楼', door: '1-1-0201', state: 'NOT_VISITED' },
  ...{ revision: 0, tries: 0, again: false, actions: ['reachDoor'] },
};
const view = { ...door, since: '2026-11-10', questions: [], timeline: [] };
const list = '/screening/my-doors';
const path = `/household-visits/${id}`;

function open(answers: Readonly<Record<string, unknown>>, page: JSX.Element, role = 'SCREENER') {
  const server = serve(answers);
  signInAs(staff(role));
  device.params = { id };
  show(page, queryClient);
  return server;
}

describe('my doors', () => {
  test('loading, failed, empty and ready are drawn', async () => {
    serve({});
    signInAs(staff('SCREENER'));
    device.beforeAnswer = () => new Promise(() => undefined);
    show(<DoorsScreen />, queryClient);
    expect(screen.getAllByRole('status', { name: '正在取最新的情况' })[0]).toBeVisible();
  });

  test('it says why it did not come', async () => {
    open({}, <DoorsScreen />);
    await waitFor(() => expect(screen.getAllByRole('alert')[0]).toBeVisible());
  });

  test('no door is said to be none', async () => {
    open({ [list]: { items: [] } }, <DoorsScreen />);
    await waitFor(() => expect(screen.getByText('还没有分给您的门')).toBeVisible());
  });

  test('doors stand by building with what is left, and a tap opens one', async () => {
    open(
      {
        [list]: { items: [door, { ...door, id: `${id.slice(0, -1)}2`, state: 'DONE_CLEAR', door: '9', actions: [] }] },
      },
      <DoorsScreen />,
    );
    await waitFor(() => expect(screen.getByText('还有 1 户，一共 2 户')).toBeVisible());
    expect(screen.queryByText('9')).toBeNull();
    press(/1-1-0201/);
    expect(device.opened).toContainEqual({ page: '/packages/screening/door/index', params: { id } });
  });

  test('a household on no list is added under an id of its own', async () => {
    const server = open({ [list]: { items: [door] } }, <DoorsScreen />);
    await waitFor(() => press('名单上没有的一户'));
    type(/^怎么找到这户/, '后院北屋');
    press('加上这一户');
    const sent = () => server.sent(`/screening-campaigns/${campaign}/add-door`);
    await waitFor(() =>
      expect(sent()).toMatchObject([{ body: { kind: 'TENANT', door: '后院北屋', area: door.area } }]),
    );
  });
});

describe('at the door', () => {
  test('nobody has come is one tap: being there and the result go out in order, after a moment to take it back', async () => {
    const server = open({ [path]: view, [list]: { items: [door] } }, <DoorScreen />);
    await waitFor(() => press('没有，查完了'));
    expect(screen.getByText('记下：没有，查完了')).toBeVisible();
    expect(server.sent()).toEqual([]);
    const words = () => server.sent().map((one) => one.path.split('/').at(-1));
    await waitFor(() => expect(words()).toEqual(['reach-door', 'found-clear']), { timeout: undoMs + 4_000 });
  });

  test('taken back, nothing is said', async () => {
    const server = open({ [path]: view, [list]: { items: [door] } }, <DoorScreen />);
    await waitFor(() => press('没人应'));
    press('撤销');
    await waitFor(() => expect(screen.getByRole('button', { name: '没有，查完了' })).toBeVisible());
    expect(server.sent()).toEqual([]);
    expect(outbox.commands()).toEqual([]);
  });

  test('leaving the page says it at once', async () => {
    const server = serve({ [path]: view, [list]: { items: [door] } });
    signInAs(staff('SCREENER'));
    device.params = { id };
    const { unmount } = show(<DoorScreen />, queryClient);
    await waitFor(() => press('不愿说'));
    unmount();
    await waitFor(() => expect(server.sent(`${path}/refuse`)).toHaveLength(1));
  });

  test('somebody has come leads straight into the report', async () => {
    open({ [path]: view, [list]: { items: [door] } }, <DoorScreen />);
    await waitFor(() => press('有人回来了'));
    expect(device.opened).toContainEqual({ page: '/packages/screening/report/index', params: { id } });
  });

  test('a card for somebody without a phone goes to the printer alone, in black on white', async () => {
    const card = {
      qr: 'https://example.invalid/h/1',
      code: 'K7M2P4QX',
      areaNames: ['样例街道', '3 号网格'],
      recordedAt: at,
    };
    serve({ [path]: view, [list]: { items: [door] } }, () => ({ status: 200, body: card }));
    signInAs(staff('SCREENER'));
    device.params = { id };
    show(<DoorScreen />, queryClient);
    let paper = '';
    window.print = () => {
      paper = [...document.head.querySelectorAll('style')].map(({ textContent }) => textContent).join();
    };
    await waitFor(() => press('没有手机：出一张卡'));
    await waitFor(() => expect(screen.getByText('口报码 K7M2P4QX')).toBeVisible());
    press('打印这张卡');
    expect(paper).toContain('@media print');
    expect(screen.getByText('口报码 K7M2P4QX').closest('.door-card')).not.toBeNull();
    // whoever holds the paper reads what it is for
    for (const told of ['没有手机，就拿这张卡', /买菜、取药、要人帮忙时.*扫一扫.*您家的编号/])
      expect(screen.getByText(told).closest('.door-card')).not.toBeNull();
    window.dispatchEvent(new Event('afterprint'));
    expect(document.head.textContent).not.toContain('@media print');
  });

  test('without a network the door is known from the list', async () => {
    open({ [list]: { items: [door] } }, <DoorScreen />);
    await waitFor(() => expect(screen.getByText('1-1-0201')).toBeVisible());
    expect(screen.getByRole('button', { name: '没有，查完了' })).toBeVisible();
  });

  test('a report from a door says first that somebody is there, or nobody would hear of it', async () => {
    const server = open({ [path]: view, [list]: { items: [door] } }, <DoorReportScreen />);
    await waitFor(() => type(/^姓名/, '石小玲'));
    type(/^手机号/, '10000000413');
    choose('没有');
    type(/^省/, '甘肃省');
    type('几天前到那里的', '9');
    press('上报，这户查完');
    const words = () => server.sent().map((one) => one.path.split('/').at(-1));
    await waitFor(() => expect(words()).toEqual(['reach-door', 'found-returnee']));
  });

  test('the report begins with who it is, and cannot be sent before', async () => {
    open({ [path]: view }, <DoorReportScreen />);
    await waitFor(() => expect(screen.getByLabelText(/^姓名/)).toBeVisible());
    expect(screen.getByRole('button', { name: /上报，这户查完/ })).toBeVisible();
  });
});

describe('how far it is', () => {
  const counts = {
    ...{ homes: 10, clear: 4, returnee: 1, vacant: 0, reasoned: 0, refused: 0, noAnswer: 0, looksVacant: 0 },
    ...{ underWay: 0, handedUp: 1, notVisited: 4, added: 0, done: 5, percent: 50 },
  };
  const one = {
    ...{ id: campaign, state: 'RUNNING', revision: 2, area: '141122100', areaName: '天宁镇', since: '2026-11-10' },
    ...{
      areas: [{ area: '141122100', name: '天宁镇' }],
      startsAt: at,
      questions: [],
      homes: 10,
      actions: ['check', 'cancel'],
    },
    milestones: [{ at, percent: 100, stood: { homes: 10, done: 5, behind: 1 } }],
  };
  const grid = {
    ...counts,
    ...{ area: '141122100201-g03', areaName: '3 网格', isBehind: true },
    blind: [{ area: '141122100201-g03-b02', name: '2 号楼', homes: 4 }],
  };
  const answers = {
    '/screening-campaigns': { items: [one] },
    [`/screening-campaigns/${campaign}/coverage`]: { total: counts, behind: 1, items: [grid] },
    [`/screening-campaigns/${campaign}/doors`]: {
      items: [{ ...door, state: 'HANDED_UP', actions: ['close'] }],
    },
    '/screening-callbacks': { items: [] },
    [`/screening-campaigns/${campaign}/screeners`]: { items: [{ person: id, label: '侯**', open: 3 }] },
  };

  test('blind spots stand by name, and the township ends the doors with one tap', async () => {
    const server = open(answers, <CampaignsScreen />, 'TOWNSHIP_DISPATCHER');
    await waitFor(() => expect(screen.getByText('没人去过：2 号楼')).toBeVisible());
    press('门都查了，开始电话核对');
    await waitFor(() => expect(server.sent(`/screening-campaigns/${campaign}/check`)).toHaveLength(1));
  });

  test('a leader sends somebody, and names why a door has no result', async () => {
    const server = open(answers, <CampaignsScreen />, 'GRID_LEADER');
    await waitFor(() => press('派人'));
    await waitFor(() => press('侯** · 手上 3 户'));
    const given = `/screening-campaigns/${campaign}/give-doors`;
    await waitFor(() => expect(server.sent(given)).toMatchObject([{ body: { area: grid.area, screener: id } }]));
  });

  test('a door handed up is ended with a reason', async () => {
    const server = open(answers, <CampaignsScreen />, 'GRID_LEADER');
    await waitFor(() => press('空房'));
    press('邻居说的');
    const said = { result: 'VACANT', reason: { code: 'NEIGHBOUR' } };
    await waitFor(() => expect(server.sent(`${path}/close`)).toMatchObject([{ body: said }]));
  });

  test('where there is none, the township plans one for itself', async () => {
    const server = open({ '/screening-campaigns': { items: [] } }, <CampaignsScreen />, 'TOWNSHIP_DISPATCHER');
    await waitFor(() => press('排上，先不派人'));
    await waitFor(() => expect(server.sent('/screening-campaigns')).toHaveLength(1));
  });
});

test('a screener finds the doors at the desk', async () => {
  open({}, <CommandScreen />);
  await waitFor(() => press(/我的门/));
  expect(device.opened).toContainEqual(expect.objectContaining({ page: '/packages/screening/doors/index' }));
});
