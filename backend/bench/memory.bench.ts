import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Connection } from 'mongoose';
import { buildBackend } from '../../scripts/src/build-backend';
import { householdRepository } from '../src/features/households';
import { openIdentity } from '../src/features/identity';
import { tokenSigner } from '../src/features/identity/access-token';
import { livePath } from '../src/features/live/live-server';
import { volunteerRepository } from '../src/features/volunteers';
import { systemClock } from '../src/platform/clock';
import { freePort } from '../src/platform/database/engine';
import { fieldVault, masterKey } from '../src/platform/encryption';
import { idSource } from '../src/platform/ids';
import { makeLogger } from '../src/platform/logger';
import { smsSender } from '../src/platform/sms';
import { wechat } from '../src/platform/wechat';
import { load, shootPatiently } from './http-load';
import { county, fill, household, newId, openTask, volunteer } from './sample';
import type { Comparison } from './side-by-side';
import { lessIsBetter } from './side-by-side-http';
import { connectMany } from './socket-clients';

const tasks = 300_000;
const sockets = 1_000;
const people = 200;
/** Fifteen open requests in each: more than any home has, and no home in which thousands are read for one. */
const households = 20_000;
const claims = 1_000;
const mostMegabytes = 300;
const megabyte = 1024 * 1024;
const readyMs = 60_000;

export interface MemoryPlan {
  readonly connection: Connection;
  /** With the name of the database in it. */
  readonly uri: string;
  readonly folder: string;
}

/** One backend as it serves, in front of 300,000 tasks, with a thousand phones listening and working. */
export async function memoryBench({ connection, uri, folder }: MemoryPlan): Promise<Comparison[]> {
  const key = randomBytes(32);
  const keyFile = path.join(folder, 'memory.key');
  await writeFile(keyFile, key.toString('base64'));
  const { tokens, ids } = await fillDatabase(connection, key);
  const backend = await startBundle(folder, uri, keyFile);
  const measured: number[] = [];
  const stop = watch(backend.pid, measured);
  try {
    await backend.ready();
    const idle = await rssOf(backend.pid);
    const tokenAt = (number: number) => tokens[number % tokens.length] ?? '';
    let greeted = 0;
    const hello = () => JSON.stringify({ type: 'hello', token: tokenAt(greeted++) });
    const clients = await connectMany(`${backend.url.replace('http', 'ws')}${livePath}`, sockets, hello);
    let next = 0;
    const claim = () => {
      const url = `${backend.url}/api/v1/deliveries/${ids[next] ?? ''}/claim`;
      return { method: 'POST', url, token: tokenAt(next++), body: { opId: newId() } };
    };
    await load(claim, claims, 16, shootPatiently);
    await load(
      () => ({ method: 'GET', url: `${backend.url}/api/v1/deliveries/mine`, token: tokenAt(next++) }),
      claims,
      16,
      shootPatiently,
    );
    await sleep(2_000);
    const after = await rssOf(backend.pid);
    for (const { socket } of clients) socket.terminate();
    const peer = 'just started';
    const what = `one backend, ${tasks.toLocaleString('en')} tasks, ${sockets.toLocaleString('en')} sockets`;
    return [
      row({ goal: 'memory', what: `${what}, after ${claims} claims`, peer }, after, idle),
      row({ goal: 'memory', what: `${what}, at its highest`, peer }, Math.max(...measured), idle),
    ];
  } finally {
    stop();
    await backend.stop();
  }
}

function row(named: Pick<Comparison, 'goal' | 'what' | 'peer'>, bytes: number, idle: number): Comparison {
  const compared = lessIsBetter(named, bytes / megabyte, idle / megabyte, undefined, 'MB');
  return { ...compared, passLine: `< ${mostMegabytes} MB`, reached: bytes < mostMegabytes * megabyte };
}

async function fillDatabase(connection: Connection, key: Buffer): Promise<{ tokens: string[]; ids: string[] }> {
  const master = masterKey(key);
  const vault = fieldVault(connection, master, systemClock);
  const log = makeLogger({ level: 'silent' });
  const { service } = openIdentity({
    ...{ connection, vault, master, log, county, demo: false, now: systemClock, ids: idSource() },
    sms: smsSender(undefined, log),
    wechat: wechat({ baseUrl: 'http://127.0.0.1:1', credentials: undefined }, log),
    traitsOf: async () => ({ skills: [], ppe: 0 }),
  });
  const homes = Array.from({ length: households }, (_, number) => household(number));
  await householdRepository(connection, vault).saveMany(homes, new Date());
  const all = Array.from({ length: people }, (_, number) => volunteer(number));
  await service.registerMany(
    all.map(({ person }) => person),
    new Date(),
  );
  await volunteerRepository(connection).addMany(all.map(({ record }) => record));
  const ids = await fill(connection, tasks, (number) => openTask(homes[number % homes.length]?._id ?? ''));
  const signer = tokenSigner(master, systemClock);
  return { ids, tokens: all.map(({ person: { id } }) => signer.sign({ personId: id, county, version: 1 }).token) };
}

/** The very bundle that `npm start` runs, in a process of its own. */
async function startBundle(folder: string, uri: string, keyFile: string) {
  const bundle = path.join(folder, 'backend.js');
  const backendFolder = path.resolve(__dirname, '..');
  await buildBackend(path.join(backendFolder, 'src/main.ts'), bundle);
  const port = await freePort(undefined);
  const child = spawn(process.execPath, [bundle], {
    env: {
      ...process.env,
      NODE_PATH: path.resolve(backendFolder, '../node_modules'),
      ...{ MONGODB_URI: uri, KEY_FILE: keyFile, PORT: String(port), LOG_LEVEL: 'warn' },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pid: child.pid ?? 0,
    async ready() {
      const until = Date.now() + readyMs;
      const isReady = () =>
        fetch(`${url}/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        );
      while (!(await isReady())) {
        if (child.exitCode !== null || Date.now() > until) throw new Error('the backend did not become ready');
        await sleep(100);
      }
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Resident bytes, as the system counts them. */
async function rssOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) * 1024;
}

function watch(pid: number, into: number[]): () => void {
  const timer = setInterval(
    () =>
      void rssOf(pid).then(
        (bytes) => into.push(bytes),
        () => undefined,
      ),
    250,
  );
  return () => clearInterval(timer);
}
