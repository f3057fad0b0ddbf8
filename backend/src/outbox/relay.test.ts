import { setTimeout as sleep } from 'node:timers/promises';
import { movableClock } from '../platform/clock';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { type EntryHandlers, startRelay } from '.';
import { aCollection, county, later, recorder, saved, say, start, stored } from './entries.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('when relays run by themselves', () => {
  const until = async (condition: () => boolean, ms = 5_000) => {
    for (const end = performance.now() + ms; !condition() && performance.now() < end; ) await sleep(10);
  };

  test('a write wakes them, three share the work, half of the calls fail, and every entry has one effect', async () => {
    const { name, records } = aCollection(database.connection);
    const effects = new Map<string, number>();
    let calls = 0;
    const handlers: EntryHandlers = {
      say: {
        async deliver({ id }) {
          if (calls++ % 10 < 3) throw new Error('sink is down');
          // the consumer's own dedupe: the effect is named after the entry
          effects.set(id, 1);
        },
      },
    };
    const limits = { sweepMs: 60_000, firstPauseMs: 5, longestPauseMs: 10, attempts: 50 };
    const errors: unknown[] = [];
    const relays = [1, 2, 3].map(() =>
      startRelay({
        connection: database.connection,
        collections: [name],
        handlers,
        now: () => new Date(),
        limits,
        onError: (e) => errors.push(e),
      }),
    );
    await sleep(300);
    const written = await Promise.all(Array.from({ length: 150 }, () => saved(records, [say('x')])));
    const nudge = setInterval(() => {
      for (const relay of relays) relay.wake();
    }, 50);
    await until(() => effects.size === written.length);
    clearInterval(nudge);
    await Promise.all(relays.map((relay) => relay.stop()));
    expect(effects.size).toBe(written.length);
    expect(errors).toEqual([]);
  }, 20_000);

  test('the stream alone wakes a relay whose sweep is far away', async () => {
    const { name, records } = aCollection(database.connection);
    await records.insertOne({ _id: 'first', county, kind: 'crate', state: 'OPEN', revision: 0, outbox: [], relay: {} });
    const { seen, handlers } = recorder();
    const relay = startRelay({
      ...{ connection: database.connection, collections: [name], handlers, limits: { sweepMs: 60_000 } },
      ...{ now: () => new Date(), onError: () => undefined },
    });
    await sleep(500);
    await saved(records, [say('hello')]);
    await until(() => seen.length > 0);
    const beganStop = performance.now();
    await relay.stop();
    expect(seen).toEqual(['hello']);
    expect(performance.now() - beganStop).toBeLessThan(2_000);
  }, 20_000);

  test('woken after its clock was put forward, it brings what has become due by that, though the sweep is far away', async () => {
    const { name, records } = aCollection(database.connection);
    const clock = movableClock(start);
    const { seen, handlers } = recorder();
    await saved(records, [say('in an hour', { due: later(60 * 60_000) })]);
    const relay = startRelay({
      ...{ connection: database.connection, collections: [name], handlers, limits: { sweepMs: 60_000 } },
      ...{ now: clock.now, onError: () => undefined },
    });
    // its first look, and what it has been woken by, are over
    await sleep(500);
    expect(seen).toEqual([]);
    clock.advance(60 * 60_000);
    relay.wake();
    await until(() => seen.length > 0);
    await relay.stop();
    expect(seen).toEqual(['in an hour']);
  }, 20_000);

  test('stopping waits for what is being delivered and acknowledges it', async () => {
    const { name, records } = aCollection(database.connection);
    const id = await saved(records, [say('slow')]);
    let began = false;
    const handlers: EntryHandlers = {
      say: {
        async deliver() {
          began = true;
          await sleep(200);
        },
      },
    };
    const relay = startRelay({
      ...{ connection: database.connection, collections: [name], handlers },
      ...{ now: () => new Date(), onError: () => undefined },
    });
    await until(() => began);
    await relay.stop();
    expect((await stored(records, id)).outbox).toEqual([]);
  }, 20_000);
});
