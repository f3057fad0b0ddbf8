import { outboxCollections } from '../outbox/collections';
import type { EntryHandlers } from '../outbox/deliver';
import { outboxRecords } from '../outbox/records';
import { deliverBatch } from '../outbox/relay';
import type { TestApp } from './test-app';

/** A story that has not come to rest by then feeds itself. */
const mostRounds = 500;

/** One turn of the relay, by hand: of each collection, what is due by the clock of the test. How many were delivered. */
export async function deliverOnce(app: TestApp, handlers: EntryHandlers): Promise<number> {
  const due = (await duesOf(app)).filter(isDue(app)).map(({ from }) => from);
  // in the order in which they are listed: what is due in the first may make what is due in the next one moot
  return deliverFrom(
    app,
    handlers,
    outboxCollections.filter((name) => due.includes(name)),
  );
}

/** A batch of each of these collections. @returns how many were delivered */
async function deliverFrom(
  { connection, clock }: TestApp,
  handlers: EntryHandlers,
  collections: readonly string[],
): Promise<number> {
  let delivered = 0;
  for (const name of collections) {
    delivered += await deliverBatch(outboxRecords(connection, name), { handlers, now: clock.now });
  }
  return delivered;
}

/** Delivers everything that is due, and what follows from it. Throws where it never ends. */
export async function deliverAll(app: TestApp, handlers: EntryHandlers): Promise<void> {
  for (let round = 0; round < mostRounds; round++) if ((await deliverOnce(app, handlers)) === 0) return;
  throw new Error('there is always more to deliver');
}

interface Due {
  readonly from: string;
  readonly due: Date;
}

const isDue =
  ({ clock }: TestApp) =>
  ({ due }: Due) =>
    due <= clock.now();

/**
 * When the next thing of each collection becomes due, the soonest first, by one look at all of them: tests ask very often,
 * and in their small databases eighteen questions take longer (decision 0019).
 */
function duesOf({ connection }: TestApp): Promise<Due[]> {
  const earliest = (from: string) => [
    { $match: { 'relay.due': { $exists: true } } },
    { $sort: { 'relay.due': 1 } },
    { $limit: 1 },
    { $project: { _id: 0, due: '$relay.due', from: { $literal: from } } },
  ];
  const [first, ...others] = outboxCollections;
  const beside = others.map((coll) => ({ $unionWith: { coll, pipeline: earliest(coll) } }));
  const stages = [...earliest(first), ...beside, { $sort: { due: 1 } }];
  return outboxRecords(connection, first).aggregate<Due>(stages).toArray();
}

/** It is this time now; whatever became due on the way was delivered at its minute, with what followed from it. */
export async function deliverUntil(app: TestApp, handlers: EntryHandlers, end: Date): Promise<void> {
  const { clock } = app;
  let rounds = 0;
  let since = clock.now();
  for (;;) {
    const dues = await duesOf(app);
    const [next] = dues;
    if (!next || next.due > end) break;
    if (next.due > clock.now()) clock.set(next.due);
    if (clock.now() > since) [since, rounds] = [clock.now(), 0];
    if (++rounds > mostRounds) throw new Error('there is always more to deliver');
    await deliverFrom(
      app,
      handlers,
      dues.filter(isDue(app)).map(({ from }) => from),
    );
  }
  clock.set(end);
}
