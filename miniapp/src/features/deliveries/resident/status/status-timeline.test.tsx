import { fireEvent, screen, within } from '@testing-library/react';
import { device } from '@/api/testing/fake-device';
import { sample } from '@/api/testing/fake-server';
import { open } from './status.fixture';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

describe('what happened', () => {
  it('says plainly that the bags are at the point of the sealed zone, and that somebody inside took them in', async () => {
    const at = '2026-11-24T06:20:00.000Z';
    const byItself = { at, by: { label: 'SYSTEM' } };
    const left = { ...byItself, action: 'askHandover', to: 'HANDOVER_PENDING', reason: 'SEALED_ZONE' };
    open({ state: 'HANDOVER_PENDING', mode: 'HANDOVER_POINT', timeline: [left] });
    expect(await screen.findByText('到交接点了')).toBeVisible();
    expect(screen.getByText('放到封控区交接点了')).toBeVisible();
    expect(screen.queryByText(/换人|换一位/)).toBeNull();
  });

  it('and once taken in, says so', async () => {
    const byItself = { at: '2026-11-24T06:20:00.000Z', by: { label: 'SYSTEM' } };
    const left = { ...byItself, action: 'askHandover', to: 'HANDOVER_PENDING', reason: 'SEALED_ZONE' };
    const taken = { ...byItself, action: 'takeOver', to: 'IN_TRANSIT' };
    open({ state: 'IN_TRANSIT', mode: 'HANDOVER_POINT', timeline: [left, taken] });
    expect(await screen.findByText('里面的志愿者接进来了')).toBeVisible();
    expect(screen.getByText('放到封控区交接点了')).toBeVisible();
  });

  test('the system, staff and the reader have names, and nobody reads SYSTEM', async () => {
    const at = '2026-11-24T06:10:00Z';
    open({
      timeline: [
        { action: 'submit', to: 'SUBMITTED', at, by: { label: '王**', self: true } },
        { action: 'triage', from: 'SUBMITTED', to: 'TRIAGED', at, by: { label: 'SYSTEM' } },
        { action: 'hold', from: 'TRIAGED', to: 'ON_HOLD', at, by: { label: 'STAFF' } },
        { action: 'accept', from: 'TRIAGED', to: 'ACCEPTED', at, by: { label: '郭**', team: 'VETERAN' } },
      ],
    });
    const list = await screen.findByRole('list', { name: '经过' });
    const notes = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(notes[0]).toMatch(/· 您$/);
    expect(notes[1]).toMatch(/· 系统自动$/);
    expect(notes[2]).toMatch(/· 工作人员$/);
    expect(notes[3]).toMatch(/· 郭\*\* 退役军人队$/);
    expect(list).not.toHaveTextContent(/SYSTEM|STAFF/);
  });
});

describe('when it stopped', () => {
  const at = '2026-11-24T06:10:00Z';
  const by = { label: 'STAFF' };

  test('a refusal says why and what to do, in the words of whoever refused', async () => {
    const refused = { action: 'reject', from: 'SUBMITTED', to: 'REJECTED', at, by, reason: '退烧药请打发热门诊电话' };
    open({ state: 'REJECTED', carrier: undefined, actions: [], timeline: [refused] });
    expect((await screen.findAllByText(/退烧药请打发热门诊电话/)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: '取消这一单' })).toBeNull();
  });

  test('why a volunteer could not come is not told to the household', async () => {
    const gone = { action: 'giveBack', from: 'ACCEPTED', to: 'TRIAGED', at, by, reason: '我发烧了' };
    open({ state: 'TRIAGED', carrier: undefined, actions: ['cancel'], timeline: [gone] });
    expect(await screen.findByText('这位来不了，再找别人')).toBeVisible();
    expect(screen.queryByText(/发烧/)).toBeNull();
  });

  test('sent back: nothing to pay, it may be asked for again, and no line of steps says that it came', async () => {
    const back = { action: 'returnGoods', from: 'IN_TRANSIT', to: 'RETURNED', at, by, reason: 'NOT_NEEDED' };
    const next = { code: 'DISPOSE_RETURNED', who: 'CASHIER', by: at };
    open({ state: 'RETURNED', carrier: undefined, actions: [], timeline: [back], next });
    // the store's time is nothing to the household
    expect((await screen.findAllByText('不用付钱。还想要，再下一单就行')).length).toBeGreaterThan(0);
    expect(screen.queryByText('到门口')).toBeNull();
  });

  test('kept back: it is bought again, and nothing to pay', async () => {
    const kept = { action: 'quarantineBags', from: 'HANDOVER_PENDING', to: 'RETURNED', at, by };
    open({ state: 'RETURNED', keptBack: true, carrier: undefined, actions: [], timeline: [kept] });
    expect(await screen.findByText('袋子先留下了')).toBeVisible();
    expect(screen.getAllByText('这几袋先不给您送，正在重新买，不用付钱').length).toBeGreaterThan(0);
  });

  test('what is brought again is one press away', async () => {
    const again = sample.open.replace('d1', 'd2');
    open({ state: 'CLOSED', actions: [], linkedTo: again });
    fireEvent.click(await screen.findByRole('button', { name: '看补送的那一单' }));
    expect(device.opened).toEqual([{ page: '/pages/delivery/index', params: { id: again } }]);
  });
});
