import { screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs } from '@/api/testing/visit';
import { ids, leader } from '@/features/deliveries/grid-desk/desk-server.fixture';
import { DoctorScreen } from './doctor/doctor-screen';
import { LateFactsScreen } from './late-facts-screen';
import { RunsScreen } from './runs-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const id = (word: string) => `141122-${word.padEnd(26, '0')}`;
const at = '2026-11-24T06:00:00.000Z';
let server: ReturnType<typeof serve>;

/** Signs a role in, before a server that knows these answers and accepts every act. */
function begin(role: string, answers: Readonly<Record<string, unknown>>): void {
  server = serve(answers);
  signInAs({ ...leader, grants: [{ role, area: ids.grid }] });
}

const medicine = {
  id: id('m1'),
  kind: 'MEDICINE',
  state: 'SUBMITTED',
  priority: 'P1',
  code: 'C03',
  area: ids.grid,
  needs: ['ELDER_ALONE'],
  flags: ['DOCTOR'],
  estimateFen: 2600,
  next: { code: 'DOCTOR', who: 'GRID' },
  revision: 1,
  actions: ['doctorClear', 'doctorRefuse'],
};
const medicineRow = {
  ...medicine,
  areaName: '3 网格',
  waitingSince: at,
  late: true,
  lineCount: 1,
  summary: '布洛芬×1',
};
const medicineView = {
  ...medicine,
  mode: 'DOOR',
  areaNames: ['天宁镇', '3 网格'],
  createdAt: at,
  updatedAt: at,
  lines: [
    {
      line: 'med1',
      name: '布洛芬',
      unit: '盒',
      quantity: 1,
      estimateFen: 2600,
      substitution: { rule: 'NEVER' },
      controlledFour: true,
      cold: false,
      outcome: 'OPEN',
    },
  ],
  payMode: 'RESIDENT_PAYS_SHOP',
  rung: 0,
  timeline: [],
};
const doctors = { '/doctor/queue': { items: [medicineRow] }, [`/deliveries/${id('m1')}`]: medicineView };

test('a doctor refuses only with what the household should do instead', async () => {
  begin('DOCTOR', doctors);
  show(<DoctorScreen />, queryClient);
  await waitFor(() => press('看一看'));
  await waitFor(() => expect(screen.getByText('住户说：有发烧或咳嗽')).toBeVisible());
  expect(screen.getByText('没有处方照片')).toBeVisible();
  press('不能代买');
  expect(screen.getByRole('button', { name: /就这样定.*先选请他怎么办/ })).toHaveAttribute('aria-disabled', 'true');
  screen.getByRole('radio', { name: /去发热门诊/ }).click();
  await waitFor(() => press('就这样定'));
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]).toMatchObject({
    path: `/deliveries/${id('m1')}/doctor-refuse`,
    body: { nextStep: 'FEVER_CLINIC', reason: { code: 'FEVER_CLINIC' } },
  });
});

test('a doctor without medicine to look at is told why the list is empty', async () => {
  begin('DOCTOR', { '/doctor/queue': { items: [] } });
  show(<DoctorScreen />, queryClient);
  await waitFor(() => expect(screen.getByText('没有等您看的药')).toBeVisible());
});

const fact = {
  id: id('f1'),
  state: 'OPEN',
  revision: 1,
  area: ids.grid,
  areaName: '3 网格',
  record: ids.waiting,
  recordKind: 'DELIVERY',
  recordState: 'CLOSED',
  fact: 'drop',
  by: '李*',
  occurredAt: at,
  recordedAt: '2026-11-24T09:30:00.000Z',
  bags: 2,
  follows: 'KEPT',
  because: 'AT_DOOR_ALREADY',
  actions: ['apply', 'note'],
};

test('a late fact shows both times and is reconciled by a person, with a reason when nothing follows', async () => {
  begin('GRID_WORKER', { '/late-facts': { items: [fact] } });
  show(<LateFactsScreen />, queryClient);
  await waitFor(() => expect(screen.getByText(/李\* 报：.*2 袋/)).toBeVisible());
  expect(screen.getByText(/做的时候.*发到的时候/)).toBeVisible();
  press('知道了，不用办');
  press('已经办过了');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]).toMatchObject({
    path: `/late-facts/${id('f1')}/note`,
    body: { reason: { code: 'ALREADY_DONE' } },
  });
});

const receipt = {
  ...fact,
  ...{ id: id('f2'), fact: 'purchase', recordState: 'IN_TRANSIT', told: 'TOWNSHIP_DISPATCHER', follows: 'RECEIPT' },
  ...{ because: undefined, bookedFen: 2300, paidFen: 1500 },
};

test('what follows if a late fact counts is said before the button, with how long it has waited and who knows', async () => {
  begin('GRID_WORKER', { '/late-facts': { items: [receipt] } });
  show(<LateFactsScreen />, queryClient);
  await waitFor(() => expect(screen.getByText(/23\.00 冲掉.*15\.00.*住户和收款员都会知道/)).toBeVisible());
  expect(screen.getByText(/等了 \d+ 小时 · 过了一天，已经报到镇里/)).toBeVisible();
  press('算数，照这个办');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]).toMatchObject({ path: `/late-facts/${id('f2')}/apply` });
});

test('a late fact from which nothing follows says why, and has no button to apply it', async () => {
  const counted = { ...receipt, follows: 'NOTHING', because: 'MONEY_COUNTED', actions: ['note'] };
  begin('GRID_WORKER', { '/late-facts': { items: [counted] } });
  show(<LateFactsScreen />, queryClient);
  await waitFor(() => expect(screen.getByText(/钱已经按估价收齐/)).toBeVisible());
  expect(screen.queryByRole('button', { name: '算数，照这个办' })).toBeNull();
  expect(screen.getByRole('button', { name: '知道了，不用办' })).toBeVisible();
});

const run = {
  id: id('r1'),
  state: 'DOORS',
  revision: 3,
  area: ids.grid,
  areaNames: ['天宁镇', '3 网格'],
  shop: { id: id('s1'), name: '惠民超市' },
  priority: 'P2',
  window: { from: at, to: at, cutOff: at },
  doorCount: 1,
  weightGrams: 4200,
  estimateFen: 4200,
  advancedFen: 4200,
  floatFen: 0,
  picking: [],
  doors: [
    {
      delivery: ids.waiting,
      code: 'B04',
      state: 'IN_TRANSIT',
      order: 0,
      itemCount: 2,
      bags: 9,
      notes: [],
      cold: false,
    },
  ],
  deliveries: [],
  carrier: { label: '赵*' },
  next: { code: 'DELIVER', who: 'CARRIER' },
  actions: ['handOver'],
};
const candidate = { person: ids.near, label: '李*', team: 'VETERAN', score: 92, parts: [], open: 2, limit: 6 };

test('a run whose carrier cannot go on passes to a named person, with its nine bags counted', async () => {
  begin('GRID_LEADER', {
    '/runs': { items: [run] },
    [`/deliveries/${ids.waiting}/candidates`]: { items: [candidate] },
  });
  show(<RunsScreen />, queryClient);
  await waitFor(() => press('换一个人接着送'));
  await waitFor(() => press('派给 李*'));
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]).toMatchObject({ path: `/runs/${id('r1')}/hand-over`, body: { to: ids.near, bags: 9 } });
  expect(device.toasts).toEqual([]);
});

test('with cash out, how much goes along is said before anybody is named', async () => {
  begin('GRID_LEADER', {
    '/runs': { items: [{ ...run, floatFen: 3000, cashHeldFen: 3000, cashExpectedFen: 1200 }] },
    [`/deliveries/${ids.waiting}/candidates`]: { items: [candidate] },
  });
  show(<RunsScreen />, queryClient);
  await waitFor(() => press('换一个人接着送'));
  expect(await screen.findByText('他手里应该有备用金 ¥30.00')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^派给/ })).toBeNull();
  press('交给下一位多少现金');
  press('就这么多');
  await waitFor(() => press('派给 李*'));
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]?.body).toMatchObject({ to: ids.near, bags: 9, cashFen: 1200 });
});
