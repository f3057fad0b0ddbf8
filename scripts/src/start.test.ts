import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectBeside } from '@grid-relief/backend/src/platform/database';
import { readHolder, startEngine } from '@grid-relief/backend/src/platform/database/engine';
import { hashSources } from './build-web';
import { root } from './places';
import { withDatabaseName } from './prepare-data';
import { readStartOptions } from './start-options';

const stub = `
import { createServer } from 'node:http';
const who = { 'X-Instance': process.env.INSTANCE };
const server = createServer((_q, r) => r.writeHead(200, who).end(String(process.pid))).listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'grid-relief-start-'));
  writeFileSync(path.join(folder, 'stub.ts'), stub);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Without MONGODB_URI: these tests need an engine of their own, which they kill. */
function ownEngineEnv(): NodeJS.ProcessEnv {
  const { MONGODB_URI: _given, ...env } = process.env;
  return env;
}

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/src/start.ts', '--no-web', ...args], {
    cwd: root,
    env: {
      ...ownEngineEnv(),
      GRID_RELIEF_DATA_DIR: folder,
      GRID_RELIEF_BACKEND_ENTRY: path.join(folder, 'stub.ts'),
    },
  });
}

/** Everything said until the last line of the start, or until the end. */
function untilRunning(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const take = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('Ctrl-C stops everything')) resolve(said);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('close', () => resolve(said));
  });
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function eventually(what: () => boolean, withinMs = 10_000): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (!what() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
  return what();
}

/** Ids of the engine and of every backend process of a running start. */
async function pidsOf(said: string): Promise<number[]> {
  const addresses = said.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [];
  const backends = await Promise.all(addresses.map(async (address) => Number(await (await fetch(address)).text())));
  return [...backends, readHolder(path.join(folder, 'db'))?.enginePid ?? 0];
}

describe('npm start', () => {
  test('when interrupted, it ends with 0, leaves no process, and refuses a twin before that', async () => {
    const first = start(['--processes', '2']);
    const said = await untilRunning(first);
    const pids = await pidsOf(said);
    expect(pids).toHaveLength(3);
    expect(pids.every(isAlive)).toBe(true);
    expect(statSync(path.join(folder, 'keys/demo.key')).mode & 0o077).toBe(0);

    const twin = start(['--fresh']);
    const ended = exitCode(twin);
    expect(await untilRunning(twin)).toContain(`in use by process ${first.pid}`);
    expect(await ended).toBe(1);

    const stopped = exitCode(first);
    first.kill('SIGINT');
    expect(await stopped).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
  }, 60_000);

  test('when killed hard, its processes end too, the key and data stay, and --fresh empties the data', async () => {
    const first = start([]);
    const pids = await pidsOf(await untilRunning(first));
    const key = readFileSync(path.join(folder, 'keys/demo.key'), 'utf8');
    first.kill('SIGKILL');
    expect(await eventually(() => !pids.some(isAlive))).toBe(true);

    const second = start([]);
    expect(await untilRunning(second)).not.toContain('Writing the sample county');
    expect(readFileSync(path.join(folder, 'keys/demo.key'), 'utf8')).toBe(key);
    const stopped = exitCode(second);
    second.kill('SIGTERM');
    await stopped;

    const third = start(['--fresh']);
    expect(await untilRunning(third)).toContain('Writing the sample county');
    const ended = exitCode(third);
    third.kill('SIGINT');
    await ended;
  }, 90_000);
});

test('when the engine is killed, the acknowledged writes and the change stream are there after a restart', async () => {
  const options = { dataFolder: path.join(folder, 'db'), env: ownEngineEnv(), report: () => undefined, anyPort: true };
  const engine = await startEngine(options);
  const before = await connectBeside(withDatabaseName(engine.uri));
  for (let number = 0; number < 50; number += 1) await before.collection('visits').insertOne({ number });
  process.kill(engine.pid ?? 0, 'SIGKILL');
  expect(await engine.died).toContain('ended with code');
  await before.close();
  await engine.stop();

  const again = await startEngine(options);
  const after = await connectBeside(withDatabaseName(again.uri));
  expect(await after.collection('visits').countDocuments()).toBe(50);
  const stream = after.collection('visits').watch();
  const next = stream.next();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await after.collection('visits').insertOne({ number: 50 });
  expect(await next).toMatchObject({ operationType: 'insert', fullDocument: { number: 50 } });
  await stream.close();
  await after.close();
  await again.stop();
}, 60_000);

describe('small parts', () => {
  test('when the command line is read, unknown words and silly numbers are refused', () => {
    expect(readStartOptions(['--fresh', '--no-web', '--size', 'county', '--processes', '3'])).toEqual({
      fresh: true,
      web: false,
      processes: 3,
      size: 'county',
      seed: false,
    });
    expect(() => readStartOptions(['--processes', '0'])).toThrow(/whole number/);
    expect(() => readStartOptions(['--size', 'huge'])).toThrow(/small or county/);
    expect(() => readStartOptions(['--wat'])).toThrow();
  });

  test('when an address names no database, ours is put in', () => {
    expect(withDatabaseName('mongodb://h:1/?directConnection=true')).toBe(
      'mongodb://h:1/grid-relief?directConnection=true',
    );
    expect(withDatabaseName('mongodb://h:1/mine')).toBe('mongodb://h:1/mine');
  });

  test('when a source changes the hash changes, when only a test changes it does not', async () => {
    mkdirSync(path.join(folder, 'src'));
    writeFileSync(path.join(folder, 'src/a.ts'), '1');
    const first = await hashSources(folder, ['src']);
    writeFileSync(path.join(folder, 'src/a.test.ts'), '1');
    expect(await hashSources(folder, ['src'])).toBe(first);
    writeFileSync(path.join(folder, 'src/a.ts'), '2');
    expect(await hashSources(folder, ['src'])).not.toBe(first);
  });
});
