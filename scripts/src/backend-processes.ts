import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { instanceHeader } from '@grid-relief/backend/src/http/health';
import { freePort, type KeptProcess, logTail, startKept } from '@grid-relief/backend/src/platform/database/engine';

const usualPort = 8080;
const readyMs = 30_000;
/** Ports tried for a process, where others take them between looking and listening. */
const portTries = 5;
/** How Node says in the log that somebody listens there already. */
const portTaken = 'EADDRINUSE';
/** A backend finishes what it has begun before it goes; longer than the database's own grace. */
const drainMs = 15_000;

export interface BackendProcess {
  readonly address: string;
  readonly died: Promise<string>;
}

/** What all backend processes of one start share. */
export interface BackendSettings {
  readonly bundle: string;
  readonly logs: string;
  readonly env: NodeJS.ProcessEnv;
  /** Told of each process as soon as it runs, ready or not: whoever is interrupted stops it. */
  readonly onProcess: (stop: () => Promise<void>) => void;
}

/** Starts `count` processes on free ports from PORT or 8080 on. @returns them, each ready to serve */
export async function startBackends(count: number, settings: BackendSettings): Promise<BackendProcess[]> {
  const taken = new Set<number>();
  const wishedPort = Number(settings.env.PORT) || usualPort;
  const running: BackendProcess[] = [];
  for (let tries = 1; running.length < count; tries += 1) {
    const port = await freePort(wishedPort, taken);
    taken.add(port);
    const backend = await startBackend(running.length + 1, port, settings);
    if (backend) running.push(backend);
    else if (tries === portTries * count) throw new Error(`Other programs take every port from ${wishedPort} on.`);
  }
  return running;
}

/** @returns undefined where somebody else who starts at this moment was quicker to take the port */
async function startBackend(
  number: number,
  port: number,
  { bundle, logs, env, onProcess }: BackendSettings,
): Promise<BackendProcess | undefined> {
  const logFile = path.join(logs, `backend-${number}.log`);
  const instance = randomUUID();
  const kept = await startKept({
    command: process.execPath,
    args: ['--enable-source-maps', bundle],
    logFile,
    graceMs: drainMs,
    env: { ...env, PORT: String(port), INSTANCE: instance },
  });
  onProcess(kept.stop);
  const address = `http://127.0.0.1:${port}`;
  const words = (code: number | null) => lastWords(number, code, logFile);
  if (await isOursReady(address, instance, kept, words)) return { address, died: deathOf(kept, words) };
  await kept.stop();
  return undefined;
}

type LastWords = (code: number | null) => Promise<string>;

/** @returns false where another process has the port @throws when ours ends for another reason, or nothing becomes ready */
async function isOursReady(
  address: string,
  instance: string,
  { ended }: Pick<KeptProcess, 'ended'>,
  words: LastWords,
): Promise<boolean> {
  let end: Awaited<typeof ended> | undefined;
  void ended.then((how) => {
    end = how;
  });
  for (const until = Date.now() + readyMs; Date.now() < until; await sleep(100)) {
    const ready = await readyInstance(address);
    if (ready !== undefined) return ready === instance;
    if (!end) continue;
    const why = await words(end.code);
    if (!end.asked && why.includes(portTaken)) return false;
    throw new Error(why);
  }
  throw new Error(`The backend at ${address} does not become ready. ${await words(null)}`);
}

/** Which process answers there that it is ready; undefined: none, or none yet. */
async function readyInstance(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok ? (answer.headers.get(instanceHeader) ?? '') : undefined;
  } catch {
    return undefined;
  }
}

/** Resolves when it ends without having been asked to. */
async function deathOf({ ended }: Pick<KeptProcess, 'ended'>, words: LastWords): Promise<string> {
  const { asked, code } = await ended;
  return asked ? new Promise<never>(() => undefined) : words(code);
}

async function lastWords(number: number, code: number | null, logFile: string): Promise<string> {
  const how = code === null ? '' : ` ended with code ${code}`;
  return `Backend process ${number}${how}. Its log ends:\n${await logTail(logFile)}`;
}
