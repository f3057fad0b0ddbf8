import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { Me, Tokens } from '@grid-relief/shared-types/identity/identity.schema';
import * as z from '@grid-relief/shared-types/zod';
import { act, screen, waitFor } from '@testing-library/react';
import { beginSession, outbox, queryClient, useAct } from '@/api';
import { device, press, resetDevice, show } from '@/api/testing/fake-device';
import { leader } from '@/features/deliveries/grid-desk/desk-server.fixture';
import { AskHelp, HelpAsked } from './ask-help';
import { RunMain } from './run-main';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const id = `141122-${'r1'.padEnd(26, '0')}`;
const at = '2026-11-24T06:00:00.000Z';
const sent: { path: string; body: Record<string, unknown> }[] = [];

/** As much of a run as its big button looks at. */
const run = (more: object) =>
  ({
    ...{ id, state: 'DOORS', doors: [], deliveries: [], picking: [], advancedFen: 1800, floatFen: 3000 },
    ...{ actions: ['countHandOver'] },
    ...more,
  }) as unknown as RunView;

function Main({ of }: { readonly of: RunView }) {
  return <RunMain run={of} doing={useAct(of.id)} />;
}

function open(of: RunView): void {
  show(<Main of={of} />, queryClient);
}

beforeEach(() => {
  sent.length = 0;
  resetDevice({
    answer: (_method, path, body = {}) => {
      sent.push({ path, body });
      return { status: 200, body: { receipt: { action: 'done', to: 'DOORS', revision: 2, recordedAt: at } } };
    },
  });
  outbox.clear();
  queryClient.clear();
  const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };
  beginSession(z.parse(Tokens, tokens), z.parse(Me, { ...leader, grants: [] }));
});

const typed = (digits: string) => {
  for (const key of digits) press(key);
  press('就这么多');
};

test('whoever goes on counts bags and cash, and is not told what the other one said', async () => {
  open(run({ handover: { bags: 9, at }, handoverCash: { statedFen: 1500 } }));
  press('接过来的，先数一遍袋子');
  expect(document.body).not.toHaveTextContent('15.00');
  press(/^加一个/);
  expect(screen.getByRole('button', { name: /先数现金/ })).toHaveAttribute('aria-disabled', 'true');
  press('数一数现金');
  typed('1200');
  press('我接手，1 袋');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ path: `/runs/${id}/count-hand-over`, body: { bags: 1, cashFen: 1200 } });
});

test('given back before anything was paid: only the cash is counted', async () => {
  open(run({ state: 'ACCEPTED', handoverCash: { statedFen: 3000 } }));
  press('接过来的现金，先数一遍');
  press('数一数现金');
  typed('3000');
  press('数好了');
  await waitFor(() => expect(sent[0]?.body).toMatchObject({ bags: 0, cashFen: 3000 }));
});

test('without a network the count is kept on the phone', async () => {
  open(run({ state: 'ACCEPTED', handoverCash: { statedFen: 3000 } }));
  press('接过来的现金，先数一遍');
  press('数一数现金');
  typed('3000');
  device.isOnline = false;
  press('数好了');
  await waitFor(() => expect(outbox.commands()).toHaveLength(1));
  expect(sent).toEqual([]);
});

test('while the cash differs the run cannot be closed, and says for whom it waits', () => {
  const cash = { statedFen: 1500, countedFen: 1200 };
  open(run({ state: 'SETTLING', actions: ['close', 'countHandOver'], handoverCash: cash, cashHeldFen: 1200 }));
  expect(screen.getByRole('button', { name: /等网格长问清楚/ })).toHaveAttribute('aria-disabled', 'true');
});

test('what is left is worked out from what came to this carrier', async () => {
  const cash = { statedFen: 1500, countedFen: 1500, agreedFen: 1500 };
  const more = { handoverCash: cash, cashHeldFen: 1500, cashExpectedFen: 1500 };
  open(run({ state: 'SETTLING', actions: ['close'], ...more }));
  press(/备用金/);
  press('就这么多');
  await waitFor(() => expect(sent[0]?.body).toMatchObject({ floatReturnedFen: 1500 }));
});

function Help({ of }: { readonly of: RunView }) {
  const doing = useAct(of.id);
  return (
    <>
      <HelpAsked doing={doing} />
      <AskHelp run={of} doing={doing} />
    </>
  );
}

test('with everything paid, whoever cannot go on asks the grid for somebody, and reads whether it knows', async () => {
  show(<Help of={run({ actions: ['askHelp'] })} />, queryClient);
  device.isOnline = false;
  press('这一趟我送不了了');
  press('身体不舒服');
  expect(await screen.findByText(/还没发出去/)).toBeVisible();
  device.isOnline = true;
  await act(async () => outbox.flush());
  expect(await screen.findByText(/网格知道了，会派人来接/)).toBeVisible();
  expect(sent).toMatchObject([{ path: `/runs/${id}/ask-help`, body: { reason: { code: 'NOT_WELL' } } }]);
});
