import { outboxCollections } from '../../src/outbox/collections';
import type { TestApp } from '../../src/testing/test-app';

const tries = 600;
const pauseMs = 100;

/** Waits until the product has done by itself all that is due: the relay, the senders, the sealer of the audit. */
export async function untilQuiet({ connection, clock }: TestApp): Promise<void> {
  const now = clock.now();
  const due: readonly [string, object][] = [
    ...outboxCollections.map((name): [string, object] => [name, { 'relay.due': { $lte: now } }]),
    ['notices', { sendDue: { $lte: now } }],
    ['auditRows', { batch: { $exists: false } }],
  ];
  let waiting = '';
  let quiet = 0;
  for (let i = 0; i < tries; i++) {
    const counts = await Promise.all(due.map(([name, filter]) => connection.collection(name).countDocuments(filter)));
    waiting = due.map(([name], at) => `${counts[at]} ${name}`).join(', ');
    // what follows may have been written into a collection that was just counted: twice in a row is quiet
    quiet = counts.every((count) => count === 0) ? quiet + 1 : 0;
    if (quiet === 2) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error(`the product has not come to rest: ${waiting} are due`);
}
