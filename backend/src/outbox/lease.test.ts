import { setTimeout as sleep } from 'node:timers/promises';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import type { WithOutbox } from '.';
import { aCollection, aName, type Records, saved, say, start, stored } from './entries.fixture';
import { acknowledge, leaseDue } from './lease';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('when relays are killed in the middle of a batch', () => {
  type Deliver = (records: Records, deliver: (entryId: string) => void, dies: boolean) => Promise<number>;
  const entryIds = (documents: readonly WithOutbox[]) => documents.flatMap(({ outbox }) => outbox.map(({ id }) => id));

  const right: Deliver = async (records, deliver, dies) => {
    const mark = aName('m');
    const documents = await leaseDue(records, { now: start, mark, batch: 20, leaseMs: 20 });
    for (const id of entryIds(documents).slice(0, dies ? 5 : undefined)) deliver(id);
    if (dies) return documents.length;
    await acknowledge(records, mark, all(documents));
    return documents.length;
  };
  /** PLANTED FAULT: acknowledges first, delivers then. */
  const acknowledgeFirst: Deliver = async (records, deliver, dies) => {
    const mark = aName('m');
    const documents = await leaseDue(records, { now: start, mark, batch: 20, leaseMs: 20 });
    await acknowledge(records, mark, all(documents));
    for (const id of entryIds(documents).slice(0, dies ? 5 : undefined)) deliver(id);
    return documents.length;
  };
  const all = (documents: readonly WithOutbox[]) =>
    documents.map((document) => ({
      document,
      outcome: { done: document.outbox.map(({ id }) => id), again: [], parked: [] },
    }));

  async function lost(how: Deliver): Promise<{ lost: number; twice: number }> {
    const { records } = aCollection(database.connection);
    const documents = Array.from({ length: 200 }, () => saved(records, [say('x'), say('y')]));
    const wanted = (await Promise.all(documents)).flatMap((id) => [`${id}.0`, `${id}.1`]);
    const effects = new Map<string, number>();
    const deliver = (id: string) => void effects.set(id, (effects.get(id) ?? 0) + 1);
    await Promise.all(Array.from({ length: 50 }, (_, i) => how(records, deliver, i % 2 === 0)));
    for (let quiet = 0; quiet < 3; ) {
      quiet = (await how(records, deliver, false)) === 0 ? quiet + 1 : 0;
      if (quiet > 0) await sleep(25);
    }
    const twice = [...effects.values()].filter((times) => times > 1).length;
    return { lost: wanted.filter((id) => !effects.has(id)).length, twice };
  }

  test('nothing is lost; what comes twice carries the same entry id', async () => {
    const found = await lost(right);
    expect(found.lost).toBe(0);
    // deaths after delivering must show as repeats, or the test did not kill where it hurts
    expect(found.twice).toBeGreaterThan(0);
  });

  test('control: a relay that acknowledges before delivering loses entries', async () => {
    expect((await lost(acknowledgeFirst)).lost).toBeGreaterThan(0);
  });

  test('a batch that lost its lease acknowledges nothing of what another now has', async () => {
    const { records } = aCollection(database.connection);
    const id = await saved(records, [say('x')]);
    const slow = await leaseDue(records, { now: start, mark: 'slow', batch: 5, leaseMs: 1 });
    await sleep(5);
    await leaseDue(records, { now: start, mark: 'quick', batch: 5, leaseMs: 60_000 });
    await acknowledge(records, 'slow', all(slow));
    expect(await stored(records, id)).toMatchObject({ relay: { owner: 'quick' }, outbox: [{ attempts: 2 }] });
  });
});
