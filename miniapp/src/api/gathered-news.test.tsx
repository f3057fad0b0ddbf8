import { findHouseholds } from '@grid-relief/shared-types/households/household.contract';
import { act, screen, waitFor } from '@testing-library/react';
import { queryClient, useRead } from '@/api';
import { hearOf } from './gathered-news';
import { show } from './testing/fake-device';
import { sample } from './testing/fake-server';
import { serve, signInAs } from './testing/visit';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

let reads = 0;
/** What the server would say at this moment. */
let door = '1-1-0';

beforeEach(() => {
  reads = 0;
  serve({}, () => {
    reads += 1;
    const row = { id: sample.household, area: '141122100201-g03-b12', doorCode: door, nameMasked: '王**' };
    return { status: 200, body: { items: [{ ...row, needs: [], inQuarantine: false }] } };
  });
  signInAs();
});

function Desk() {
  const found = useRead(findHouseholds, { body: { door: '1-1-501' } });
  return found.data?.items.map(({ doorCode }) => <p key={doorCode}>{doorCode}</p>);
}

const aBurst = (to: string) =>
  act(() => {
    door = to;
    for (let record = 0; record < 40; record++) hearOf(`record-${record}`);
  });

test('dozens of news are read once: the first at once, what follows closely together, the last never left out', async () => {
  show(<Desk />, queryClient);
  await screen.findByText('1-1-0');
  aBurst('1-1-1');
  await screen.findByText('1-1-1');
  expect(reads).toBe(2);
  aBurst('1-1-2');
  aBurst('1-1-3');
  expect(await screen.findByText('1-1-3', {}, { timeout: 3_000 })).toBeVisible();
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(reads).toBe(3);
});
