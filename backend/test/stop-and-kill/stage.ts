import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildBackend } from '../../../scripts/src/build-backend';
import { indexPlans } from '../../src/index-plans';
import { movableClock } from '../../src/platform/clock';
import { ensureIndexes } from '../../src/platform/database';
import { masterKey } from '../../src/platform/encryption';
import { aHousehold, aPerson } from '../../src/testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../src/testing/test-app';
import { openTestDatabase } from '../../src/testing/test-database';
import { openStill } from '../bad-input/whole-app';
import { aRecord, type Cast } from '../role-matrix/cast';
import type { Acknowledged } from './load';

interface Noted {
  readonly _id: string;
  readonly history: readonly { readonly opId: string }[];
}

/** The product's server as it is shipped, a database with people and requests, and what to compare answers with. */
export interface Stage {
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly token: string;
  newId(): string;
  /** Fresh requests of the resident who holds the token. */
  records(count: number): Promise<string[]>;
  /** Acknowledged writes that are not in the database. */
  lost(acknowledged: readonly Acknowledged[]): Promise<number>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'grid-relief-stop-'));
  // beside the sources, because packages are found from there
  const script = path.join(__dirname, '../../dist', `stop-and-kill-${process.pid}.js`);
  await buildBackend(path.join(__dirname, '../../src/main.ts'), script);
  const key = randomBytes(32);
  const keyFile = path.join(folder, 'key');
  await writeFile(keyFile, key.toString('base64'));
  const database = await openTestDatabase();
  await ensureIndexes(database.connection, indexPlans);
  // a test app on the same database and key as the processes, for people and tokens; a sketch of what it asks for
  const same = { connection: database.connection, clock: movableClock(new Date()), master: masterKey(key), texts: [] };
  const anchors = { write: async () => undefined, read: async () => [] };
  const app = await startTestApp({ beside: { ...same, anchors } as unknown as TestApp, openFeatures: openStill });
  const home = await aHousehold(app).saved();
  const resident = await aPerson(app).livingIn(home).saved();
  const cast: Cast = {
    players: [],
    home: home.id,
    by: (name) => ({ name, id: resident.id, token: '', stands: [], stranger: false }),
  };
  const tasks = database.connection.collection<Noted>('tasks');
  const { MONGODB_URI: _notThisOne, ...inherited } = process.env;
  return {
    script,
    env: { ...inherited, MONGODB_URI: database.uri, KEY_FILE: keyFile, COUNTY: testCounty, LOG_LEVEL: 'silent' },
    token: await app.signIn(resident),
    newId: app.anId,
    async records(count) {
      const fresh = Array.from({ length: count }, () => aRecord(app, cast, 'DELIVERY', 'SUBMITTED'));
      await tasks.insertMany(fresh as unknown as Noted[]); // notes are all that these tests read of them
      return fresh.map(({ _id }) => _id);
    },
    async lost(acknowledged) {
      const wanted = [...new Set(acknowledged.map(({ record }) => record))];
      const found = await tasks.find({ _id: { $in: wanted } }).toArray();
      const done = new Set(found.flatMap(({ _id, history }) => history.map(({ opId }) => `${_id} ${opId}`)));
      return acknowledged.filter(({ record, opId }) => !done.has(`${record} ${opId}`)).length;
    },
    async close() {
      await app.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
      for (const file of [script, `${script}.map`]) await rm(file, { force: true });
    },
  };
}
