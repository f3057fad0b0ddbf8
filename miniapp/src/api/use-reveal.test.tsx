import { revealTraveller } from '@grid-relief/shared-types/returnees/returnee.contract';
import { act, renderHook } from '@testing-library/react';
import { useReveal } from '@/api';
import { refuse, sampleId, serve, signInAs, staff } from './testing/visit';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

const opened = { name: '王小返', phone: '19900001234', symptoms: false, stays: [], recordedAt: '2026-11-24T06:00:00Z' };
let isRefused = false;
let server: ReturnType<typeof serve>;

beforeEach(() => {
  jest.useFakeTimers();
  isRefused = false;
  server = serve({}, () => (isRefused ? refuse(403, 'not-allowed') : { status: 200, body: opened }));
  signInAs(staff('GRID_WORKER'));
});
afterEach(() => jest.useRealTimers());

const reveal = (id = sampleId('t1')) =>
  renderHook((of: string) => useReveal(revealTraveller, of), { initialProps: id });

test('one press is one recorded look, shown for two minutes and then covered by itself', async () => {
  const { result } = reveal();
  expect(result.current.opened).toBeUndefined();
  await act(async () => {
    const first = result.current.open();
    const second = result.current.open();
    await Promise.all([first, second]);
  });
  expect(result.current.opened?.phone).toBe('19900001234');
  expect(server.sent(`/travellers/${sampleId('t1')}/reveal`)).toMatchObject([
    { body: { why: 'CALL', opId: expect.any(String) } },
  ]);
  act(() => void jest.advanceTimersByTime(119_000));
  expect(result.current.opened).toBeDefined();
  act(() => void jest.advanceTimersByTime(2_000));
  expect(result.current.opened).toBeUndefined();
});

test('it is covered at once on another record, when the program goes to the back, and by hand', async () => {
  const { result, rerender } = reveal();
  await act(async () => void (await result.current.open()));
  rerender(sampleId('t2'));
  expect(result.current.opened).toBeUndefined();
  await act(async () => void (await result.current.open()));
  expect(result.current.opened).toBeDefined();
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(result.current.opened).toBeUndefined();
  await act(async () => void (await result.current.open()));
  act(() => result.current.hide());
  expect(result.current.opened).toBeUndefined();
});

test('a refusal opens nothing and is told', async () => {
  isRefused = true;
  const { result } = reveal();
  await act(async () => void (await result.current.open()));
  expect(result.current.opened).toBeUndefined();
  expect(result.current.problem?.type).toBe('not-allowed');
});

test('what was opened lies in no storage', async () => {
  const { result } = reveal();
  await act(async () => void (await result.current.open()));
  expect(JSON.stringify({ ...localStorage })).not.toContain('19900001234');
});
