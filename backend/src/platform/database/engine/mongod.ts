import { mkdirSync } from 'node:fs';
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary';
import mongoose from 'mongoose';
import { driverRuntime } from '../driver-runtime';
import type { Engine, LaunchOptions, Report } from './engine';
import { launch } from './launch';
import { mongodFolder, mongodVersion, storeOf } from './locate';

const replicaSet = 'grid-relief';
/** A set of one elects itself within a second or two. */
const electionMs = 20_000;

/** Starts mongod as a replica set of one: change streams and retryable writes need a replica set. */
export function startMongod(binary: string, options: LaunchOptions): Promise<Engine> {
  const store = storeOf(options.dataFolder, 'mongod');
  mkdirSync(store, { recursive: true });
  const args = ['--port', String(options.port), '--bind_ip', '127.0.0.1', '--dbpath', store, '--replSet', replicaSet];
  return launch({
    name: 'mongod',
    command: binary,
    args: options.durable ? args : [...args, '--wiredTigerCacheSizeGB', '0.25'],
    dataFolder: options.dataFolder,
    port: options.port,
    prepare: (uri) => becomeReplicaSet(uri, `127.0.0.1:${options.port}`),
  });
}

/** Downloads MongoDB once into the user's cache; the progress is printed by mongodb-memory-server itself. */
export async function downloadMongod(env: NodeJS.ProcessEnv, report: Report): Promise<string> {
  report(`MongoDB ${mongodVersion()} is downloaded now, once, into ${mongodFolder(env)}.`);
  return MongoBinary.getPath({ version: mongodVersion(), downloadDir: mongodFolder(env) });
}

/** Initiates the set on the first start; later, a set that remembers another port is told the present one. */
async function becomeReplicaSet(uri: string, host: string): Promise<void> {
  const connection = await mongoose.createConnection(uri, driverRuntime).asPromise();
  try {
    const admin = connection.getClient().db('admin');
    const config = await admin.command({ replSetGetConfig: 1 }).catch(() => undefined);
    const members = [{ _id: 0, host }];
    if (!config) {
      await admin.command({ replSetInitiate: { _id: replicaSet, members } });
    } else if (config.config.members[0]?.host !== host) {
      const next = { ...config.config, version: config.config.version + 1, members };
      await admin.command({ replSetReconfig: next, force: true });
    }
    const until = Date.now() + electionMs;
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) {
      if (Date.now() > until) throw new Error('mongod did not become primary of its replica set of one.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await connection.close();
  }
}
