import { allEndpoints } from '@grid-relief/shared-types/endpoints';
import { outboxCollections } from '../../src/outbox';
import { dueCollections } from '../../src/outbox/due-collections';
import { leaseDue } from '../../src/outbox/lease';
import { outboxRecords } from '../../src/outbox/records';
import { indexesOf } from '../../src/platform/database';
import { addressOf, sampleRequest } from '../bad-input/sample-input';
import { somebodyWithEveryRole } from '../bad-input/whole-app';
import { eachOperation, openStage, type Stage } from '../idempotency/all-operations';
import { startWatchedApp, type WatchedApp } from '../injection/watch-commands';
import { filtersOf, readWhole, shapeOf, wayOf } from './served';

jest.setTimeout(600_000);

/** Filters that no index serves, each with the reason why that is right. */
const mayWalk: Readonly<Record<string, string>> = {
  'riskAreas: county validTo': 'a county has some hundreds of lines, and the policy asks for most of them',
};

let watched: WatchedApp;
let stage: Stage;
const walking = new Set<string>();
let looked = 0;

function look(name: string, command: Record<string, unknown>): void {
  const collection = String(command[name]);
  for (const other of readWhole(command)) walking.add(`${other}: all of it, beside ${collection}`);
  for (const filter of filtersOf(name, command)) {
    // what asks for everything means it: places at the start, a page of a small collection
    if (Object.keys(filter).length === 0) continue;
    looked += 1;
    if (wayOf(filter, indexesOf(collection)) !== 'INDEX') walking.add(`${collection}: ${shapeOf(filter)}`);
  }
}

beforeAll(async () => {
  stage = await openStage(undefined, async (options = {}) => {
    watched = await startWatchedApp(options, look);
    return watched.app;
  });
});
afterAll(() => watched.close());

test('whatever is read or done, no filter makes the database read a whole county', async () => {
  const { token } = await somebodyWithEveryRole(stage.app);
  const reads = allEndpoints.filter(({ method }) => method === 'GET');
  for (const one of reads) {
    const { params, query } = sampleRequest(one, stage.app.anId, false);
    // records of the cast are made of little and cannot all be shown; here it counts how they were looked for
    await stage.app.call('GET', addressOf(one, params, query), { token });
  }
  const { wrong, names } = await eachOperation(stage, async ({ send }) => {
    const { status } = await send();
    return status === 200 ? undefined : String(status);
  });
  expect(wrong).toEqual([]);
  expect(names.length).toBeGreaterThan(300);
  expect(looked).toBeGreaterThan(2_000);
  expect([...walking].filter((what) => !(what in mayWalk))).toEqual([]);
});

test('nor does what the relay asks once a second, in each process', async () => {
  const { connection, clock } = stage.app;
  const before = looked;
  await dueCollections(connection, outboxCollections, clock.now());
  expect(looked - before).toBeGreaterThanOrEqual(outboxCollections.length);
  for (const name of outboxCollections) {
    const taking = { now: clock.now(), mark: 'watched', batch: 50, leaseMs: 1_000 };
    await leaseDue(outboxRecords(connection, name), taking);
  }
  expect(looked - before).toBeGreaterThan(2 * outboxCollections.length);
  expect([...walking].filter((what) => !(what in mayWalk))).toEqual([]);
});

test('control: a filter in the words of a careless hour is found', () => {
  const indexes = indexesOf('episodes');
  expect(wayOf({ county: '141122', about: 'somebody', kind: 'QUARANTINE_EPISODE' }, indexes)).toBe('COUNTY');
  expect(wayOf({ county: '141122', household: { $in: ['a', 'b'] }, state: 'MOVED' }, indexes)).toBe('COUNTY');
  expect(wayOf({ state: 'MOVED' }, indexes)).toBe('ALL');
  expect(wayOf({ county: '141122', about: { $in: ['somebody'] } }, indexes)).toBe('INDEX');
  expect(readWhole({ pipeline: [{ $match: { state: 'MOVED' } }, { $unionWith: 'rooms' }] })).toEqual(['rooms']);
  expect(readWhole({ pipeline: [{ $unionWith: { coll: 'rooms', pipeline: [] } }] })).toEqual(['rooms']);
  expect(readWhole({ pipeline: [{ $lookup: { from: 'sites', as: 'site' } }] })).toEqual(['sites']);
});
