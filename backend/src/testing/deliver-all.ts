import { across } from '../outbox/across';
import { outboxCollections } from '../outbox/collections';
import type { EntryHandlers } from '../outbox/deliver';
import { dueCollections } from '../outbox/due-collections';
import { outboxRecords } from '../outbox/records';
import { deliverBatch } from '../outbox/relay';
import type { TestApp } from './test-app';

/** A story that has not come to rest by then feeds itself. */
const mostRounds = 500;

/** One turn of the relay, by hand: of each collection, what is due by the clock of the test. How many were delivered. */
export async function deliverOnce(app: TestApp, handlers: EntryHandlers): Promise<number> {
  let delivered = 0;
  for (const name of await dueCollections(app.connection, outboxCollections, app.clock.now())) {
    delivered += await deliverBatch(outboxRecords(app.connection, name), { handlers, now: app.clock.now });
  }
  return delivered;
}

/** Delivers everything that is due, and what follows from it. Throws where it never ends. */
export async function deliverAll(app: TestApp, handlers: EntryHandlers): Promise<void> {
  for (let round = 0; round < mostRounds; round++) if ((await deliverOnce(app, handlers)) === 0) return;
  throw new Error('there is always more to deliver');
}

/** When the next thing becomes due, by one look at all collections; absent when nothing ever does. */
export async function nextDue({ connection }: TestApp): Promise<Date | undefined> {
  const earliest = [
    { $match: { 'relay.due': { $exists: true } } },
    { $sort: { 'relay.due': 1 } },
    { $limit: 1 },
    { $project: { _id: 0, due: '$relay.due' } },
  ];
  const found = await across<{ readonly due: Date }>(connection, outboxCollections, () => earliest, [
    { $sort: { due: 1 } },
    { $limit: 1 },
  ]);
  return found[0]?.due;
}
