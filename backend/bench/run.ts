/**
 * `npm run bench [-- P1 P6 memory] [-- --quick] [-- --write]`: every measurement beside its peer in one run, or those
 * that are named. `--write` keeps the table in docs/benchmarks.md.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import type { Connection } from 'mongoose';
import { indexPlans } from '../src/index-plans';
import { connectBeside, ensureIndexes } from '../src/platform/database';
import { startEngine } from '../src/platform/database/engine';
import { bundleBench } from './bundle.bench';
import { claimEndpointBench } from './claim-endpoint.bench';
import { engineBench, growthBench } from './claims.bench';
import { contentionBench } from './contention.bench';
import { fieldBench } from './fields.bench';
import { listBench } from './lists.bench';
import { liveBench } from './live.bench';
import { memoryBench } from './memory.bench';
import { middlewareBench } from './middleware.bench';
import { personTimelineBench } from './person-timeline.bench';
import { policyBench } from './policy.bench';
import { tableOf, writeTable } from './report';
import type { Comparison } from './side-by-side';
import { tokenBench } from './tokens.bench';

/** What every measurement may ask for. */
interface Bench {
  readonly uri: string;
  readonly folder: string;
  readonly quick: boolean;
  /** An empty database with all its indexes; closed and dropped at the end. */
  database(): Promise<{ connection: Connection; dbName: string }>;
}

const sizes = { quick: [10_000, 30_000], full: [10_000, 100_000, 300_000] } as const;

/** Measurements by name, in the order in which they run. */
const benches: Readonly<Record<string, (bench: Bench) => Promise<Comparison[]>>> = {
  P1: async ({ uri, database }) => {
    const { connection, dbName } = await database();
    return [...(await engineBench(connection)), ...(await claimEndpointBench({ uri, dbName }))];
  },
  P2: ({ quick, database }) => growthBench(sizes[quick ? 'quick' : 'full'], async () => (await database()).connection),
  P3: async ({ database }) => contentionBench((await database()).connection),
  P4: middlewareBench,
  P5: async ({ uri, database }) => listBench({ uri, dbName: (await database()).dbName }),
  P6: tokenBench,
  P12: liveBench,
  P13: async ({ database }) => fieldBench((await database()).connection),
  P14: bundleBench,
  policy: async ({ quick, database }) => policyBench((await database()).connection, quick ? 500 : 2_500),
  timeline: async ({ database }) => personTimelineBench((await database()).connection),
  memory: async ({ uri, folder, database }) => {
    const { connection, dbName } = await database();
    return memoryBench({ connection, folder, uri: uri.replace('/?', `/${dbName}?`) });
  },
};

const isOption = (word: string) => word.startsWith('--');

function chosen(args: readonly string[]): string[] {
  const names = args.filter((word) => !isOption(word));
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
  return names.length > 0 ? names : Object.keys(benches);
}

async function run(args: readonly string[]): Promise<void> {
  const names = chosen(args);
  const folder = await mkdtemp(path.join(tmpdir(), 'grid-relief-bench-'));
  const engine = await startEngine({ dataFolder: folder, env: process.env, report: console.log, anyPort: true });
  const opened: Connection[] = [];
  const bench: Bench = {
    uri: engine.uri,
    folder,
    quick: args.includes('--quick'),
    async database() {
      const dbName = `bench-${randomBytes(4).toString('hex')}`;
      const connection = await connectBeside(engine.uri, { dbName, maxPoolSize: 64 });
      opened.push(connection);
      await ensureIndexes(connection, indexPlans);
      return { connection, dbName };
    },
  };
  const loads = [loadavg()[0] ?? 0];
  const rows: Comparison[] = [];
  try {
    for (const name of names) {
      const found = await benches[name]?.(bench);
      console.log(tableOf(found ?? []));
      rows.push(...(found ?? []));
      loads.push(loadavg()[0] ?? 0);
      for (const connection of opened.splice(0)) {
        // to drop hundreds of thousands of records may outlast the driver's patience; the folder goes at the end
        await connection.dropDatabase().catch(() => undefined);
        await connection.close();
      }
    }
    if (args.includes('--write')) await writeTable(rows, { engine: `${engine.name} ${engine.version}`, loads });
  } finally {
    for (const connection of opened) await connection.close();
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

run(process.argv.slice(2)).then(
  // sockets that a server left half open do not keep the run
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
