import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, type KeptProcess, logTail, startKept } from '@grid-relief/backend/src/platform/database/engine';

const usualPort = 8080;
const readyMs = 30_000;
/** A backend finishes what it has begun before it goes; longer than the database's own grace. */
const drainMs = 15_000;

export interface BackendProcess {
  readonly address: string;
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** What all backend processes of one start share. */
export interface BackendSettings {
  readonly bundle: string;
  readonly logs: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Starts `count` processes on free ports from PORT or 8080 on, each ready to serve. */
export async function startBackends(
  count: number,
  settings: BackendSettings,
  onStarted: (backend: BackendProcess) => void,
): Promise<void> {
  const taken = new Set<number>();
  const wishedPort = Number(settings.env.PORT) || usualPort;
  for (let number = 1; number <= count; number += 1) {
    const port = await freePort(wishedPort, taken);
    taken.add(port);
    await startBackend(number, port, settings, onStarted);
  }
}

async function startBackend(
  number: number,
  port: number,
  settings: BackendSettings,
  onStarted: (backend: BackendProcess) => void,
): Promise<void> {
  const logFile = path.join(settings.logs, `backend-${number}.log`);
  const kept = await startKept({
    command: process.execPath,
    args: ['--enable-source-maps', settings.bundle],
    logFile,
    graceMs: drainMs,
    env: { ...settings.env, PORT: String(port) },
  });
  const address = `http://127.0.0.1:${port}`;
  const died = deathOf(kept, number, logFile);
  onStarted({ address, died, stop: kept.stop });
  await Promise.race([untilReady(address, logFile), died.then((why) => Promise.reject(new Error(why)))]);
}

async function untilReady(address: string, logFile: string): Promise<void> {
  const until = Date.now() + readyMs;
  while (!(await isReady(address))) {
    if (Date.now() > until) {
      throw new Error(`The backend at ${address} does not become ready. Its log ends:\n${await logTail(logFile)}`);
    }
    await sleep(100);
  }
}

async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

async function deathOf(kept: KeptProcess, number: number, logFile: string): Promise<string> {
  const { asked, code } = await kept.ended;
  if (asked) return new Promise<never>(() => undefined);
  return `Backend process ${number} ended with code ${code}. Its log ends:\n${await logTail(logFile)}`;
}
