import type { CallAnswer, TestApp } from '../../src/testing/test-app';
import { addressOf, type Json } from '../bad-input/sample-input';
import { forEachOf } from '../bad-input/whole-app';
import { allCollections, type Cast, collectionOf, type Player, putBystanders } from './cast';
import { bodyFor, type Move, recordFor } from './cells';

interface Stored {
  readonly _id: string;
  readonly state: string;
  readonly revision: number;
}

export interface Outcome {
  readonly answer: CallAnswer;
  readonly before: Stored;
  readonly after: Stored;
}

export interface Attempt {
  readonly player: Player;
  readonly state: string;
  readonly variant?: string;
  readonly change?: Json;
}

/** What is tried, and of which action. */
export interface Cell extends Attempt {
  readonly move: Move;
}

/** One cell: a fresh record, one call, and the record as it is then. */
export async function tryMove(app: TestApp, cast: Cast, move: Move, attempt: Attempt): Promise<Outcome> {
  const [outcome] = await tryBatch(app, cast, [{ move, ...attempt }]);
  if (!outcome) throw new Error('nothing was tried');
  await app.connection.collection<Stored>(collectionOf(move.kind)).deleteOne({ _id: outcome.before._id });
  return outcome;
}

/** So many records lie in the home at once. */
const batchSize = 64;

/** Many cells, each as `tryMove`, on records that are put in and cleared out again a batch at a time. In their order. */
export async function tryMoves(app: TestApp, cast: Cast, cells: readonly Cell[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < cells.length; at += batchSize) {
    outcomes.push(...(await tryBatch(app, cast, cells.slice(at, at + batchSize))));
    await startAfresh(app, cast);
  }
  return outcomes;
}

async function tryBatch(app: TestApp, cast: Cast, cells: readonly Cell[]): Promise<Outcome[]> {
  const asked = cells.map((cell) => ({ ...cell, record: recordOf(app, cast, cell) }));
  const byCollection = new Map<string, Stored[]>();
  for (const { move, record } of asked) {
    const name = collectionOf(move.kind);
    byCollection.set(name, [...(byCollection.get(name) ?? []), record]);
  }
  const records = (name: string) => app.connection.collection<Stored>(name);
  await Promise.all([...byCollection].map(([name, all]) => records(name).insertMany(all)));
  const answers = new Map<string, CallAnswer>();
  await forEachOf(asked, async ({ move, record: { _id: id }, player: { token } }) => {
    const body = bodyFor(app, cast, move);
    answers.set(id, await app.call('POST', addressOf(move.endpoint, { id }), { token, body }));
  });
  const found = await Promise.all(
    [...byCollection].map(([name, all]) =>
      records(name)
        .find({ _id: { $in: all.map(({ _id }) => _id) } }, { projection: { state: 1, revision: 1 } })
        .toArray(),
    ),
  );
  const after = new Map(found.flat().map((one) => [one._id, one]));
  return asked.map(({ record }) => {
    const [answer, then] = [answers.get(record._id), after.get(record._id)];
    if (!answer || !then) throw new Error('the record is gone');
    return { answer, before: record, after: then };
  });
}

const recordOf = (app: TestApp, cast: Cast, { move, state, variant, change = {} }: Cell): Stored => ({
  ...recordFor(app, cast, move, state, variant),
  ...change,
});

/**
 * Nothing is there but what others are joined with, and nobody has work in hand. Whoever tries thousands of
 * records calls it between them: what piles up in one home and in one volunteer is read by every act.
 */
export async function startAfresh(app: TestApp, cast: Cast): Promise<void> {
  const kept = (name: string) => app.connection.collection<{ _id: string }>(name);
  await Promise.all([
    ...allCollections.map((name) => kept(name).deleteMany({})),
    kept('volunteers').updateMany({}, { $set: { seats: [], seatLimit: 1000, outbox: [] }, $unset: { relay: '' } }),
  ]);
  await putBystanders(app, cast);
}

/**
 * Whether somebody who may act could not: whatever the answer says, also that it is too early or too late. An action that
 * always refuses would otherwise look like one that is allowed.
 */
export function wronglyRefused({ answer: { status } }: Outcome): boolean {
  return status !== 200;
}

/** What is wrong with a cell in which nothing may happen: done, told too much, or changed. */
export function wronglyDone({ answer, before, after }: Outcome): boolean {
  const late = answer.status === 200 && answer.body.receipt.to === 'LATE_FACT';
  const refused = [403, 404, 409].includes(answer.status);
  return !(refused || late) || after.state !== before.state || after.revision !== before.revision;
}
