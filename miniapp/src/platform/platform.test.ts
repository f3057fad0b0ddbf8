import Taro from '@tarojs/taro';
import { openPage, readStored, request, storedKeys, writeStored } from '@/platform';

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getCurrentPages: jest.fn(() => []),
    navigateBack: jest.fn(async () => undefined),
    navigateTo: jest.fn(async () => undefined),
    redirectTo: jest.fn(async () => undefined),
    getStorageInfoSync: jest.fn(),
    getStorageSync: jest.fn(),
    request: jest.fn(),
    setStorageSync: jest.fn(),
  },
}));

const taro = Taro as unknown as Record<
  | 'getCurrentPages'
  | 'navigateBack'
  | 'navigateTo'
  | 'redirectTo'
  | 'request'
  | 'getStorageSync'
  | 'setStorageSync'
  | 'getStorageInfoSync',
  jest.Mock
>;
const call = { method: 'GET', url: '/api/v1/me' } as const;

describe('request', () => {
  test.each([200, 401, 409, 500])('status %i is a reply, never a throw', async (status) => {
    taro.request.mockResolvedValue({ statusCode: status, data: '{"a":1}', header: { 'X-Request-Id': 'r1' } });
    await expect(request(call)).resolves.toEqual({
      kind: 'reply',
      status,
      headers: { 'x-request-id': 'r1' },
      body: { a: 1 },
    });
  });

  test('an empty body is null and a broken one is its text', async () => {
    taro.request.mockResolvedValueOnce({ statusCode: 204, data: '', header: {} });
    await expect(request(call)).resolves.toMatchObject({ body: null });
    taro.request.mockResolvedValueOnce({ statusCode: 502, data: '<html>', header: {} });
    await expect(request(call)).resolves.toMatchObject({ body: '<html>' });
  });

  test.each([
    ['request:fail timeout', 'timeout'],
    ['request:fail interrupted', 'interrupted'],
    ['request:fail net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ])('%s is %s', async (errMsg, kind) => {
    taro.request.mockRejectedValueOnce({ errMsg });
    await expect(request(call)).resolves.toEqual({ kind });
  });

  test('waits fifteen seconds unless told otherwise', async () => {
    taro.request.mockResolvedValue({ statusCode: 200, data: '', header: {} });
    await request(call);
    expect(taro.request).toHaveBeenLastCalledWith(expect.objectContaining({ timeout: 15_000 }));
  });
});

describe('storage', () => {
  const asNumber = (value: unknown) => (typeof value === 'number' ? value : undefined);

  test('a damaged or foreign record reads as absent', () => {
    taro.getStorageSync.mockReturnValueOnce('{broken').mockReturnValueOnce('"text"').mockReturnValueOnce('7');
    expect([1, 2, 3].map(() => readStored('k', asNumber))).toEqual([undefined, undefined, 7]);
  });

  test('a full device is told to the caller', () => {
    taro.setStorageSync.mockImplementationOnce(() => {
      throw new Error('exceed storage limit');
    });
    expect(writeStored('k', 1)).toBe(false);
    expect(writeStored('k', 1)).toBe(true);
  });

  test('keys are listed by prefix', () => {
    taro.getStorageInfoSync.mockReturnValue({ keys: ['outbox:1', 'settings', 'outbox:2'] });
    expect(storedKeys('outbox:')).toEqual(['outbox:1', 'outbox:2']);
  });
});

describe('opening a page', () => {
  const run = '/packages/volunteer/run/index';
  const door = '/packages/volunteer/delivery/index';
  const opened = (route: string, params: Record<string, string>) => ({
    route: route.slice(1),
    $taroParams: { ...params, stamp: 'AAAA', $taroTimestamp: 7 },
  });

  beforeEach(() => jest.clearAllMocks());

  test('one that lies below is gone back to, so that seven doors leave one run behind', async () => {
    taro.getCurrentPages.mockReturnValue([opened(run, { id: 'r1' }), opened(door, { id: 'd1' })]);
    await openPage(run, { id: 'r1' });
    expect(taro.navigateBack).toHaveBeenCalledWith({ delta: 1 });
    expect(taro.navigateTo).not.toHaveBeenCalled();
  });

  test.each([
    ['another record', run, { id: 'r2' }],
    ['the same page without what it was opened with', run, {}],
    ['the page one stands on', door, { id: 'd1' }],
  ])('%s is opened on top', async (_which, page, params) => {
    taro.getCurrentPages.mockReturnValue([opened(run, { id: 'r1' }), opened(door, { id: 'd1' })]);
    await openPage(page, params);
    expect(taro.navigateBack).not.toHaveBeenCalled();
    expect(taro.navigateTo).toHaveBeenCalledTimes(1);
  });

  test('where no more fit on top, it takes the place of the last', async () => {
    taro.getCurrentPages.mockReturnValue([]);
    taro.navigateTo.mockRejectedValueOnce(new Error('webview count limit exceed'));
    await openPage(door, { id: 'd1' });
    expect(taro.redirectTo).toHaveBeenCalledWith({ url: `${door}?id=d1` });
  });
});
