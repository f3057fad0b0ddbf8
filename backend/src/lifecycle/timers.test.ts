import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { outboxRecords } from '../outbox';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { act, beginRecord, fire, firingOf, recordsIn, timerKind } from '.';
import { crate, operation, person } from './crate.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const county = '141122';
const area = areaId('141122100201');
const now = new Date('2022-04-18T01:00:00Z');
const collection = () => database.connection.collection('timed');
const router = { system: 'router', county } as const;
const offered = (to: string) => ({ 'assignment.offeredTo': to, 'assignment.expiresAt': addMinutes(now, 10) });

async function anOffer() {
  const id = operation();
  await recordsIn(collection()).insertOne(
    beginRecord({ _id: id, county, kind: 'crate', state: 'OPEN', area, scope: scopeOf(area) }, [], now),
  );
  await offer(id);
  return id;
}

const offer = (id: string) =>
  act({
    ...{ collection: collection(), machine: crate, action: 'offer', id, actor: router, opId: operation(), now },
    ...{ set: offered(person(1).personId), visible: () => true },
  });

async function timerOf(id: string) {
  const document = await outboxRecords(database.connection, 'timed').findOne({ _id: id });
  const entry = document?.outbox.findLast(({ kind }) => kind === timerKind);
  if (!document || !entry) throw new Error('no timer');
  return { document, entry };
}

type Due = Awaited<ReturnType<typeof timerOf>>;
const fireTimer = ({ document, entry }: Due) =>
  fire(() =>
    act({
      ...{ collection: collection(), machine: crate, now: entry.due, visible: () => true },
      ...firingOf(document, entry),
      action: 'expire',
      unset: ['assignment.offeredTo', 'assignment.expiresAt'],
    }),
  );

test('when an offer runs out, its timer fires once, however often it is delivered', async () => {
  const id = await anOffer();
  const due = await timerOf(id);
  expect(due.entry).toMatchObject({ due: addMinutes(now, 10), payload: { action: 'expire' } });
  expect(await Promise.all([fireTimer(due), fireTimer(due), fireTimer(due)])).toEqual([true, true, true]);
  expect(await recordsIn(collection()).findOne({ _id: id })).toMatchObject({ state: 'OPEN', revision: 2 });
});

test('when the offer was taken, the timer fires into nothing', async () => {
  const id = await anOffer();
  const due = await timerOf(id);
  await act({
    ...{ collection: collection(), machine: crate, action: 'accept', id, actor: person(1), opId: operation(), now },
    ...{ set: { 'assignment.assignee': person(1).personId }, visible: () => true },
  });
  // the state itself would allow `expire` from HELD; the timer belongs to the offer alone
  expect(await fireTimer(due)).toBe(false);
  expect(await recordsIn(collection()).findOne({ _id: id })).toMatchObject({ state: 'HELD' });
});

test('when it was offered again, the timer of the first offer does not end the second', async () => {
  const id = await anOffer();
  const first = await timerOf(id);
  await fireTimer(first);
  await offer(id);
  const stale = { ...first, entry: { ...first.entry, id: 'delivered-under-another-name' } };
  expect(await fireTimer(stale)).toBe(false);
  expect(await recordsIn(collection()).findOne({ _id: id })).toMatchObject({ state: 'OFFERED' });
});
