import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { outbox, queryClient, refreshAll } from '@/api';
import { DutyScreen } from '@/features/volunteers/duty-screen';
import * as platform from '@/platform';
import { DeliveryScreen } from './delivery-screen';
import { type SampleServer, sampleServer } from './sample-server.fixture';
import { deliveryId, offerId, sampleDelivery, sampleOffer } from './sample-work.fixture';
import { signInForTest } from './sign-in.fixture';

jest.mock('@/platform', () => ({
  ...jest.requireActual<Record<string, unknown>>('@/platform'),
  request: jest.fn(),
  putKeptFile: jest.fn(),
  keepFile: jest.fn(),
  keptFile: jest.fn(),
  toast: jest.fn(),
  takePhoto: jest.fn(),
  usePageParams: jest.fn(),
  openPage: jest.fn(() => Promise.resolve()),
  callPhone: jest.fn(() => Promise.resolve()),
}));

jest.setTimeout(40_000);

const mocked = jest.mocked(platform);
let server: SampleServer;
let isCut = false;
let requests = 0;

const photo = { path: 'blob:photo', bytes: 9, type: 'image/jpeg' };

function begin(...work: Parameters<typeof sampleServer>): void {
  server = sampleServer(...work);
  isCut = false;
  requests = 0;
  mocked.request.mockImplementation(({ method, url, body }) => {
    if (isCut) return Promise.resolve({ kind: 'offline' });
    requests += method === 'POST' ? 1 : 0;
    const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
    const reply = server.handle(method, url.replace('/api/v1', ''), sent);
    return Promise.resolve({ kind: 'reply', headers: {}, ...reply });
  });
  mocked.putKeptFile.mockImplementation(() =>
    Promise.resolve(isCut ? { kind: 'offline' } : { kind: 'reply', status: 200, headers: {}, body: {} }),
  );
  mocked.takePhoto.mockResolvedValue(photo);
  mocked.keepFile.mockResolvedValue(true);
  mocked.keptFile.mockResolvedValue(photo);
  mocked.openPage.mockResolvedValue();
  mocked.callPhone.mockResolvedValue();
  mocked.usePageParams.mockReturnValue({ id: deliveryId });
}

beforeEach(() => {
  signInForTest();
  outbox.clear();
  queryClient.clear();
});

const show = (screenShown: React.ReactElement) =>
  render(<QueryClientProvider client={queryClient}>{screenShown}</QueryClientProvider>);
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const pressFirst = async (name: string) => {
  const [first] = await screen.findAllByRole('button', { name });
  if (first) fireEvent.click(first);
};
const storedNames = () => server.stored.map(({ action }) => action);

test('an offer opens by itself, says why, and accepting it opens the delivery', async () => {
  begin([sampleOffer()]);
  show(<DutyScreen />);
  expect(await screen.findByRole('dialog', { name: '有一单找您' })).toBeVisible();
  expect(screen.getByText('就在您这栋楼')).toBeVisible();
  expect(screen.queryByText('502')).not.toBeInTheDocument();
  await press('我来');
  await waitFor(() => expect(storedNames()).toEqual(['accept']));
  await waitFor(() =>
    expect(mocked.openPage).toHaveBeenCalledWith('/packages/volunteer/delivery/index', { id: offerId }),
  );
});

test('an offer that somebody else was asked for meanwhile says so in plain words', async () => {
  begin([sampleOffer()]);
  server.refuse('accept', 'offer-expired');
  show(<DutyScreen />);
  await press('我来');
  expect(await screen.findByText('这一单等得太久，已经问别人了。')).toBeVisible();
  expect(screen.queryByRole('button', { name: '我来' })).not.toBeInTheDocument();
});

test('sold-out eggs: asked in two taps, answered, bought with a photo', async () => {
  begin([sampleDelivery({ state: 'SHOPPING' })]);
  show(<DeliveryScreen />);
  await pressFirst('没有了');
  await press(/柴鸡蛋/);
  expect(await screen.findByText(/已问住户：鸡蛋换成柴鸡蛋，贵 ¥2.00/)).toBeVisible();
  const [eggs] = server.stored;
  expect(eggs).toMatchObject({ action: 'askSubstitution', body: { line: 'lineeggs', offeredPriceFen: 1480 } });
  await act(async () => {
    const lines = sampleDelivery().lines.map((line) =>
      line.line === 'lineeggs'
        ? { ...line, outcome: 'REPLACED' as const, replacement: { name: '柴鸡蛋', priceFen: 1480 }, actualFen: 1480 }
        : line,
    );
    server.change(deliveryId, { state: 'SHOPPING', lines });
    refreshAll();
  });
  expect(await screen.findByText('换成柴鸡蛋')).toBeVisible();
  await pressFirst('拿到了');
  await waitFor(() => expect(screen.getAllByRole('button', { name: '拿到了' })).toHaveLength(1));
  await pressFirst('拿到了');
  await press('去付款');
  mocked.takePhoto.mockResolvedValueOnce(undefined);
  await press('拍小票');
  expect(await screen.findByText('照片没拍成')).toBeVisible();
  expect(screen.getByText(/填好的价钱都还在/)).toBeVisible();
  await press('再拍一次');
  await press('付好了，记下');
  expect(await screen.findByText('出发前三件事')).toBeVisible();
  await waitFor(() => expect(storedNames()).toContain('purchase'));
  const bought = server.stored.find(({ action }) => action === 'purchase');
  expect(bought?.body.receiptPhoto).toEqual(mocked.putKeptFile.mock.calls[0]?.[0]);
  expect(bought?.body.lines).toContainEqual({
    line: 'lineeggs',
    outcome: 'REPLACED',
    boughtQuantity: 1,
    actualFen: 1480,
  });
});

test('without a network the drop is kept, work goes on, and it is sent once when the network is back', async () => {
  begin([sampleDelivery({ state: 'IN_TRANSIT' })]);
  show(<DeliveryScreen />);
  expect(await screen.findByText('502')).toBeVisible();
  isCut = true;
  await press('放下，拍照');
  expect(await screen.findByRole('button', { name: '放错了，拿回来' })).toBeVisible();
  expect(server.stored).toEqual([]);
  isCut = false;
  const before = requests;
  await act(async () => outbox.flush());
  await waitFor(() => expect(storedNames()).toEqual(['drop']));
  await act(async () => outbox.flush());
  expect(requests - before).toBe(1);
  expect(await screen.findByText('已发出，收到了')).toBeVisible();
});

test('bags are given to another with a photo; without a network both are kept, and without a photo nothing is said', async () => {
  begin([sampleDelivery({ state: 'IN_TRANSIT', carrier: { label: '李*', self: true } })]);
  mocked.takePhoto.mockResolvedValueOnce(undefined);
  show(<DeliveryScreen />);
  await press('遇到麻烦');
  fireEvent.click(await screen.findByText('我送不了了'));
  await press('加一个袋子');
  await press('身体不舒服');
  expect(await screen.findByText('照片没拍成')).toBeVisible();
  expect(server.stored).toEqual([]);
  isCut = true;
  await press('再拍一次');
  expect(await screen.findByText('两个人各数一遍')).toBeVisible();
  // as counted now, not as counted in the shop
  expect(screen.getByText(/^2 袋/)).toBeVisible();
  expect(screen.getByText(/还没发出去。有网发出以后才去找人/)).toBeVisible();
  expect(server.stored).toEqual([]);
  isCut = false;
  await act(async () => outbox.flush());
  await waitFor(() => expect(storedNames()).toEqual(['askHandover']));
  const [given] = server.stored;
  expect(given?.body.photo).toEqual(mocked.putKeptFile.mock.calls.at(-1)?.[0]);
});

test('the wrong door is undone within two minutes', async () => {
  begin([sampleDelivery({ state: 'IN_TRANSIT' })]);
  show(<DeliveryScreen />);
  await press('放下，拍照');
  await press('放错了，拿回来');
  expect(await screen.findByRole('button', { name: '放下，拍照' })).toBeVisible();
  await waitFor(() => expect(storedNames()).toEqual(['drop', 'undoDrop']));
});

test('over a tenth more than estimated asks the household before paying', async () => {
  const lines = sampleDelivery().lines.map((line) => ({ ...line, outcome: 'FOUND' as const, actualFen: 2000 }));
  begin([sampleDelivery({ state: 'SHOPPING', lines })]);
  show(<DeliveryScreen />);
  await press('去付款');
  expect(await screen.findByText('比预计多了一成以上')).toBeVisible();
  await press('问住户同不同意');
  await waitFor(() => expect(server.stored[0]).toMatchObject({ action: 'askConsent', body: { neededFen: 6000 } }));
});

test('nobody answers: two calls and five minutes come before the goods are taken along', async () => {
  begin([sampleDelivery({ state: 'IN_TRANSIT' })]);
  show(<DeliveryScreen />);
  await press('遇到麻烦');
  await press(/没人应/);
  const take = await screen.findByRole('button', { name: /没人应，带走/ });
  expect(take).toHaveAttribute('aria-disabled', 'true');
  await press(/打电话（已打 0 次/);
  await press(/打电话（已打 1 次/);
  expect(mocked.callPhone).toHaveBeenCalledTimes(2);
  expect(take).toHaveAttribute('aria-disabled', 'true');
});
