import { screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { press, show } from '@/api/testing/fake-device';
import { serve, signInAs, staff } from '@/api/testing/visit';
import { OwedScreen } from './owed-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const id = (word: string) => `141122-${word.padEnd(26, '0')}`;
const money = {
  ...{ run: id('r1'), floatFen: 30_000, coveredFen: 0, mayAgreeCash: false, mayTakeCash: false, owed: [] },
};
const cashOut = { who: '赵*', amountFen: 30_000 };

function open(row: object) {
  const shown: Record<string, unknown> = {
    '/ledger/runs': { items: [{ ...money, ...row }] },
    '/ledger/owed': { items: [] },
  };
  const server = serve(shown);
  signInAs(staff('COMMUNITY_CASHIER'));
  show(<OwedScreen />, queryClient);
  return { server, shown };
}

const told = (words: string) => waitFor(() => expect(screen.getByText(words)).toBeVisible());

test('cash of a run that nobody carries: who has it, and taken back by an own count that begins with nothing', async () => {
  const { server, shown } = open({
    state: 'SETTLING',
    cashOut,
    mayTakeCash: true,
    handoverCash: { from: '赵*', statedFen: 30_000 },
  });
  await told('没人送这一趟了，赵* 手里还有备用金 ¥300.00');
  expect(screen.queryByText('接的人还没数')).toBeNull();
  press('收回备用金，当面数一数');
  await told('¥0.00');
  for (const key of ['2', '5', '00', '0']) press(key);
  press('就这么多');
  await waitFor(() =>
    expect(server.sent()).toMatchObject([{ path: `/runs/${money.run}/take-cash`, body: { cashFen: 25_000 } }]),
  );
  await told('已发出，收到了');
  expect(screen.queryByRole('button', { name: '收回备用金，当面数一数' })).toBeNull();
  const counted = { from: '赵*', statedFen: 30_000, countedFen: 25_000, toCashier: true };
  shown['/ledger/runs'] = { items: [{ ...money, state: 'SETTLING', handoverCash: counted }] };
  await queryClient.invalidateQueries();
  await told('赵* 手里应该有 ¥300.00');
  await told('收回时数出 ¥250.00');
});

test('whoever may not take it over sees where it is', async () => {
  open({ state: 'LOCKED', cashOut });
  await told('没人送这一趟了，赵* 手里还有备用金 ¥300.00');
  expect(screen.queryByRole('button', { name: '收回备用金，当面数一数' })).toBeNull();
});
