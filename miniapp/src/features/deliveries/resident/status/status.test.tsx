import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beginSession, outbox, queryClient, refreshRecord } from '@/api';
import { device, press, resetDevice, show } from '@/api/testing/fake-device';
import { deliveryView, fakeServer, sample } from '@/api/testing/fake-server';
import { StatusScreen } from './status-screen';

jest.mock('@/platform', () => ({
  ...jest.requireActual('@/api/testing/fake-device').fakePlatform(),
  openFile: async (address: string) => (address.includes('-f9') ? undefined : `blob:${address}`),
}));

const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };
// the invented ids of the fake server are those of the contract
const me = sample.me as unknown as Parameters<typeof beginSession>[1];
const gridPhone = '10000000005';

let server = fakeServer();

/** Opens the one request of the household in this shape; with the grid worker's phone, when there is one. */
function open(part: Parameters<typeof deliveryView>[0], phone?: string) {
  server = fakeServer([deliveryView(part)]);
  const household = {
    id: sample.household,
    area: '141122100201-g03-b12',
    areaNames: ['天宁镇'],
    zone: 'SEALED',
    inQuarantine: true,
    needs: [],
    size: 1,
    contactName: '王桂兰',
    phoneMasked: '100****0001',
    ...(phone !== undefined && { gridPhone: phone }),
  };
  device.server = {
    answer: (method, path, body) =>
      path.startsWith('/households/mine')
        ? { status: 200, body: { items: [household] } }
        : server.answer(method, path, body),
  };
  device.params = { id: sample.open };
  show(<StatusScreen />, queryClient);
}

const sentTo = async (action: string) => {
  const path = `/deliveries/${sample.open}/${action}`;
  await waitFor(() => expect(server.seen.map((each) => each.path)).toContain(path));
  return server.seen.find((each) => each.path === path)?.body;
};

beforeAll(() => void outbox.onSent(({ record }) => refreshRecord(record)));

beforeEach(() => {
  resetDevice();
  queryClient.clear();
  outbox.clear();
  beginSession(tokens, me);
});

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

describe('the way to a person', () => {
  test('when the grid worker has a duty phone, the button rings it', async () => {
    open({ carrier: undefined }, gridPhone);
    fireEvent.click(await screen.findByRole('button', { name: '打电话给网格员' }));
    expect(device.called).toEqual([gridPhone]);
  });

  test('when there is none, the button says that it is the county hotline', async () => {
    open({ carrier: undefined });
    fireEvent.click(await screen.findByRole('button', { name: '打县里的热线 12345' }));
    expect(device.called).toEqual(['12345']);
  });

  const call = () => screen.findByRole('button', { name: '给志愿者打电话' });
  const asked = () => server.seen.filter(({ path }) => path === `/deliveries/${sample.open}/reveal-carrier`);

  test('while somebody carries it, the number is opened, rung and kept nowhere; a second tap meanwhile does nothing', async () => {
    open({ mayCallCarrier: true });
    const button = await call();
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(device.called).toEqual([sample.carrierPhone]));
    expect(asked()).toHaveLength(1);
    expect(asked()[0]?.body).toMatchObject({ why: 'CALL' });
    expect(document.body).not.toHaveTextContent(sample.carrierPhone);
    expect(JSON.stringify({ ...localStorage })).not.toContain(sample.carrierPhone);
  });

  test('when it has just gone to somebody else, it says so and rings nobody', async () => {
    open({ mayCallCarrier: true });
    const button = await call();
    const type = 'https://example.com/problems/transition-not-allowed';
    const body = {
      type,
      title: 'over',
      status: 409,
      instance: 'req-1',
      state: 'CONFIRMED',
      revision: 9,
      next: 'refresh',
    };
    device.server = { answer: () => ({ status: 409, body }) };
    fireEvent.click(button);
    expect(await screen.findByText(/已经不在他手上/)).toBeVisible();
    expect(device.called).toEqual([]);
  });

  test('without a network it says so, rings nobody and sends nothing later', async () => {
    open({ mayCallCarrier: true });
    const button = await call();
    device.isOnline = false;
    fireEvent.click(button);
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(device.called).toEqual([]);
    device.isOnline = true;
    expect(asked()).toEqual([]);
  });

  test('when nobody may be called any more, the way to a person is the grid worker', async () => {
    open({ state: 'CONFIRMED' }, gridPhone);
    expect(await screen.findByRole('button', { name: '打电话给网格员' })).toBeVisible();
    expect(screen.queryByRole('button', { name: '给志愿者打电话' })).toBeNull();
  });
});

describe('after it came', () => {
  test('the household confirms, with one main action', async () => {
    open({ state: 'DROPPED', actions: ['confirm', 'dispute'] });
    fireEvent.click(await screen.findByRole('button', { name: '收到了' }));
    await sentTo('confirm');
  });

  test('it says that it has paid, once; the tick takes the button away', async () => {
    const money = { owedFen: 520, owedTo: 'CARRIER', paidTick: false, receivedTick: false };
    open({ state: 'CONFIRMED', money, actualFen: 520, actions: ['tickPaid', 'dispute'] });
    expect(await screen.findByText('要付的钱 · 付给志愿者')).toBeVisible();
    press('我付过了');
    await sentTo('tick-paid');
    await waitFor(() => expect(screen.queryByRole('button', { name: '我付过了' })).toBeNull());
  });

  test('something is wrong: the reason comes first, then which lines and words of one’s own', async () => {
    open({ state: 'DROPPED', actions: ['confirm', 'dispute'] });
    fireEvent.click(await screen.findByRole('button', { name: '东西不对' }));
    expect(screen.getByText('先选哪里不对')).toBeVisible();
    fireEvent.click(screen.getByRole('radio', { name: '坏了' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '大白菜' }));
    fireEvent.change(screen.getByRole('textbox', { name: /再说一句/ }), { target: { value: ' 叶子烂了 ' } });
    press('告诉网格长');
    expect(await sentTo('dispute')).toMatchObject({ reason: { code: 'BROKEN', words: '叶子烂了' }, lines: ['line1'] });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('before it came', () => {
  test('dearer than thought: the sum asked about is the one agreed to', async () => {
    open({ consent: { neededFen: 8800, askedAt: '2026-11-24T06:40:00Z' }, actions: ['giveConsent', 'askCancel'] });
    fireEvent.click(await screen.findByRole('button', { name: '可以，买吧' }));
    expect(await sentTo('give-consent')).toMatchObject({ neededFen: 8800 });
  });

  test('cancelling asks why, and one press is enough', async () => {
    open({ state: 'TRIAGED', carrier: undefined, actions: ['cancel', 'addLines'] });
    fireEvent.click(await screen.findByRole('button', { name: '取消这一单' }));
    fireEvent.click(screen.getByRole('radio', { name: '等太久' }));
    expect(await sentTo('cancel')).toMatchObject({ reason: { code: 'TOO_LATE' } });
    expect(screen.queryByRole('button', { name: '取消这一单' })).toBeNull();
  });

  test('while somebody is shopping it says that stopping can only be asked for', async () => {
    open({ actions: ['askCancel'] });
    fireEvent.click(await screen.findByRole('button', { name: '不想要了' }));
    expect(screen.getByText(/付了钱就照样送来/)).toBeVisible();
  });

  test('what is on the way already can be sent back, and it says that nothing is to be paid', async () => {
    open({ state: 'IN_TRANSIT', actions: ['returnGoods'] });
    fireEvent.click(await screen.findByRole('button', { name: '不要了，退回去' }));
    expect(screen.getByText(/志愿者会退回去；您不用付钱/)).toBeVisible();
    fireEvent.click(screen.getByRole('radio', { name: '不需要了' }));
    expect(await sentTo('return-goods')).toMatchObject({ reason: { code: 'NOT_NEEDED' } });
  });

  test('adding more leads to the goods of this very order', async () => {
    open({ state: 'TRIAGED', actions: ['addLines'] });
    fireEvent.click(await screen.findByRole('button', { name: '再加几样' }));
    expect(device.opened).toEqual([{ page: '/pages/order/index', params: { kind: 'GROCERY', into: sample.open } }]);
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

  test('what is brought again is one press away', async () => {
    const again = sample.open.replace('d1', 'd2');
    open({ state: 'CLOSED', actions: [], linkedTo: again });
    fireEvent.click(await screen.findByRole('button', { name: '看补送的那一单' }));
    expect(device.opened).toEqual([{ page: '/pages/delivery/index', params: { id: again } }]);
  });
});

describe('medicine and the doctor', () => {
  const medicine = { kind: 'MEDICINE', carrier: undefined, timeline: [] };
  const cleared = {
    action: 'doctorClear',
    from: 'SUBMITTED',
    to: 'SUBMITTED',
    at: '2026-11-24T06:10:00Z',
    by: { label: 'STAFF' },
  };

  test('with symptoms it says that a doctor looks first and why, and 120 is one press away', async () => {
    open({ ...medicine, state: 'SUBMITTED', flags: ['DOCTOR'], actions: ['cancel'] });
    expect(await screen.findByText('先请医生看一眼')).toBeVisible();
    expect(screen.getByText(/这类药不能让人代买。医生会打电话给您/)).toBeVisible();
    expect(screen.getAllByText(/先请医生看一眼，看过再去买/)).not.toHaveLength(0);
    press('打 120');
    expect(device.called).toEqual(['120']);
  });

  test('a prescription is read first: nothing else is asked of the household', async () => {
    open({ ...medicine, state: 'SUBMITTED', flags: ['DOCTOR_LOOK'], actions: ['cancel'] });
    expect(await screen.findByText(/医生先看一看您拍的处方/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '打 120' })).toBeNull();
  });

  test('the question about symptoms is answered here, once', async () => {
    open({ ...medicine, state: 'SUBMITTED', flags: ['SYMPTOM_QUESTION'], actions: ['answerSymptoms', 'cancel'] });
    expect(await screen.findByText('家里有人发烧、咳嗽、嗓子疼吗？')).toBeVisible();
    press('没有');
    expect(await sentTo('answer-symptoms')).toMatchObject({ symptoms: false });
    expect(screen.queryByText('家里有人发烧、咳嗽、嗓子疼吗？')).toBeNull();
  });

  test('cleared: the household reads so, and what the doctor said', async () => {
    open({ ...medicine, state: 'TRIAGED', doctor: { words: '饭后服，一天两次' }, timeline: [cleared], actions: [] });
    expect(await screen.findByText('医生看过了，可以买')).toBeVisible();
    expect(screen.getByText('医生的话：饭后服，一天两次')).toBeVisible();
  });

  test('refused: where to go instead, and the doctor’s words', async () => {
    const doctor = { nextStep: 'FEVER_CLINIC', words: '先去查一下' };
    open({ ...medicine, state: 'REJECTED', flags: ['DOCTOR'], doctor, actions: [] });
    expect(await screen.findByText('医生说先别代买')).toBeVisible();
    expect(screen.getByText(/请去发热门诊/)).toBeVisible();
    expect(screen.getByText('医生的话：先去查一下')).toBeVisible();
    expect(screen.queryByText('先请医生看一眼')).toBeNull();
  });

  test('groceries know no doctor', async () => {
    open({});
    expect(await screen.findByText('正在买')).toBeVisible();
    expect(screen.queryByText(/医生/)).toBeNull();
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
  open(asked('鸡蛋', '柴鸡蛋'));
  await screen.findByText(/柴鸡蛋/);
  press('可以，换');
  await sentTo('answer-substitution');
  await waitFor(() => expect(screen.queryByText(/柴鸡蛋/)).toBeNull());
  server = fakeServer([deliveryView({ ...asked('大米', '小米'), revision: 9 })]);
  await queryClient.invalidateQueries();
  expect(await screen.findByText(/小米/)).toBeVisible();
});
