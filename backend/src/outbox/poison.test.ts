import { setTimeout as sleep } from 'node:timers/promises';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { measureOutboxes, outboxOf, replayParked } from '.';
import { aCollection, county, later, recorder, saved, say, start, stored } from './entries.fixture';
import { leaseDue } from './lease';
import { deliverBatch } from './relay';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('when an entry is poison', () => {
  const limits = { attempts: 3, firstPauseMs: 1_000, longestPauseMs: 4_000 };

  test('it is parked after some attempts, does not hold up what stands behind it, is counted and can be replayed', async () => {
    const { name, records } = aCollection(database.connection);
    const id = await saved(records, [say('poison'), say('behind')]);
    const { seen, handlers } = recorder((word) => word === 'poison');
    let now = start;
    const dues: number[] = [];
    const told: string[] = [];
    const onParked = (record: string, entry: { kind: string }) => told.push(`${record} ${entry.kind}`);
    for (let i = 0; i < 3; i++) {
      await deliverBatch(records, { handlers, now: () => now, limits, onParked });
      const { due } = (await stored(records, id)).relay;
      if (due) dues.push(due.getTime() - now.getTime());
      now = due ?? now;
    }
    expect(seen).toEqual(['behind']);
    // doubling, with jitter, and only as long as it is tried
    expect(dues).toHaveLength(2);
    expect(dues[1]).toBeGreaterThanOrEqual(1_000);
    const document = await stored(records, id);
    expect(document).toMatchObject({
      outbox: [],
      relay: {},
      parked: [{ attempts: 3, error: 'TypeError', payload: { word: 'poison' } }],
    });
    expect(told).toEqual([`${id} ${document.parked?.[0]?.kind}`]);
    expect(await measureOutboxes(database.connection, now, [name])).toEqual([
      { collection: name, lagMs: 0, parked: 1 },
    ]);
    expect(await replayParked(database.connection, name, { id, county }, now)).toBe(true);
    expect(await replayParked(database.connection, name, { id, county }, now)).toBe(false);
    const mended = recorder();
    await deliverBatch(records, { handlers: mended.handlers, now: () => now });
    expect(mended.seen).toEqual(['poison']);
    expect((await stored(records, id)).parked).toBeUndefined();
  });

  test('a kind that keeps its order holds up what stands behind it, newcomers too', async () => {
    const { records } = aCollection(database.connection);
    const id = await saved(records, [say('a'), say('b')]);
    let broken = true;
    const { seen, handlers } = recorder((word) => broken && word === 'a', true);
    await deliverBatch(records, { handlers, now: () => start, limits });
    const [newcomer] = outboxOf('op2', [say('c')], start).outbox;
    await records.updateOne({ _id: id }, [
      { $set: { outbox: { $concatArrays: ['$outbox', { $literal: [newcomer] }] }, 'relay.due': start } },
    ]);
    broken = false;
    await deliverBatch(records, { handlers, now: () => start, limits });
    expect(seen).toEqual([]);
    await deliverBatch(records, { handlers, now: () => later(5_000), limits });
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  test('one whose process dies each time is parked without another try', async () => {
    const { records } = aCollection(database.connection);
    const id = await saved(records, [say('deadly')]);
    for (let i = 0; i < 3; i++) {
      await leaseDue(records, { now: start, mark: `dead-${i}`, batch: 10, leaseMs: 1 });
      await sleep(5);
    }
    const { seen, handlers } = recorder();
    await deliverBatch(records, { handlers, now: () => start, limits });
    expect(seen).toEqual([]);
    expect(await stored(records, id)).toMatchObject({ parked: [{ error: 'never came back' }] });
  });
});
