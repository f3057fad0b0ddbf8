import { type OutboxEntry, outboxRecords, startRelay, type WithOutbox } from '../../src/outbox';
import { connect } from '../../src/platform/database';

/** A relay in a process of its own, which brings every entry to the sink of the test. */

const { MONGODB_URI = '', SINK = '', COLLECTION = '', FAULT } = process.env;

async function bring(entry: OutboxEntry, document: WithOutbox): Promise<void> {
  const body = JSON.stringify({ id: entry.id, task: document._id, step: entry.payload.step });
  const answer = await fetch(SINK, { method: 'POST', body });
  if (!answer.ok) throw new Error('the sink is down');
}

async function run(): Promise<void> {
  const connection = await connect(MONGODB_URI);
  if (FAULT) return forgetThenBring(outboxRecords(connection, COLLECTION));
  startRelay({
    connection,
    collections: [COLLECTION],
    handlers: { step: { inOrder: true, deliver: bring } },
    now: () => new Date(),
    onError: () => undefined,
    limits: { attempts: 100, longestPauseMs: 2_000 },
  });
}

/** PLANTED FAULT: takes entries out first, and delivers them once, in any order. */
async function forgetThenBring(records: ReturnType<typeof outboxRecords>): Promise<void> {
  for (;;) {
    const document = await records.findOneAndUpdate(
      { 'relay.due': { $lte: new Date() } },
      { $set: { outbox: [], relay: {} } },
    );
    if (document)
      for (const entry of [...document.outbox].reverse()) await bring(entry, document).catch(() => undefined);
  }
}

void run();
