import { setTimeout as after } from 'node:timers/promises';
import fc from 'fast-check';
import { inLanes } from './in-lanes';

/** Work of these lengths, watched. */
function watched(lengths: readonly number[], width: number, failing: readonly number[] = []) {
  const seen = { begun: [] as number[], ended: [] as number[], most: 0, afterFailure: 0 };
  const places = lengths.keys();
  const done = inLanes(places, width, async (place) => {
    seen.begun.push(place);
    if (seen.ended.some((one) => failing.includes(one))) seen.afterFailure += 1;
    seen.most = Math.max(seen.most, seen.begun.length - seen.ended.length);
    await after(lengths[place] ?? 0);
    seen.ended.push(place);
    if (failing.includes(place)) throw new Error(`${place} failed`);
    return `${place} done`;
  });
  return { seen, done };
}

const someLengths = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });
const someWidth = fc.integer({ min: 1, max: 5 });

test('each is done once, as many beside one another as there are lanes, and answered in its place', async () => {
  await fc.assert(
    fc.asyncProperty(someLengths, someWidth, async (lengths, width) => {
      const { seen, done } = watched(lengths, width);
      expect(await done).toEqual(lengths.map((_, place) => `${place} done`));
      expect(seen.begun).toEqual([...lengths.keys()]);
      expect(seen.most).toBe(Math.min(width, lengths.length));
    }),
    { numRuns: 60 },
  );
});

test('a failure is thrown once everything that was begun has ended, and nothing is begun after it', async () => {
  const someFailing = fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(someLengths, someWidth, someFailing, async (lengths, width, failing) => {
      const { seen, done } = watched(lengths, width, failing);
      const failed = await done.then(
        () => undefined,
        (error: Error) => error.message,
      );
      const first = seen.ended.find((place) => failing.includes(place));
      expect(failed).toBe(first === undefined ? undefined : `${first} failed`);
      expect(seen.ended).toHaveLength(seen.begun.length);
      expect(seen.afterFailure).toBe(0);
    }),
    { numRuns: 60 },
  );
});
