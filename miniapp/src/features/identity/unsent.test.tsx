import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { confirm } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { deliveryPlanActions } from '@grid-relief/shared-types/quarantine/delivery-plan.contract';
import { episodeActions } from '@grid-relief/shared-types/quarantine/episode.contract';
import {
  chainLinkActions,
  healthTrackerActions,
  returneeReportActions,
  travellerActions,
} from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { screen, waitFor } from '@testing-library/react';
import { enqueue, newId, outbox, queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { refuse, sampleId, serve, signInAs } from '@/api/testing/visit';
import { readerOf } from '@/text';
import { actionWords, historyText } from '@/text/request-history';
import { unsentText, unsentWords } from '@/text/unsent';
import { UnsentScreen } from './unsent-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const t = readerOf(unsentText, 'zh');
const d = readerOf(historyText, 'zh');
const machines = {
  ...{ travellerActions, chainLinkActions, healthTrackerActions, returneeReportActions },
  ...{ episodeActions, deliveryPlanActions },
};
const endpoints = Object.values(machines).flatMap((actions) => Object.values(actions));

test.each(endpoints)('$name is told with what it is about', ({ name }) => {
  expect(unsentWords(t, name)).toMatch(/^.+ · .+$/);
});

test('whatever a person may do to somebody who comes has its own words', () => {
  const { markDuplicate, ...offered } = travellerActions;
  for (const { name } of [...Object.values(offered), ...Object.values(chainLinkActions)])
    expect(unsentWords(t, name)).not.toMatch(/办了一步/);
});

test('a request keeps its words, and a plan of supplies is no request', () => {
  expect(unsentWords(t, confirm.name)).toBeUndefined();
  expect(unsentWords(t, getDelivery.name)).toBeUndefined();
  expect(unsentWords(t, deliveryPlanActions.recordCall.name)).toBe('隔离户的吃用 · 打了电话');
});

describe('the page', () => {
  beforeEach(() => {
    serve({}, () => refuse(409, 'transition-not-allowed'));
    signInAs();
  });
  const act = (endpoint: typeof confirm, record: string) =>
    enqueue(endpoint, { params: { id: record }, body: { opId: newId() } } as never, record);

  test('what was done to a person in quarantine, to somebody who comes and to a request is told apart', async () => {
    device.isOnline = false;
    await act(episodeActions.swab as never, sampleId('e1'));
    await act(travellerActions.arrive as never, sampleId('t1'));
    await act(confirm, sampleId('d1'));
    show(<UnsentScreen />, queryClient);
    expect(screen.getByText('隔离的人 · 采样了')).toBeVisible();
    expect(screen.getByText('返乡的人 · 到了')).toBeVisible();
    expect(screen.getByText(actionWords(d, confirm.name))).toBeVisible();
  });

  test('refused, it says why and may be dropped', async () => {
    await act(travellerActions.arrive as never, sampleId('t1'));
    await waitFor(() => expect(outbox.commands()).toMatchObject([{ state: 'refused' }]));
    show(<UnsentScreen />, queryClient);
    expect(screen.getByText(/事情已经往前走了/)).toBeVisible();
    press('不办了');
    expect(screen.getByText('都发出去了')).toBeVisible();
  });
});
