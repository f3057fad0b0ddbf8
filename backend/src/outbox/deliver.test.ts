import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { type EntryHandlers, outboxOf } from '.';
import { aCollection, later, recorder, saved, say, start, stored } from './entries.fixture';
import { deliverBatch } from './relay';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('when entries are due, they are delivered in order, removed, and the due mark goes, never null', async () => {
  const { records } = aCollection(database.connection);
  const id = await saved(records, [
    say('third', { due: later(-1) }),
    say('first', { due: later(-3) }),
    say('second', { due: later(-2) }),
  ]);
  const { seen, handlers } = recorder();
  expect(await deliverBatch(records, { handlers, now: () => start })).toBe(1);
  expect(seen).toEqual(['first', 'second', 'third']);
  expect(await stored(records, id)).toMatchObject({ outbox: [], revision: 0 });
  expect((await stored(records, id)).relay).toEqual({});
  expect(await deliverBatch(records, { handlers, now: () => start })).toBe(0);
});

test('when an entry is due later, it waits and the document says until when', async () => {
  const { records } = aCollection(database.connection);
  const id = await saved(records, [say('now'), say('then', { due: later(60_000) })]);
  const { seen, handlers } = recorder();
  await deliverBatch(records, { handlers, now: () => start });
  expect(await stored(records, id)).toMatchObject({ relay: { due: later(60_000) }, outbox: [{ attempts: 0 }] });
  await deliverBatch(records, { handlers, now: () => later(60_000) });
  expect(seen).toEqual(['now', 'then']);
});

test.each([
  ['another state', { states: ['HELD'] }],
  ['another stay in the same state', { states: ['OPEN'], enteredBy: 'e0' }],
  ['another revision', { revision: 5 }],
  ['another holder', { claimOp: 'c' }],
])('when what a timer was for has passed (%s), it fires into nothing', async (_, condition) => {
  const { records } = aCollection(database.connection);
  const id = await saved(records, [
    say('late', { while: condition }),
    say('valid', { while: { states: ['OPEN'], enteredBy: 'e1' } }),
  ]);
  const { seen, handlers } = recorder();
  await deliverBatch(records, { handlers, now: () => start });
  expect(seen).toEqual(['valid']);
  expect((await stored(records, id)).outbox).toEqual([]);
});

test('when an entry arrives during delivery, acknowledging keeps it', async () => {
  const { records } = aCollection(database.connection);
  const id = await saved(records, [say('first')]);
  const [added] = outboxOf('op2', [say('second')], start).outbox;
  const handlers: EntryHandlers = {
    say: {
      async deliver() {
        await records.updateOne({ _id: id }, [
          {
            $set: {
              outbox: { $concatArrays: ['$outbox', { $literal: [added] }] },
              'relay.due': { $min: ['$relay.due', start] },
            },
          },
        ]);
      },
    },
  };
  await deliverBatch(records, { handlers, now: () => start });
  expect(await stored(records, id)).toMatchObject({ outbox: [{ id: 'op2.0' }], relay: { due: start } });
  const next = recorder();
  await deliverBatch(records, { handlers: next.handlers, now: () => start });
  expect(next.seen).toEqual(['second']);
});

test('when an entry that keeps its order has paused after failing, what was written meanwhile does not overtake it', async () => {
  const { records } = aCollection(database.connection);
  const { outbox, relay } = outboxOf(
    'op',
    [say('failed before', { due: later(1_000) }), say('written later', { due: later(500) })],
    start,
  );
  const [failed, ...rest] = outbox;
  await saved(records, [], { outbox: [...(failed ? [{ ...failed, attempts: 1 }] : []), ...rest], relay });
  const { seen, handlers } = recorder(undefined, true);
  await deliverBatch(records, { handlers, now: () => later(3_000) });
  expect(seen).toEqual(['failed before', 'written later']);
});
