import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { type Repeated, repeatedly } from './repeatedly';

let repeated: Repeated | undefined;
afterEach(() => repeated?.stop());

const told: unknown[] = [];
const onError = (error: unknown) => void told.push(error);
beforeEach(() => told.splice(0));

/** Looks that end when they are let, and say how often they have begun and how many run. */
function watched(end: (nth: number) => Promise<unknown>) {
  const seen = new EventTarget();
  const count = { begun: 0, running: 0, most: 0 };
  return {
    count,
    begins: (nth: number) => (count.begun >= nth ? undefined : once(seen, String(nth))),
    async look() {
      count.begun += 1;
      count.running += 1;
      count.most = Math.max(count.most, count.running);
      seen.dispatchEvent(new Event(String(count.begun)));
      await end(count.begun).finally(() => (count.running -= 1));
    },
  };
}

test('looks again after each look has ended, and never twice at once', async () => {
  // each takes longer than the time between two
  const { look, begins, count } = watched(() => after(5));
  repeated = repeatedly(1, look, { onError });
  repeated.start();
  await begins(4);
  expect(count.most).toBe(1);
  expect(told).toEqual([]);
});

test('a look that fails is told of, and the next one comes', async () => {
  const failed = new Error('the database is away');
  const { look, begins } = watched((nth) => (nth === 1 ? Promise.reject(failed) : Promise.resolve()));
  repeated = repeatedly(1, look, { onError });
  repeated.start();
  await begins(2);
  expect(told).toEqual([failed]);
});

test.each([
  ['AT_ONCE', 1],
  ['LATER', 0],
] as const)('begins %s', (first, begun) => {
  const { look, count } = watched(async () => undefined);
  repeated = repeatedly(60_000, look, { onError, first });
  expect(count.begun).toBe(0);
  repeated.start();
  expect(count.begun).toBe(begun);
});

test('stopping waits for the look that runs, which hears of it, and none follows', async () => {
  let letGo: () => void = () => undefined;
  const { look, begins, count } = watched(() => new Promise<void>((resolve) => (letGo = resolve)));
  repeated = repeatedly(0, look, { onError });
  repeated.start();
  await begins(1);
  expect(repeated.isStopping()).toBe(false);
  let isOver = false;
  const stopped = repeated.stop().then(() => (isOver = true));
  await after(20);
  expect([repeated.isStopping(), isOver]).toEqual([true, false]);
  letGo();
  await stopped;
  expect(count).toMatchObject({ begun: 1, running: 0 });
  // longer than it waits between two
  await after(20);
  expect(count.begun).toBe(1);
});

test('stopped before its first look, it never looks', async () => {
  const { look, count } = watched(async () => undefined);
  repeated = repeatedly(1, look, { onError });
  repeated.start();
  await repeated.stop();
  await after(20);
  expect(count.begun).toBe(0);
});
