import { startTestApp, type TestApp } from '../../src/testing/test-app';
import { addressOf } from '../bad-input/sample-input';
import { forEachOf, openStill } from '../bad-input/whole-app';
import { aCast, aRecord, type Cast } from '../role-matrix/cast';
import { bodyFor, type Move, mayMove, moves, variantOf } from '../role-matrix/cells';

jest.setTimeout(120_000);

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startTestApp({ openFeatures: openStill });
  cast = await aCast(app);
  await app.connection.collection('volunteers').updateMany({}, { $set: { seats: [], seatLimit: 1000 } });
});
afterAll(() => app.close());

interface Stored {
  readonly _id: string;
  readonly revision: number;
  readonly history: readonly { readonly opId: string }[];
}

/** A fresh record on which somebody may do this, and that call, ready to be repeated. */
async function prepared(move: Move) {
  const able = cast.players.filter((player) => mayMove(move, player));
  const [player] = able;
  const [state] = move.rule.from;
  if (!player || !state) throw new Error(`nobody may ${move.action}`);
  const record = aRecord(app, cast, move.kind, state, variantOf(move));
  const tasks = app.connection.collection<Stored>('tasks');
  await tasks.insertOne(record);
  const body = bodyFor(app, cast, move);
  const url = addressOf(move.endpoint, { id: record._id });
  return {
    ...{ able, player, body },
    name: move.endpoint.name,
    call: (by = player, sent: object = body) => app.call('POST', url, { token: by.token, body: sent }),
    /** How often this operation happened, and how often anything did. */
    async effects() {
      const found = await tasks.findOne({ _id: record._id });
      return [found?.history.filter(({ opId }) => opId === body.opId).length, found?.revision];
    },
  };
}

const receiptOf = (answer: { body: { receipt?: unknown } }) => JSON.stringify(answer.body.receipt);

test('three times the same: one effect, and the same receipt to the byte', async () => {
  const wrong: unknown[] = [];
  await forEachOf(moves, async (move) => {
    const { name, call, effects } = await prepared(move);
    const answers = [await call(), await call(), await call()];
    const receipts = new Set(answers.map(receiptOf));
    const after = await effects();
    if (answers.some(({ status }) => status !== 200) || receipts.size !== 1 || String(after) !== '1,1') {
      wrong.push([name, answers.map(({ status }) => status), [...receipts], after]);
    }
  });
  expect(wrong).toEqual([]);
});

test('twins at the same moment: both succeed with the same receipt, and it happens once', async () => {
  const wrong: unknown[] = [];
  await forEachOf(
    moves,
    async (move) => {
      const { name, call, effects } = await prepared(move);
      const answers = await Promise.all([call(), call()]);
      const receipts = new Set(answers.map(receiptOf));
      const after = await effects();
      if (answers.some(({ status }) => status !== 200) || receipts.size !== 1 || String(after) !== '1,1') {
        wrong.push([name, answers.map(({ status, body }) => [status, body.type]), after]);
      }
    },
    4,
  );
  expect(wrong).toEqual([]);
});

test('the same operation with another body is refused, and nothing more happens', async () => {
  const wrong: unknown[] = [];
  await forEachOf(moves, async (move) => {
    const { name, call, effects, player, body } = await prepared(move);
    await call();
    const second = await call(player, { ...body, reason: { code: 'ANOTHER_REASON', words: '别的' } });
    const refused = second.status === 422 && second.body.type.endsWith('/op-id-reused');
    if (!refused || String(await effects()) !== '1,1') wrong.push([name, second.status, second.body.type]);
  });
  expect(wrong).toEqual([]);
});

test('nobody is shown the receipt of an operation of somebody else', async () => {
  const wrong: unknown[] = [];
  await forEachOf(moves, async (move) => {
    const { name, call, effects, player } = await prepared(move);
    await call();
    for (const other of cast.players.filter(({ id }) => id !== player.id)) {
      const { status, body } = await call(other);
      if (status < 400 || status > 499 || 'receipt' in body) wrong.push([name, other.name, status]);
    }
    if (String(await effects()) !== '1,1') wrong.push([name, 'happened again']);
  });
  expect(wrong).toEqual([]);
});
