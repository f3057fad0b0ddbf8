import fc from 'fast-check';
import type { Outcome } from '../problem';
import { ownProblem } from '../problem';
import { type Command, type Intent, restoreCommand } from './command';
import { createOutbox, type Outbox, type OutboxWorld } from './outbox';
import { settled } from './outbox.fixture';

/**
 * Weak network (handbook R19): 30 % loss either way, delays of 2-8 s, a blackout of a minute, the program killed at any
 * step, answers doubled, the clock wrong by a day. A virtual clock runs all of it in milliseconds.
 */
type Fault = 'none' | 'newIdPerRetry' | 'deleteBeforeAnswer';
type Scene = {
  readonly intents: readonly { readonly at: number; readonly record: number }[];
  readonly kills: readonly number[];
  readonly clockJumps: readonly { readonly at: number; readonly byMs: number }[];
  readonly blackoutAt: number;
  readonly seed: number;
};

const answerLimitMs = 15_000;
const endOfTestMs = 45 * 60_000;

function dice(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function virtualClock() {
  let entries: { at: number; run: () => void }[] = [];
  const clock = {
    time: 0,
    skew: 0,
    at: (at: number, run: () => void) => {
      const entry = { at, run };
      entries.push(entry);
      return () => {
        entries = entries.filter((each) => each !== entry);
      };
    },
    runUntil: async (end: number): Promise<void> => {
      for (;;) {
        const next = [...entries].sort((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) return;
        entries = entries.filter((each) => each !== next);
        clock.time = next.at;
        next.run();
        await settled();
      }
    },
  };
  return clock;
}

/** A server that stores each id once and remembers the order of arrival. */
function modelServer() {
  const landed = new Map<string, string>();
  const order: { record: string; intent: string }[] = [];
  const receive = (id: string, intent: string, record: string) => {
    if (landed.has(id)) return;
    landed.set(id, intent);
    order.push({ record, intent });
  };
  return { receive, order, timesOf: (intent: string) => [...landed.values()].filter((each) => each === intent).length };
}

async function play(scene: Scene, fault: Fault) {
  const clock = virtualClock();
  const random = dice(scene.seed);
  const server = modelServer();
  const stored = new Map<string, string>();
  const requests = new Map<string, number>();
  let serial = 0;
  const isBlackout = () => clock.time >= scene.blackoutAt && clock.time < scene.blackoutAt + 60_000;
  const isLost = () => isBlackout() || random() < 0.3;

  const start = (): { outbox: Outbox; kill: () => void } => {
    let alive = true;
    const ifAlive = (run: () => void) => () => {
      if (alive) run();
    };
    /** There and back over the bad line: either way may be lost, and what arrives may arrive twice. */
    const travel = (deliver: () => void, answer: () => void) => {
      const legMs = 1_000 + random() * 3_000;
      if (isLost()) return;
      clock.at(clock.time + legMs, () => {
        deliver();
        if (!isLost()) clock.at(clock.time + legMs, ifAlive(answer));
      });
      if (random() < 0.1) clock.at(clock.time + legMs + 20_000, deliver);
    };
    const send = (command: Command) =>
      new Promise<Outcome<unknown>>((resolve) => {
        const intent = String((command.body as { intent: string }).intent);
        requests.set(intent, (requests.get(intent) ?? 0) + 1);
        if (fault === 'deleteBeforeAnswer') stored.delete(command.id);
        const id = fault === 'newIdPerRetry' ? `${command.id}-${serial++}` : command.id;
        travel(
          () => server.receive(id, intent, command.record),
          () => resolve({ ok: true, value: null }),
        );
        clock.at(
          clock.time + answerLimitMs,
          ifAlive(() => resolve({ ok: false, problem: ownProblem('no-answer') })),
        );
      });
    const world: OutboxWorld = {
      now: () => clock.time + clock.skew,
      random,
      later: (ms, run) => clock.at(clock.time + ms, () => alive && run()),
      write: (id, value) => Boolean(alive && stored.set(id, JSON.stringify(value))),
      remove: ({ id }) => void (alive && stored.delete(id)),
      send,
    };
    const restored = [...stored.values()].flatMap((text) => restoreCommand(JSON.parse(text)) ?? []);
    const outbox = createOutbox(
      world,
      restored.sort((a, b) => a.seq - b.seq),
    );
    outbox.flush();
    return {
      outbox,
      kill: () => {
        alive = false;
      },
    };
  };

  let program = start();
  const meant: Intent[] = scene.intents.map(({ record }, index) => ({
    id: `op-${index}`,
    record: `record-${record}`,
    name: 'deliveryConfirm',
    method: 'POST',
    path: `/deliveries/${record}/confirm`,
    body: { intent: `intent-${index}` },
  }));
  scene.intents.forEach(({ at }, index) => {
    const intent = meant[index];
    if (intent) clock.at(at, () => program.outbox.enqueue([intent]));
  });
  for (const at of scene.kills) {
    clock.at(at, () => {
      program.kill();
      program = start();
    });
  }
  for (const { at, byMs } of scene.clockJumps) {
    clock.at(at, () => {
      clock.skew = byMs;
    });
  }
  await clock.runUntil(endOfTestMs);
  const times = meant.map((_, index) => server.timesOf(`intent-${index}`));
  const counts = meant.map((_, index) => requests.get(`intent-${index}`) ?? 0);
  return { times, counts, order: server.order, left: stored.size, commands: program.outbox.commands() };
}

const dayMs = 86_400_000;
const scenes: fc.Arbitrary<Scene> = fc.record({
  intents: fc.array(fc.record({ at: fc.integer({ min: 0, max: 120_000 }), record: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 8,
  }),
  kills: fc.array(fc.integer({ min: 0, max: 150_000 }), { maxLength: 4 }),
  clockJumps: fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 150_000 }), byMs: fc.constantFrom(-dayMs, dayMs, 0) }),
    { maxLength: 2 },
  ),
  blackoutAt: fc.integer({ min: 0, max: 120_000 }),
  seed: fc.integer({ min: 1, max: 2 ** 31 }),
});

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

describe('outbox on a weak network', () => {
  it('lands every intent exactly once, in the order of its record, and leaves nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async (scene) => {
        const { times, order, left, commands } = await play(scene, 'none');
        expect(times).toEqual(scene.intents.map(() => 1));
        expect(left).toBe(0);
        expect(commands.filter(({ state }) => state !== 'sent')).toEqual([]);
        for (const record of new Set(order.map((each) => each.record))) {
          const meant = scene.intents
            .map((each, index) => ({ ...each, index }))
            .filter((each) => `record-${each.record}` === record)
            .sort((a, b) => a.at - b.at)
            .map(({ index }) => `intent-${index}`);
          expect(order.filter((each) => each.record === record).map(({ intent }) => intent)).toEqual(meant);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('needs at most three requests an intent at the median', async () => {
    const all: number[] = [];
    for (const scene of fc.sample(scenes, 200)) all.push(...(await play(scene, 'none')).counts);
    expect(sorted(all)[Math.floor(all.length / 2)]).toBeLessThanOrEqual(3);
  }, 60_000);

  it('notices a planted new id per repeat (duplicates) and a planted delete before the answer (loss)', async () => {
    const found = { duplicates: 0, losses: 0 };
    for (const scene of fc.sample(scenes, 60)) {
      if ((await play(scene, 'newIdPerRetry')).times.some((times) => times > 1)) found.duplicates += 1;
      if ((await play(scene, 'deleteBeforeAnswer')).times.some((times) => times === 0)) found.losses += 1;
    }
    expect(found.duplicates).toBeGreaterThan(0);
    expect(found.losses).toBeGreaterThan(0);
  }, 60_000);
});
