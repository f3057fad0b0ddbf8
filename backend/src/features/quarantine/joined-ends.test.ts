import fc from 'fast-check';
import { heldEnd, type JoinedEnd } from './joined-ends.rules';

const day = (n: number) => new Date(Date.UTC(2022, 3, 1) + n * 86_400_000);
const open = (id: string, end: number): JoinedEnd => ({ id, endsAt: day(end), standing: 'OPEN' });
const over = (one: JoinedEnd, standing: 'RELEASED' | 'GONE'): JoinedEnd => ({ ...one, standing });

const [short, long] = [open('short', 5), open('long', 9)];

test.each([
  ['the later end holds', 'long', [short, long], [], 'OWN'],
  ['the shorter one waits for it', 'short', [short, long], [], 'WAIT'],
  ['and follows it', 'short', [short, over(long, 'RELEASED')], [], 'FOLLOW'],
  ['one that is revoked decides nothing', 'short', [short, over(long, 'GONE')], [], 'OWN'],
  ['an investigator has said: the shorter', 'short', [short, long], [{ episode: 'short', over: ['long'] }], 'OWN'],
  ['then the longer one waits for that', 'long', [short, long], [{ episode: 'short', over: ['long'] }], 'WAIT'],
  ['and ends with it', 'long', [over(short, 'RELEASED'), long], [{ episode: 'short', over: ['long'] }], 'FOLLOW'],
  [
    'unless the one that was right is gone: then the later end holds again',
    'long',
    [over(short, 'GONE'), long],
    [{ episode: 'short', over: ['long'] }],
    'OWN',
  ],
  [
    'a quarantine that came after the decision is none of those it spoke of',
    'third',
    [over(short, 'RELEASED'), over(long, 'RELEASED'), open('third', 20)],
    [{ episode: 'short', over: ['long'] }],
    'OWN',
  ],
] as const)('%s', (_what, id, all, rightEnds, how) => {
  expect(heldEnd(id, all, rightEnds).how).toBe(how);
});

const ends = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), end: fc.integer({ min: 0, max: 30 }) }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
);

/** Day after day everybody is looked at, in some order; who may end, ends. @returns on which day each did */
function daysOfRelease(
  all: readonly JoinedEnd[],
  order: readonly string[],
  rightEnds = [] as Parameters<typeof heldEnd>[2],
) {
  let now = [...all];
  const released = new Map<string, number>();
  for (let today = 0; today <= 31; today++) {
    // so often that whoever follows somebody later in the order is seen as well
    for (const id of [...order, ...order, ...order]) {
      const one = now.find((each) => each.id === id);
      if (one?.standing !== 'OPEN') continue;
      const held = heldEnd(id, now, rightEnds);
      if (held.how === 'WAIT' || (held.how === 'OWN' && one.endsAt > day(today))) continue;
      released.set(id, today);
      now = now.map((each) => (each.id === id ? over(each, 'RELEASED') : each));
    }
  }
  return released;
}

test('in whatever order they are looked at, nobody is released before the latest end, and everybody on that day', () => {
  fc.assert(
    fc.property(ends, fc.infiniteStream(fc.nat()), (given, random) => {
      const all = given.map(({ id, end }) => open(id, end));
      const order = all.map(({ id }) => [random.next().value ?? 0, id] as const).sort(([a], [b]) => a - b);
      const released = daysOfRelease(
        all,
        order.map(([, id]) => id),
      );
      const last = Math.max(...given.map(({ end }) => end));
      expect([...released.values()]).toEqual(all.map(() => last));
    }),
  );
});

test('after a decision between two, both end on the day of the one that is right, and a third keeps its own', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(20), fc.boolean(), (a, b, c, hasThird) => {
      const all = [open('a', a), open('b', b), ...(hasThird ? [open('c', c)] : [])];
      const released = daysOfRelease(all, ['c', 'b', 'a'], [{ episode: 'a', over: ['b'] }]);
      const end = hasThird ? Math.max(a, c) : a;
      expect([...released.values()]).toEqual(all.map(() => end));
    }),
  );
});
