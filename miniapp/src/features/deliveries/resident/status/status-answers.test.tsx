import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api';
import { device, press } from '@/api/testing/fake-device';
import { deliveryView, sample } from '@/api/testing/fake-server';
import { open, sentTo } from './status.fixture';

jest.mock('@/platform', () => ({
  ...jest.requireActual('@/api/testing/fake-device').fakePlatform(),
  openFile: async (address: string) => (address.includes('-f9') ? undefined : `blob:${address}`),
}));

describe('after it came', () => {
  test('the household confirms, with one main action', async () => {
    const server = open({ state: 'DROPPED', actions: ['confirm', 'dispute'] });
    fireEvent.click(await screen.findByRole('button', { name: '收到了' }));
    await sentTo(server, 'confirm');
  });

  test('it says that it has paid, once; the tick takes the button away', async () => {
    const money = { owedFen: 520, owedTo: 'CARRIER', paidTick: false, receivedTick: false };
    const server = open({ state: 'CONFIRMED', money, actualFen: 520, actions: ['tickPaid', 'dispute'] });
    expect(await screen.findByText('要付的钱 · 付给志愿者')).toBeVisible();
    press('我付过了');
    await sentTo(server, 'tick-paid');
    await waitFor(() => expect(screen.queryByRole('button', { name: '我付过了' })).toBeNull());
  });

  test('something is wrong: the reason comes first, then which lines and words of one’s own', async () => {
    const server = open({ state: 'DROPPED', actions: ['confirm', 'dispute'] });
    fireEvent.click(await screen.findByRole('button', { name: '东西不对' }));
    expect(screen.getByText('先选哪里不对')).toBeVisible();
    fireEvent.click(screen.getByRole('radio', { name: '坏了' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '大白菜' }));
    fireEvent.change(screen.getByRole('textbox', { name: /再说一句/ }), { target: { value: ' 叶子烂了 ' } });
    press('告诉网格长');
    expect(await sentTo(server, 'dispute')).toMatchObject({
      reason: { code: 'BROKEN', words: '叶子烂了' },
      lines: ['line1'],
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('before it came', () => {
  test('dearer than thought: the sum asked about is the one agreed to', async () => {
    const server = open({
      consent: { neededFen: 8800, askedAt: '2026-11-24T06:40:00Z' },
      actions: ['giveConsent', 'askCancel'],
    });
    fireEvent.click(await screen.findByRole('button', { name: '可以，买吧' }));
    expect(await sentTo(server, 'give-consent')).toMatchObject({ neededFen: 8800 });
  });

  test('cancelling asks why, and one press is enough', async () => {
    const server = open({ state: 'TRIAGED', carrier: undefined, actions: ['cancel', 'addLines'] });
    fireEvent.click(await screen.findByRole('button', { name: '取消这一单' }));
    fireEvent.click(screen.getByRole('radio', { name: '等太久' }));
    expect(await sentTo(server, 'cancel')).toMatchObject({ reason: { code: 'TOO_LATE' } });
    expect(screen.queryByRole('button', { name: '取消这一单' })).toBeNull();
  });

  test('while somebody is shopping it says that stopping can only be asked for', async () => {
    open({ actions: ['askCancel'] });
    fireEvent.click(await screen.findByRole('button', { name: '不想要了' }));
    expect(screen.getByText(/付了钱就照样送来/)).toBeVisible();
  });

  test('what is on the way already can be sent back, and it says that nothing is to be paid', async () => {
    const server = open({ state: 'IN_TRANSIT', actions: ['returnGoods'] });
    fireEvent.click(await screen.findByRole('button', { name: '不要了，退回去' }));
    expect(screen.getByText(/志愿者会退回去；您不用付钱/)).toBeVisible();
    fireEvent.click(screen.getByRole('radio', { name: '不需要了' }));
    expect(await sentTo(server, 'return-goods')).toMatchObject({ reason: { code: 'NOT_NEEDED' } });
  });

  test('adding more leads to the goods of this very order', async () => {
    open({ state: 'TRIAGED', actions: ['addLines'] });
    fireEvent.click(await screen.findByRole('button', { name: '再加几样' }));
    expect(device.opened).toEqual([{ page: '/pages/order/index', params: { kind: 'GROCERY', into: sample.open } }]);
  });
});

describe('what was photographed', () => {
  const disputePhoto = sample.open.replace('d1', 'f1');

  test('what the household showed of its complaint, it sees again', async () => {
    open({ state: 'DISPUTED', actions: [], disputePhoto });
    fireEvent.click(await screen.findByRole('button', { name: '看您拍的照片' }));
    expect(await screen.findByRole('img', { name: '您拍的照片' })).toHaveAttribute(
      'src',
      expect.stringContaining(disputePhoto),
    );
  });

  test('a photo that cannot be fetched is said to be missing, and may be asked for again', async () => {
    open({ state: 'DISPUTED', actions: [], disputePhoto: disputePhoto.replace('-f1', '-f9') });
    fireEvent.click(await screen.findByRole('button', { name: '看您拍的照片' }));
    expect(await screen.findByText('照片没取到，有网了再看')).toBeVisible();
    expect(screen.getByRole('button', { name: '看您拍的照片' })).toBeVisible();
  });
});

it('asks a second question although the first of its kind was answered', async () => {
  const at = '2026-11-24T06:30:00.000Z';
  const asked = (name: string, offeredName: string) => ({
    ...{ state: 'SUBSTITUTION_PENDING', actions: ['answerSubstitution'] },
    substitution: { line: 'line1', name, offeredName, offeredPriceFen: 900, extraFen: 0, askedAt: at, answerBy: at },
  });
  const server = open(asked('鸡蛋', '柴鸡蛋'));
  await screen.findByText(/柴鸡蛋/);
  press('可以，换');
  await sentTo(server, 'answer-substitution');
  await waitFor(() => expect(screen.queryByText(/柴鸡蛋/)).toBeNull());
  server.deliveries.set(sample.open, deliveryView({ ...asked('大米', '小米'), revision: 9 }));
  await queryClient.invalidateQueries();
  expect(await screen.findByText(/小米/)).toBeVisible();
});
