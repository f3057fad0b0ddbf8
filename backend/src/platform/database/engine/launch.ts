import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { driverRuntime } from '../driver-runtime';
import type { Engine, EngineKind } from './engine';
import { type KeptProcess, logTail, startKept } from './kept-process';

/** Recovery after a crash replays the log, which may take a while on a large store. */
const readyMs = 60_000;

/** The cause of an error when somebody else took the port between looking and listening; another port may be free. */
export const portTaken = 'port-taken';
const strangerAnswers = 'another server answers at its port';

interface Launch {
  readonly name: EngineKind;
  readonly command: string;
  readonly args: readonly string[];
  readonly dataFolder: string;
  readonly port: number;
  /** What must be done before the engine takes writes. */
  readonly prepare?: (uri: string) => Promise<void>;
}

/** Runs an engine, waits until it answers, and returns it. Throws with the end of its log when it does not come up. */
export async function launch(what: Launch): Promise<Engine> {
  const logFile = path.join(what.dataFolder, `${what.name}.log`);
  const kept = await startKept({ command: what.command, args: what.args, logFile });
  // a direct connection: the address is the whole set, and the set's name differs from engine to engine
  const uri = `mongodb://127.0.0.1:${what.port}/?directConnection=true`;
  try {
    await untilAnswering(uri, kept);
    await what.prepare?.(uri);
    const version = await versionOf(uri);
    return { name: what.name, version, uri, pid: kept.pid, died: deathOf(kept, what.name, logFile), stop: kept.stop };
  } catch (error) {
    await kept.stop();
    const why = error instanceof Error ? error.message : String(error);
    const log = await logTail(logFile);
    const cause = why === strangerAnswers || log.includes('Address already in use') ? portTaken : undefined;
    throw new Error(`${what.name} did not start: ${why}\n${log}`, { cause });
  }
}

/** The version that a server reports; SecantusDB reports MongoDB's and its own. */
export async function versionOf(uri: string, timeoutMs = 1_000): Promise<string> {
  return asked(uri, timeoutMs, async (command) => {
    const info = await command({ buildInfo: 1 });
    return info.secantusVersion ? `${info.secantusVersion} (speaks MongoDB ${info.version})` : String(info.version);
  });
}

type Command = (command: Record<string, number>) => Promise<Record<string, unknown>>;

async function asked<T>(uri: string, timeoutMs: number, ask: (command: Command) => Promise<T>): Promise<T> {
  const connection = mongoose.createConnection(uri, {
    ...driverRuntime,
    serverSelectionTimeoutMS: timeoutMs,
    autoCreate: false,
  });
  try {
    await connection.asPromise();
    return await ask((command) => connection.getClient().db('admin').command(command));
  } finally {
    await connection.close();
  }
}

async function untilAnswering(uri: string, kept: KeptProcess): Promise<void> {
  let over: string | undefined;
  void kept.ended.then(({ code }) => {
    over = `it ended with code ${code}`;
  });
  const until = Date.now() + readyMs;
  for (;;) {
    try {
      const pid = await asked(uri, 250, async (command) => (await command({ serverStatus: 1 })).pid);
      // two starts at the same moment may have chosen the same port: never work on somebody else's data
      if (Number(pid) !== kept.pid) over = strangerAnswers;
      else return;
      throw new Error(over);
    } catch (error) {
      if (over) throw new Error(over);
      if (Date.now() > until) throw error;
      await sleep(50);
    }
  }
}

async function deathOf(kept: KeptProcess, name: string, logFile: string): Promise<string> {
  const { asked, code } = await kept.ended;
  // one that was asked to go is no news, ever
  if (asked) return new Promise<never>(() => undefined);
  return `${name} ended with code ${code}:\n${await logTail(logFile)}`;
}
