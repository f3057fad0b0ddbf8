import { inBatches } from './in-batches';

/** Hands on when it is told to. */
function byHand() {
  const handed: (readonly number[])[] = [];
  const ends: (() => void)[] = [];
  const batches = inBatches<number>(
    (many) => {
      handed.push(many);
      return new Promise((resolve) => ends.push(resolve));
    },
    () => Promise.reject(new Error('nothing fails here')),
  );
  const end = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { handed, batches, end };
}

test('one goes at once, and what comes meanwhile goes together, in order', async () => {
  const { handed, batches, end } = byHand();
  for (const one of [1, 2, 3, 4]) await batches.take(one);
  expect(handed).toEqual([[1]]);
  await end();
  expect(handed).toEqual([[1], [2, 3, 4]]);
  await end();
  await batches.take(5);
  expect(handed).toEqual([[1], [2, 3, 4], [5]]);
});

test('when too many wait, whoever brings more waits as well', async () => {
  const { handed, batches, end } = byHand();
  await batches.take(0);
  for (let one = 1; one < 500; one++) await batches.take(one);
  let isTaken = false;
  const last = batches.take(500).then(() => (isTaken = true));
  await new Promise(setImmediate);
  expect(isTaken).toBe(false);
  await end();
  await end();
  await last;
  expect(handed.flat()).toEqual(Array.from({ length: 501 }, (_, one) => one));
});

test('a failure is told at once and once, and nothing is handed on from then on', async () => {
  const handed: (readonly number[])[] = [];
  let told = 0;
  const batches = inBatches<number>(
    async (many) => {
      handed.push(many);
      throw new Error('away');
    },
    async () => void told++,
  );
  for (const one of [1, 2, 3]) {
    await batches.take(one);
    await new Promise(setImmediate);
    expect([told, handed]).toEqual([1, [[1]]]);
  }
});
