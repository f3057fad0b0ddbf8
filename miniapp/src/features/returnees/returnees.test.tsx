import { screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { outbox, queryClient } from '@/api';
import { device, press, pressTwice, show as showWith } from '@/api/testing/fake-device';
import type { FakeAnswer } from '@/api/testing/fake-server';
import { sampleId as id, refuse, serve, signInAs, staff } from '@/api/testing/visit';
import { ReturneesEntry } from './grid-entry';
import { GridReturneesScreen } from './grid-screen';
import { at, link, row } from './people.fixture';
import { PersonScreen } from './person-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(60_000);

let reads: Record<string, unknown> = {};
/** Answers to what is written, by path; what has none is accepted. */
let writes: Record<string, FakeAnswer> = {};
let server: ReturnType<typeof serve>;

beforeEach(() => {
  reads = {};
  writes = {};
  server = serve(reads, ({ path }) => writes[path]);
  signInAs();
});

const show = (part: ReactNode) => showWith(part, queryClient);
const travels = { what: 'ARRIVE', owner: 'TRAVELLER' };
const sent = (path: string) => server.sent(path).map(({ body }) => body);

describe('the grid', () => {
  test('sees whose turn it is and until when, and says with one tap that they are expected', async () => {
    reads['/grid/returnees'] = { items: [row()] };
    show(<GridReturneesScreen />);
    expect(await screen.findByText(/接下来：网格看一眼 · 网格员来办 · .*前/)).toBeVisible();
    press('知道了，等他来');
    await waitFor(() =>
      expect(sent(`/travellers/${id('t1')}/acknowledge`)).toMatchObject([{ opId: expect.any(String) }]),
    );
  });

  test('a double tap acknowledges once; a lost race says so, and nothing is offered until that is decided', async () => {
    reads['/grid/returnees'] = { items: [row()] };
    writes[`/travellers/${id('t1')}/acknowledge`] = refuse(409, 'transition-not-allowed', { state: 'ACKNOWLEDGED' });
    show(<GridReturneesScreen />);
    await screen.findByText('王**');
    pressTwice('知道了，等他来');
    expect(await screen.findByText('这一步现在办不了，事情已经往前走了。请看最新的情况。')).toBeVisible();
    expect(sent(`/travellers/${id('t1')}/acknowledge`)).toHaveLength(1);
    expect(screen.queryByRole('button', { name: '知道了，等他来' })).toBeNull();
    press('不办了');
    expect(outbox.commands()).toEqual([]);
  });

  test('without a network it is kept and not said to be sent; later it goes with the time of the press', async () => {
    reads['/grid/returnees'] = { items: [row()] };
    show(<GridReturneesScreen />);
    await screen.findByText('王**');
    device.isOnline = false;
    press('知道了，等他来');
    await waitFor(() => expect(outbox.commands()).toMatchObject([{ state: 'waiting' }]));
    expect(screen.getByText(/已记在手机里/)).toBeVisible();
    expect(screen.queryByText('已发出，收到了')).toBeNull();
    expect(screen.queryByRole('button', { name: '知道了，等他来' })).toBeNull();
    device.isOnline = true;
    outbox.flush();
    expect(await screen.findByText('已发出，收到了')).toBeVisible();
    expect(sent(`/travellers/${id('t1')}/acknowledge`)).toMatchObject([{ occurredAt: expect.any(String) }]);
  });

  test('whoever has no grid is told that it is not theirs, with a way home', async () => {
    signInAs(staff('SAMPLER'));
    reads['/grid/returnees'] = refuse(403, 'not-allowed');
    show(<GridReturneesScreen />);
    expect(await screen.findByText(/这件事您现在不能办/)).toBeVisible();
    press('回首页');
    expect(device.opened.map(({ page }) => page)).toEqual(['/pages/home/index']);
  });

  test('who comes in days is not said to be here from the list', async () => {
    const inDays = at(5 * 24 * 60);
    reads['/grid/returnees'] = {
      items: [row({ state: 'ACKNOWLEDGED', plannedAt: inDays, actions: ['setOut', 'arrive'], next: travels })],
    };
    show(<GridReturneesScreen />);
    expect(await screen.findByText(/本人来办/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '到了' })).toBeNull();
  });

  test('the entry counts whom it needs, and says where there are more than it has read', async () => {
    const many = [row(), row({ id: id('t2'), state: 'ACKNOWLEDGED' }), row({ id: id('t3'), late: true })];
    reads['/grid/returnees'] = { items: many, next: 'more' };
    const { unmount } = show(<ReturneesEntry />);
    expect(await screen.findByText('2+ 位要您看')).toBeVisible();
    unmount();
    queryClient.clear();
    reads['/grid/returnees'] = { items: [row({ state: 'ACKNOWLEDGED' })] };
    show(<ReturneesEntry />);
    expect(await screen.findByText('没有要您看的，一共 1 位')).toBeVisible();
  });

  test('ends a link by hand with its reason; the late one stands with its owner', async () => {
    device.params = { id: id('t1') };
    reads[`/travellers/${id('t1')}`] = {
      ...row({ state: 'IN_CHAIN', late: true, actions: ['handOut'], arrivedAt: at(-300) }),
      ...{
        category: 'HIGH_RISK_STAY',
        reason: { code: 'RISK_STAY', values: { area: '样例街', leftOn: '2022-04-10' } },
      },
      ...{ links: [link(), link({ id: id('k2'), link: 'SENSOR', state: 'NOT_NEEDED', late: false, actions: [] })] },
      timeline: [{ at: at(-300), action: 'arrive', from: 'TRIAGED', to: 'ARRIVED', by: 'CHECKPOINT_OFFICER' }],
    };
    show(<PersonScreen />);
    expect(await screen.findByText('告知书')).toBeVisible();
    expect(screen.queryByText('门磁')).toBeNull();
    expect(screen.getByText(/去过 样例街，现在是风险区/)).toBeVisible();
    press('办完了');
    await waitFor(() =>
      expect(sent(`/chain-links/${id('k1')}/finish-by-hand`)).toMatchObject([{ reason: { code: 'DONE_ON_PAPER' } }]),
    );
  });
});
