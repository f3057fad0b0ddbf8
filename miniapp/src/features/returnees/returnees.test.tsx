import { configure, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { queryClient } from '@/api';
import { device, press, show as showWith, type } from '@/api/testing/fake-device';
import type { FakeAnswer } from '@/api/testing/fake-server';
import { sampleId as id, serve, signInAs } from '@/api/testing/visit';
import { GridReturneesScreen } from './grid-screen';
import { at, link, row } from './people.fixture';
import { PersonScreen } from './person-screen';
import { PostScreen } from './post-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

configure({ asyncUtilTimeout: 8_000 });
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

test('at a post somebody is found by phone and is here with one tap; nobody found leads to registering', async () => {
  writes['/returnees/find'] = { status: 200, body: { items: [row({ actions: ['arrive', 'passThrough'] })] } };
  show(<PostScreen />);
  type(/^手机号/, '19900001234');
  press('找人');
  expect(await screen.findByText('王**')).toBeVisible();
  press('到了');
  await waitFor(() => expect(sent(`/travellers/${id('t1')}/arrive`)).toHaveLength(1));
  writes['/returnees/find'] = { status: 200, body: { items: [] } };
  press('找人');
  expect(await screen.findByText('没有报备过')).toBeVisible();
  press('登记未报备的人');
  expect(device.opened).toContainEqual({ page: '/packages/returnee/report/index', params: { mode: 'post' } });
});
