import fc from 'fast-check';
import { sharedRuns } from './shared-runs';

/** Runs that end when they are told to, and when each began. */
function heldRuns() {
  const began: string[] = [];
  const ends: (() => void)[] = [];
  const fails: ((error: Error) => void)[] = [];
  const ask = sharedRuns((who: string) => {
    began.push(who);
    return new Promise<void>((resolve, reject) => {
      ends.push(resolve);
      fails.push(reject);
    });
  });
  return { began, ends, fails, ask };
}

const turns = () => new Promise((resolve) => setImmediate(resolve));

test('of ten who ask at once, two runs do for all; nobody waits for somebody else', async () => {
  const { began, ends, ask } = heldRuns();
  const first = ask('a');
  const others = Array.from({ length: 9 }, () => ask('a'));
  const another = ask('b');
  expect(began).toEqual(['a', 'b']);
  ends[1]?.();
  await another;
  ends[0]?.();
  await first;
  await turns();
  expect(began).toEqual(['a', 'b', 'a']);
  ends[2]?.();
  await Promise.all(others);
  const later = ask('a');
  expect(began).toHaveLength(4);
  ends[3]?.();
  await later;
});

test('a run that fails fails for those who share it, and for nobody after them', async () => {
  const { ends, fails, ask } = heldRuns();
  const first = ask('a');
  const second = ask('a');
  fails[0]?.(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await turns();
  ends[1]?.();
  await expect(second).resolves.toBeUndefined();
});

test('whenever somebody asks: a run that began after that has ended when they are answered', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('ask', 'end', 'fail', 'turn'), { maxLength: 40 }), async (steps) => {
      const { began, ends, fails, ask } = heldRuns();
      const over = new Set<number>();
      const answers: Promise<boolean>[] = [];
      const endNext = (how: 'end' | 'fail') => {
        const at = over.size;
        if (at >= began.length) return;
        over.add(at);
        if (how === 'end') ends[at]?.();
        else fails[at]?.(new Error('away'));
      };
      for (const step of steps) {
        if (step === 'ask') {
          const before = began.length;
          const isServed = () => [...over].some((run) => run >= before);
          answers.push(ask('a').then(isServed, isServed));
        } else if (step === 'turn') await turns();
        else endNext(step);
      }
      // whoever still waits is served by at most two more
      for (let more = 0; more < 3; more++) {
        await turns();
        endNext('end');
      }
      expect(await Promise.all(answers)).toEqual(answers.map(() => true));
    }),
    { numRuns: 300 },
  ));
