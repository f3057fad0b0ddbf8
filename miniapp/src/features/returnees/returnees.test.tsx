import { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import { z } from '@grid-relief/shared-types/zod';
import { configure, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { queryClient } from '@/api';
import { choose, device, press, show as showWith, type } from '@/api/testing/fake-device';
import { type FakeAnswer, sample } from '@/api/testing/fake-server';
import { sampleId as id, refuse, serve, signInAs } from '@/api/testing/visit';
import { GridReturneesScreen } from './grid-screen';
import { PersonScreen } from './person-screen';
import { PostScreen } from './post-screen';
import { arrivalAt, nobodyYet, nowhereYet, reportFrom, whatIsMissing } from './report-draft';
import { ReportScreen } from './report-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(60_000);

const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const row = (change: object = {}) => ({
  ...{ id: id('t1'), report: id('r1'), state: 'TRIAGED', revision: 1, code: 'K7QX', nameMasked: '王**' },
  ...{
    area: '141122100201-g03',
    areaName: '第三网格',
    foundBy: 'FAMILY',
    destination: 'HOUSEHOLD',
    plannedAt: at(600),
  },
  ...{ lateReport: false, late: false, next: { what: 'ACKNOWLEDGE', owner: 'GRID_WORKER', dueAt: at(20) } },
  ...{ actions: ['acknowledge', 'askInfo', 'arrive'], ...change },
});
const link = (change: object = {}) => ({
  ...{ id: id('k1'), traveller: id('t1'), link: 'NOTICE', state: 'STARTED', revision: 1, owner: 'GRID_WORKER' },
  ...{ late: true, dueAt: at(-5), code: 'K7QX', area: '141122100201-g03', areaName: '第三网格' },
  ...{ actions: ['finishByHand', 'fail'], ...change },
});

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

describe('the form', () => {
  const draft: Parameters<typeof reportFrom>[0] = {
    ...({
      id: id('r1'),
      foundBy: 'FAMILY',
      kind: 'HOUSEHOLD',
      hour: '12',
      day: '2',
      entry: '',
      transport: '',
    } as const),
    people: [{ ...nobodyYet, name: '王小返', phone: '19900001234', symptoms: 'no' }],
    places: [{ ...nowhereYet, parts: ['甘肃省', '兰州市', '', ''], came: '9' }],
    ...{ areaName: '', place: '', hostName: '', hostPhone: '' },
  };

  test('what it makes, the contract takes', () => {
    const report = reportFrom(draft, 'home', sample.household, new Date('2022-04-18T01:30:00Z'));
    expect(z.parse(ReturneeReportDraft, report)).toMatchObject({
      plannedArrival: '2022-04-20T04:00:00.000Z',
      stays: [{ place: ['甘肃省', '兰州市'], from: '2022-04-09T01:30:00.000Z' }],
      destination: { kind: 'HOUSEHOLD', household: sample.household },
    });
  });

  test('an hour that is over today is now', () => {
    const now = new Date('2022-04-18T09:00:00Z');
    expect([arrivalAt('0', '8', now), arrivalAt('0', '21', now)]).toEqual([
      now.toISOString(),
      '2022-04-18T13:00:00.000Z',
    ]);
  });

  test('it asks for one thing after the other, and without a home here for who answers for them', () => {
    expect(whatIsMissing(draft, 'home', sample.household)).toBeUndefined();
    expect(whatIsMissing(draft, 'home', undefined)).toBe('need-home');
    expect(whatIsMissing({ ...draft, people: [nobodyYet] }, 'home', sample.household)).toBe('need-name');
    const hotel = { ...draft, kind: 'HOTEL', area: '141122100201-g03', place: '样例宾馆' } as const;
    expect(whatIsMissing(hotel, 'home', sample.household)).toBe('need-host');
  });

  test('what is typed stays on the phone, is sent once, and what the server finds wrong stands at its field', async () => {
    const errors = [{ pointer: '/travellers/0/phone', detail: '打不通' }];
    writes['/returnee-reports'] = refuse(422, 'invalid-input', { errors });
    const { unmount } = show(<ReportScreen />);
    expect(screen.getByRole('button', { name: /报上去.*先写姓名|先写姓名/ })).toBeVisible();
    type(/^姓名/, '王小返');
    type(/^手机号/, '19900001234');
    choose('没有');
    type(/^省/, '甘肃省');
    type(/^几天前到那里的/, '9');
    unmount();
    show(<ReportScreen />);
    expect(screen.getByLabelText(/^姓名/)).toHaveValue('王小返');
    choose('后天');
    press('报上去');
    expect(await screen.findByText('打不通')).toBeVisible();
    expect(sent('/returnee-reports')).toHaveLength(1);
    writes['/returnee-reports'] = {
      status: 200,
      body: {
        ...{ id: id('r1'), state: 'SUBMITTED', revision: 0, foundBy: 'FAMILY', createdAt: at(0), lateReport: false },
        ...{ travellers: [row()], actions: [] },
      },
    };
    press('改好了，再报一次');
    expect(await screen.findByText('报上去了')).toBeVisible();
    const [first, second] = sent('/returnee-reports');
    expect(first?.id).not.toBe(second?.id);
  });
});

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
