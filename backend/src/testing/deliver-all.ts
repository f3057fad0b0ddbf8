import { outboxCollections } from '../outbox/collections';
import type { EntryHandlers } from '../outbox/deliver';
import { outboxRecords } from '../outbox/records';
import { deliverBatch } from '../outbox/relay';
import { across } from './across';
import type { TestApp } from './test-app';

/** A story that has not come to rest by then feeds itself. */
const mostRounds = 500;

/** One turn of the relay, by hand: of each collection, what is due by the clock of the test. How many were delivered. */
export async function deliverOnce(app: TestApp, handlers: EntryHandlers): Promise<number> {
  const due = new Set((await duesOf(app, { 'relay.due': { $lte: app.clock.now() } })).map(({ from }) => from));
  return deliverFrom(
    app,
    handlers,
    outboxCollections.filter((name) => due.has(name)),
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

/** When the next such thing of each collection becomes due, the soonest first, by one look at all of them. */
function duesOf({ connection }: TestApp, which: object): Promise<Due[]> {
  const earliest = (from: string) => [
    { $match: which },
    { $sort: { 'relay.due': 1 } },
    { $limit: 1 },
    { $project: { _id: 0, due: '$relay.due', from: { $literal: from } } },
  ];
  return across<Due>(connection, outboxCollections, earliest, [{ $sort: { due: 1 } }]);
}

/** It is this time now; whatever became due on the way was delivered at its minute, with what followed from it. */
export async function deliverUntil(app: TestApp, handlers: EntryHandlers, end: Date): Promise<void> {
  const { clock } = app;
  let rounds = 0;
  let since = clock.now();
  for (;;) {
    const dues = await duesOf(app, { 'relay.due': { $exists: true } });
    const [next] = dues;
    if (!next || next.due > end) break;
    if (next.due > clock.now()) clock.set(next.due);
    if (clock.now() > since) [since, rounds] = [clock.now(), 0];
    if (++rounds > mostRounds) throw new Error('there is always more to deliver');
    const isDue = ({ due }: Due) => due <= clock.now();
    await deliverFrom(
      app,
      handlers,
      dues.filter(isDue).map(({ from }) => from),
    );
  }
  clock.set(end);
}
