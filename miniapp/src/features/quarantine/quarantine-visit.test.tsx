import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { serve, signInAs } from '@/api/testing/visit';
import { ids, leader } from '@/features/deliveries/grid-desk/desk-server.fixture';
import { MyDaysScreen } from './my-days-screen';
import { QuarantineScreen } from './quarantine-screen';

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

const phase = { kind: 'HOME', stayIn: true, countedFrom: at, endsAt: '2026-12-01T06:00:00.000Z' };
const test7 = { what: 'DAY', phase: 0, day: 7, date: '2026-12-01', from: at, until: at, swabs: 1, swabsTaken: 0 };
const days = {
  ...{ id: id('e1'), state: 'HOME_ACTIVE', revision: 3, part: 'PERSON', nameMasked: '薛**', area: ids.grid },
  ...{ areaName: '一网格', category: 'MEDIUM_RISK_STAY', placement: 'HOME', phase: 0, phases: [phase] },
  ...{ day: { number: 5, of: 7, left: 2 }, foundAt: at, endsAt: phase.endsAt, swabs: [], linked: [], since: at },
  tests: [{ ...test7, state: 'AHEAD', isLate: false }],
  ...{ reports: [], reportDue: { half: 'MORNING', by: at, isLate: true } },
  actions: ['reportHealth', 'takenBy120'],
};

test('a report when well is two taps, with the digits large, and says who calls when it is late', async () => {
  begin('RESIDENT', { '/my-quarantine': { items: [days] } });
  show(<MyDaysScreen />, queryClient);
  expect(await screen.findByText('第 5 天')).toBeTruthy();
  expect(screen.getByText('一共 7 天，还有 2 天')).toBeTruthy();
  expect(screen.getByText(/网格员会打电话来问/)).toBeTruthy();
  await press('报体温');
  expect(screen.getByText('36.5 ℃')).toBeTruthy();
  await press('没有不舒服，就这样报');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]).toMatchObject({
    path: `/quarantine-episodes/${days.id}/report-health`,
    body: { temperatureTenths: 365, symptoms: [] },
  });
});

test('a report begins anew each time: nothing of the last one is sent again', async () => {
  begin('RESIDENT', { '/my-quarantine': { items: [days] } });
  show(<MyDaysScreen />, queryClient);
  await waitFor(() => press('报体温'));
  for (let tenths = 0; tenths < 12; tenths++) press('高一点');
  expect(screen.getByText('37.7 ℃')).toBeVisible();
  press('有不舒服');
  fireEvent.click(screen.getByRole('checkbox', { name: '咳嗽' }));
  press('报上去，叫医生');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  press('报体温');
  expect(screen.getByText('36.5 ℃')).toBeVisible();
  press('没有不舒服，就这样报');
  await waitFor(() => expect(server.sent()).toHaveLength(2));
  expect(server.sent()[1]?.body).toMatchObject({ temperatureTenths: 365, symptoms: [] });
});

test('whoever is unwell reads what comes next, and 120 is one tap away', async () => {
  const alert = { since: at, dueAt: at, because: ['FEVER'] };
  begin('RESIDENT', { '/my-quarantine': { items: [{ ...days, state: 'SYMPTOM_ALERT', alert }] } });
  show(<MyDaysScreen />, queryClient);
  expect(await screen.findByText('已经叫了医生')).toBeTruthy();
  expect(screen.getByText(/马上打 120，不用等谁批准/)).toBeTruthy();
  expect(screen.getByText('打 120')).toBeTruthy();
});

const hourMs = 3_600_000;

test('the days are known without a network for a day, and nothing about health lies on the device', async () => {
  const report = { opId: id('a1'), day: '2026-11-24', half: 'MORNING', at, how: 'SELF', doubts: [] };
  const said = { reports: [{ ...report, temperatureTenths: 387, symptoms: ['BREATHLESS'], selfTest: 'POSITIVE' }] };
  const selfTest = { day: '2026-11-24', number: 1, isAsked: true, isSaid: true, hasPhoto: true, result: 'POSITIVE' };
  const found = {
    selfTests: [{ ...selfTest, photos: [id('f1')] }],
    swabs: [{ id: id('w1'), takenAt: at, result: 'POSITIVE' }],
    alert: { since: at, because: ['FEVER'] },
  };
  const tests = [...days.tests, { ...days.tests[0], day: 1, state: 'POSITIVE' }];
  begin('RESIDENT', { '/my-quarantine': { items: [{ ...days, ...said, ...found, tests }] } });
  const first = show(<MyDaysScreen />, queryClient);
  expect(await screen.findByText('已经叫了医生')).toBeVisible();
  const onDevice = JSON.stringify({ ...localStorage });
  expect(onDevice).toContain('薛**');
  expect(onDevice).toContain('hasPhoto');
  expect(onDevice).not.toMatch(/387|BREATHLESS|POSITIVE|FEVER|-f1/);

  first.unmount();
  queryClient.clear();
  device.isOnline = false;
  const again = show(<MyDaysScreen />, queryClient);
  expect(screen.getByText('第 5 天')).toBeVisible();
  again.unmount();
  queryClient.clear();
  const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 25 * hourMs);
  show(<MyDaysScreen />, queryClient);
  expect(screen.queryByText('第 5 天')).toBeNull();
  later.mockRestore();
});

test('a page kept from before somebody died: what is pressed there is taken, and that person is gone from it', async () => {
  const other = { ...days, id: id('e3'), nameMasked: '何**', actions: [] };
  const answers: Record<string, unknown> = { '/my-quarantine': { items: [days, other] } };
  begin('RESIDENT', answers);
  const first = show(<MyDaysScreen />, queryClient);
  expect(await screen.findByText('薛**')).toBeVisible();
  first.unmount();
  queryClient.clear();
  device.isOnline = false;
  const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + hourMs);
  // nothing is shown to anybody of whoever has died
  answers['/my-quarantine'] = { items: [other] };
  show(<MyDaysScreen />, queryClient);
  press('报体温');
  press('没有不舒服，就这样报');
  await waitFor(() => expect(outbox.commands()[0]).toMatchObject({ state: 'waiting', tries: 1 }));
  expect(await screen.findByText(/现在看不到新的/, {}, { timeout: 5_000 })).toBeVisible();
  later.mockRestore();
  device.isOnline = true;
  act(() => outbox.flush());
  await waitFor(() => expect(screen.queryByText('薛**')).toBeNull());
  expect(screen.queryByText(/现在看不到新的/)).toBeNull();
  expect(screen.getByText('何**')).toBeVisible();
  expect(screen.queryByRole('button', { name: '报体温' })).toBeNull();
  expect(server.sent()).toHaveLength(1);
});

test('a swab is one tap of the sampler, with the door and a masked name', async () => {
  const row = {
    ...{ id: id('e2'), state: 'HOME_ACTIVE', revision: 3, nameMasked: '薛**', area: ids.grid, areaName: '一网格' },
    ...{ doorCode: '3-1-0402', placement: 'HOME', day: days.day, endsAt: phase.endsAt, testsDue: 1, isDouble: false },
    ...{ linked: 0, todos: [{ what: 'TEST', by: at, isLate: true }], actions: ['swab'] },
  };
  begin('SAMPLER', { '/work/quarantine/to-sample': { items: [row] } });
  show(<QuarantineScreen />, queryClient);
  expect(await screen.findByText('3-1-0402 · 薛**')).toBeTruthy();
  await press('采好了');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]?.path).toBe(`/quarantine-episodes/${row.id}/swab`);
});
