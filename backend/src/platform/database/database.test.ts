import mongoose from 'mongoose';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { addMissing, checkIndexes, ensureIndexes, indexPlan, isComplete, operationLimitMs } from '.';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const plan = indexPlan('visits', [
  { key: { county: 1, scope: 1, dueAt: -1 } },
  { key: { county: 1, device: 1 }, unique: true, partialFilterExpression: { device: { $exists: true } } },
  { key: { endsAt: 1 }, expireAfterSeconds: 3600 },
  { key: { place: '2dsphere' } },
]);

describe('index plan', () => {
  test('when the database is new, everything is created once and a second run changes nothing', async () => {
    const first = await ensureIndexes(database.connection, [plan]);
    expect(first.created).toHaveLength(4);
    const second = await ensureIndexes(database.connection, [plan]);
    expect(second).toEqual({ created: [], missing: [], different: [], extra: [] });
    expect(isComplete(await checkIndexes(database.connection, [plan]))).toBe(true);
  });

  test('when an index is foreign or has other options, it is named and left alone', async () => {
    await database.connection.collection('runs').createIndex({ stray: 1 });
    await database.connection.collection('runs').createIndex({ county: 1 }, { sparse: true });
    const runs = indexPlan('runs', [{ key: { county: 1 } }, { key: { dueAt: 1 } }]);
    expect(await checkIndexes(database.connection, [runs])).toEqual({
      created: [],
      missing: ['runs.dueAt_1'],
      different: ['runs.county_1'],
      extra: ['runs.stray_1'],
    });
    const report = await ensureIndexes(database.connection, [runs]);
    expect(report).toMatchObject({ created: ['runs.dueAt_1'], different: ['runs.county_1'], extra: ['runs.stray_1'] });
    expect(isComplete(report)).toBe(false);
  });
});

describe('connection', () => {
  const schema = new mongoose.Schema({ name: String, at: Date }, { strict: 'throw' });

  test('when a model is used, no index and no collection appears by itself', async () => {
    database.connection.model('Quiet', new mongoose.Schema({ name: { type: String, index: true } }));
    const collections = await database.connection.listCollections();
    expect(collections.map(({ name }) => name)).not.toContain('quiets');
  });

  test('when a filter names an unknown path, it is refused rather than dropped', async () => {
    const Person = database.connection.model('Strict', schema);
    await expect(Person.find({ nmae: 'x' } as object).lean()).rejects.toThrow(/nmae/);
  });

  test('when input carries an operator, it is not executed', async () => {
    const Person = database.connection.model('Clean', schema);
    await Person.create({ name: 'somebody' });
    const input: unknown = { $ne: null };
    const found = await Person.find({ name: input } as object)
      .lean()
      .catch(() => []);
    expect(found).toHaveLength(0);
  });

  test('when a query states no limit of its own, it carries the default one', async () => {
    const Person = database.connection.model('Limited', schema);
    const query = Person.find({});
    await query;
    expect(query.getOptions().maxTimeMS).toBe(operationLimitMs);
    await Person.updateOne({ name: 'nobody' }, { $set: { name: 'somebody' } });
    await expect(Person.aggregate([{ $match: {} }])).resolves.toEqual([]);
  });

  test('when something is written, a change stream tells', async () => {
    const stream = database.connection.collection('streamed').watch();
    const next = stream.next();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await database.connection.collection('streamed').insertOne({ name: 'x' });
    expect(await next).toMatchObject({ operationType: 'insert' });
    await stream.close();
  });
});

describe('adding what is missing', () => {
  const everyone = Array.from({ length: 40 }, (_, i) => ({ _id: `one-${i}` }));

  test('when many add the same at one moment, each stands once as the first wrote it, and nobody is refused', async () => {
    const records = database.connection.collection('added');
    await records.insertOne({ _id: 'one-0' as never, by: 'before' });
    const writers = Array.from({ length: 8 }, (_, by) =>
      addMissing(
        records,
        everyone.map((one) => ({ ...one, by })),
      ),
    );
    await Promise.all(writers);
    expect(await records.countDocuments()).toBe(everyone.length);
    expect(await records.findOne({ _id: 'one-0' as never })).toMatchObject({ by: 'before' });
  });

  test('whoever is told of a duplicate, because another added the same in between, has what was wanted', async () => {
    const records = database.connection.collection('lost race');
    const { MongoServerError } = mongoose.mongo;
    // as MongoDB answers the later of two upserts of one id
    const loser = {
      async bulkWrite(operations: never) {
        await records.bulkWrite(operations);
        throw new MongoServerError({ code: 11000, message: 'duplicate key' });
      },
      countDocuments: (filter: never) => records.countDocuments(filter),
    };
    await expect(addMissing(loser, everyone)).resolves.toBeUndefined();
  });

  test('what another document keeps from being stored is told, though most of it is stored', async () => {
    const records = database.connection.collection('seated');
    await records.createIndex({ seat: 1 }, { unique: true });
    await records.insertOne({ _id: 'first' as never, seat: 1 });
    const wanted = [1, 2].map((seat) => ({ _id: `other-${seat}`, seat }));
    await expect(addMissing(records, wanted)).rejects.toMatchObject({ code: 11000 });
  });

  test('what is refused for another reason is thrown', async () => {
    const tooLong = { _id: 'x', words: 'x'.repeat(17 * 1024 * 1024) };
    await expect(addMissing(database.connection.collection('added'), [tooLong])).rejects.toThrow();
  });
});
