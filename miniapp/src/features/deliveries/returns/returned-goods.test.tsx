import { fireEvent, screen, waitFor } from '@testing-library/react';
import { outbox, queryClient } from '@/api';
import { device, press, show } from '@/api/testing/fake-device';
import { refuse, sampleId, serve, signInAs, staff } from '@/api/testing/visit';
import { ReturnedGoodsScreen } from './returned-goods-screen';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const rice = { name: '大米', nameEn: 'Rice', quantity: 1, unit: '袋', cold: false };
const tofu = { name: '豆腐', nameEn: 'Tofu', quantity: 2, unit: '份', cold: true };
const goods = {
  ...{ id: sampleId('1'), kind: 'GROCERY', code: 'A17', bags: 2, shop: '样例超市' },
  ...{ lines: [rice, tofu], why: 'NOT_WANTED', since: ago(3), dueAt: ago(-21), late: false },
  run: { id: sampleId('3'), from: '2026-11-24T01:00:00.000Z', to: '2026-11-24T03:00:00.000Z' },
  brings: { label: '李**', team: 'VETERAN' },
  ...{ mayBecome: ['RESTOCKED', 'DONATED', 'DESTROYED'], revision: 4, actions: ['disposeReturned'] },
};
const keptBack = {
  ...{ ...goods, id: sampleId('2'), code: 'B08', why: 'KEPT_BACK', mayBecome: ['DESTROYED'] },
  ...{ since: ago(30), dueAt: ago(6), late: true, brings: undefined },
};
let server: ReturnType<typeof serve>;

function begin(answer: unknown): void {
  server = serve({ '/store/returns': answer });
  signInAs(staff('STORE_KEEPER'));
  show(<ReturnedGoodsScreen />, queryClient);
}
const both = ({ query }: { readonly query: { readonly tab?: string } }) =>
  query.tab === 'counted'
    ? { items: [{ ...goods, actions: [], countedIn: { at: ago(1), disposition: 'DONATED', by: { label: '姚**' } } }] }
    : { items: [keptBack, goods] };

test('a bag that comes back is told by its sign: what lies in it, from which run, why, and since when', async () => {
  begin(both);
  expect(await screen.findByText('A17')).toBeVisible();
  expect(screen.getAllByText('大米 1 袋、豆腐 2 份（要冷藏）')).toHaveLength(2);
  expect(screen.getByText('在 样例超市 买的 · 跟 09:00–11:00 那一趟出去的 · 李** 带回来')).toBeVisible();
  expect(screen.getByText('住户不要了')).toBeVisible();
  expect(screen.getByText(/^3 小时前退的 · 请在 .+ 前点收$/)).toBeVisible();
  expect(screen.getByText('30 小时前退的 · 过了一天还没点收，网格长知道了')).toBeVisible();
});

test('counted in by saying what becomes of it, once, however often it is pressed', async () => {
  begin({ items: [goods] });
  await screen.findByText('A17');
  press('点过了，说怎么办');
  press('放回仓库');
  await waitFor(() => expect(server.sent()).toHaveLength(1));
  expect(server.sent()[0]).toMatchObject({
    path: `/deliveries/${goods.id}/dispose-returned`,
    body: { disposition: 'RESTOCKED', reason: { code: 'RESTOCKED' } },
  });
  expect(screen.queryByRole('button', { name: '点过了，说怎么办' })).toBeNull();
});

test('bags that are kept back are not opened, and go on no shelf', async () => {
  begin({ items: [keptBack] });
  expect(await screen.findByText('别打开')).toBeVisible();
  expect(screen.getByText(/单独放好，等消毒的人来/)).toBeVisible();
  press('点过了，说怎么办');
  expect(screen.getByRole('button', { name: '处理掉了' })).toBeVisible();
  expect(screen.queryByRole('button', { name: '放回仓库' })).toBeNull();
});

test('what was counted in is the other list, with who did it and when', async () => {
  begin(both);
  await screen.findByText('A17');
  fireEvent.click(screen.getByRole('checkbox', { name: '已经收了' }));
  expect(await screen.findByText('送给需要的人了')).toBeVisible();
  expect(screen.getByText(/^姚\*\*，/)).toBeVisible();
  expect(screen.queryByRole('button', { name: '点过了，说怎么办' })).toBeNull();
});

test('without a network what was pressed is kept and said so', async () => {
  begin({ items: [goods] });
  await screen.findByText('A17');
  device.isOnline = false;
  press('点过了，说怎么办');
  press('处理掉了');
  await waitFor(() => expect(outbox.commands()).toHaveLength(1));
  expect(server.sent()).toEqual([]);
});

test('when nothing comes back it says so, and when the list cannot be read it says why', async () => {
  begin({ items: [] });
  expect(await screen.findByText('没有东西要收')).toBeVisible();
  begin(refuse(403, 'not-allowed'));
  expect(await screen.findByText(/这件事您现在不能办/)).toBeVisible();
});
