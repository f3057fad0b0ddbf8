import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { queryClient } from '@/api';
import { device, show } from '@/api/testing/fake-device';
import { lookedAt } from '@/api/testing/looked-at';
import { staff } from '@/api/testing/visit';
import { GridLegsScreen } from './deliveries/handover-leg/grid-legs-screen';
import { GridPlacesScreen } from './deliveries/pickup-slot/grid-places-screen';
import { GridReturneesScreen } from './returnees/grid-screen';
import { DoorsScreen } from './screening/doors-screen';
import { TransferDeskScreen } from './transfers/desk-screen';
import { LedgerScreen } from './volunteers/ledger-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

jest.setTimeout(30_000);

const none = { items: [] };

/** Lists that are kept on the phone: whose, how it is read, and how it says that there is nothing. */
const lists: readonly (readonly [string, string, ReactNode, string, object])[] = [
  ['还没有分给您的门', 'SCREENER', <DoorsScreen key="doors" />, '/screening/my-doors', none],
  ['现在没有要交接的袋子', 'GRID_LEADER', <GridLegsScreen key="legs" />, '/handover-legs', none],
  ['这一天没有人来取', 'GRID_LEADER', <GridPlacesScreen key="places" />, '/pickup-slots', none],
  ['没有等您看的人', 'GRID_WORKER', <GridReturneesScreen key="people" />, '/grid/returnees', none],
  ['没有等着的转运', 'TRANSFER_DESK', <TransferDeskScreen key="trips" />, '/transfers', none],
  ['没有垫过钱', 'VOLUNTEER', <LedgerScreen key="ledger" />, '/ledger/mine', { ...none, owedToMeFen: 0 }],
];

test.each(lists)('"%s" of an hour ago is said to be of then', async (seen, role, part, path, answer) => {
  await lookedAt(part, { [path]: answer }, seen, staff(role));
  expect(screen.queryByText(/现在看不到新的/)).toBeNull();
  device.isOnline = false;
  show(part, queryClient);
  expect(await screen.findByText(/看的时候这里是空的，现在看不到新的$/, {}, { timeout: 5_000 })).toBeVisible();
  expect(screen.getByText(/现在没有网络/)).toBeVisible();
});
