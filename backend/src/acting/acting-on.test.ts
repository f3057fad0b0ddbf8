import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../http/problem';
import type { ActResult, PersonActor, Tracked } from '../lifecycle';
import { beginRecord, lateFactCollection, recordsIn } from '../lifecycle';
import { type CrateAction, crate, operation, person } from '../lifecycle/crate.fixture';
import type { WithOutbox } from '../outbox';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { actingOn, type Verb } from '.';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const county = '141122';
const area = areaId('141122100201');
const now = new Date('2022-04-18T01:00:00Z');
const holder = person(1);

const crates = () => recordsIn<Tracked>(database.connection.collection('crates'));
const lateFacts = () => recordsIn<Tracked>(database.connection.collection('crates'), lateFactCollection);

async function saved(state: string): Promise<string> {
  const _id = operation();
  const begun = beginRecord({ _id, county, kind: 'crate', state, area, scope: scopeOf(area) }, [], now);
  await crates().insertOne({ ...begun, assignment: { ...begun.assignment, assignee: holder.personId } });
  return _id;
}

/** Somebody else writes while a verb is deciding, so many times. */
function overtaken(times: number, change: object = {}) {
  const reads: number[] = [];
  const verb: Verb<Tracked, unknown, { readonly now: () => Date }> = async ({ record }) => {
    reads.push(record.revision);
    if (reads.length <= times) await crates().updateOne({ _id: record._id }, { $inc: { revision: 1 }, ...change });
    return {};
  };
  return { reads, verb };
}

function desk(verbs: Partial<Record<CrateAction, Verb<Tracked, unknown, { readonly now: () => Date }>>>) {
  const collection = database.connection.collection('crates');
  return actingOn<Tracked, CrateAction, unknown, { readonly now: () => Date }>({
    ...{ kind: 'crate', machine: crate, collection, deps: { now: () => now }, verbs, maySee: () => true },
  });
}

const finish = (id: string, opId = operation(), actor: PersonActor = holder) =>
  ({ county, id, action: 'finish', actor, opId }) as const;

describe('somebody else writes between the reading and the writing', () => {
  test('a decision is decided anew from what is there then', async () => {
    const [id, { reads, verb }] = [await saved('HELD'), overtaken(3)];
    const leader = person(2, ['GRID_LEADER']);
    const { receipt } = await desk({ reassign: verb }).act({ ...finish(id), action: 'reassign', actor: leader });
    expect([receipt.revision, reads]).toEqual([4, [0, 1, 2, 3]]);
  });

  test('a fact that still fits becomes what it says, and is not put aside as late', async () => {
    const [id, { reads, verb }] = [await saved('HELD'), overtaken(3)];
    const { receipt } = await desk({ finish: verb }).act(finish(id));
    expect([receipt.to, reads.length]).toEqual(['DONE', 4]);
    expect(await lateFacts().countDocuments({ 'fact.record': id })).toBe(0);
  });

  test('a fact that fits no more is kept as late, and stays so when the record fits again', async () => {
    const [id, { verb }] = [await saved('HELD'), overtaken(1, { $set: { state: 'CANCELLED' } })];
    const [acting, opId] = [desk({ finish: verb }), operation()];
    const late = async (): Promise<ActResult> => acting.act(finish(id, opId));
    expect((await late()).receipt.to).toBe('LATE_FACT');
    await crates().updateOne({ _id: id }, { $set: { state: 'HELD' } });
    expect(await late()).toMatchObject({ receipt: { to: 'LATE_FACT' }, repeated: true });
    expect((await crates().findOne({ _id: id }))?.state).toBe('HELD');
  });
});

describe('what the product does by itself', () => {
  const cancel = (acting: ReturnType<typeof desk>, _id: string) =>
    acting.follow({ _id, county }, 'cancel', { reason: 'OTHER' });

  test('is still to be done when it was overtaken every time', async () => {
    const id = await saved('HELD');
    await expect(cancel(desk({ cancel: overtaken(1_000).verb }), id)).rejects.toThrow('lost 20 races');
    expect(await cancel(desk({}), id)).toBe(true);
  });

  test('is over when its time has passed', async () => {
    expect(await cancel(desk({}), await saved('DONE'))).toBe(false);
  });
});

describe('a timer comes with its document as it was leased', () => {
  const entry = { id: 'e1', kind: 'timer', due: now, attempts: 1, payload: { action: 'expire' } };
  const asStored = async (id: string) => (await crates().findOne({ _id: id })) as never as WithOutbox;
  const stateOf = async (id: string) => (await crates().findOne({ _id: id }))?.state;

  test('which is decided from without another reading', async () => {
    const id = await saved('HELD');
    const seen: unknown[] = [];
    const verb: Verb<Tracked, unknown, { readonly now: () => Date }> = async ({ record }) => {
      seen.push(Object(record).leased);
      return {};
    };
    const leased = { ...(await asStored(id)), leased: 'as it was leased' };
    await desk({ expire: verb }).timer(leased, entry);
    expect([await stateOf(id), seen]).toEqual(['OPEN', ['as it was leased']]);
  });

  test('and when somebody has written since, it is decided from what is there now', async () => {
    const id = await saved('HELD');
    const document = await asStored(id);
    await crates().updateOne({ _id: id }, { $inc: { revision: 1 } });
    const { reads, verb } = overtaken(0);
    await desk({ expire: verb }).timer(document, entry);
    expect([await stateOf(id), reads]).toEqual(['OPEN', [0, 1]]);
  });

  test.each([
    ['DONE', 'HELD', 'OPEN'],
    ['HELD', 'DONE', 'DONE'],
  ])('leased as %s, it finds %s and leaves %s', async (leased, found, left) => {
    const id = await saved(leased);
    const document = await asStored(id);
    await crates().updateOne({ _id: id }, { $set: { state: found }, $inc: { revision: 1 } });
    await desk({}).timer(document, entry);
    expect(await stateOf(id)).toBe(left);
  });

  test('a refusal by what it was says nothing about what it is', async () => {
    const id = await saved('HELD');
    const document = await asStored(id);
    await crates().updateOne({ _id: id }, { $inc: { revision: 1 } });
    const refusing: Verb<Tracked, unknown, { readonly now: () => Date }> = async ({ record }) => {
      if (record.revision === 0) throw new Problem('transition-not-allowed');
      return {};
    };
    await desk({ expire: refusing }).timer(document, entry);
    expect(await stateOf(id)).toBe('OPEN');
  });
});
