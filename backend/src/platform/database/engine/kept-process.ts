import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';

/** Time between the polite and the hard way of ending a program. */
export const stopGraceMs = 5_000;

/** A program that ends when this process ends. */
export interface KeptProcess {
  readonly pid: number;
  /** Resolves when the program is gone, asked or not. */
  readonly ended: Promise<{ readonly asked: boolean; readonly code: number | null }>;
  /** SIGTERM, then SIGKILL after the grace; resolves when the program is gone. */
  stop(): Promise<void>;
}

/** What to run; its output goes to `logFile`, in append mode. */
export interface KeptCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly graceMs?: number;
}

/** Starts a program under a keeper (keeper.cjs). Throws when the program cannot be run at all. */
export async function startKept(what: KeptCommand): Promise<KeptProcess> {
  mkdirSync(path.dirname(what.logFile), { recursive: true });
  const grace = String(what.graceMs ?? stopGraceMs);
  const keeper = spawn(
    process.execPath,
    [path.join(__dirname, 'keeper.cjs'), what.logFile, grace, what.command, ...what.args],
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true, cwd: what.cwd, env: what.env ?? process.env },
  );
  let asked = false;
  const ended = new Promise<{ asked: boolean; code: number | null }>((resolve) => {
    keeper.once('close', (code) => resolve({ asked, code }));
  });
  const pid = await firstWord(keeper, what.command).catch((error: unknown) => {
    keeper.stdin?.end();
    throw error;
  });
  async function stop(): Promise<void> {
    asked = true;
    keeper.stdin?.end();
    await ended;
  }
  return { pid, ended, stop };
}

/** The last lines of a log file, to show why a program ended. */
export async function logTail(logFile: string, lines = 15): Promise<string> {
  const file = await open(logFile, 'r').catch(() => undefined);
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 16_384);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } finally {
    await file.close();
  }
}

function firstWord(keeper: ChildProcess, command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (why: string) => reject(new Error(`${path.basename(command)} could not be run: ${why}`));
    keeper.once('error', (error) => failed(error.message));
    keeper.once('exit', (code) => failed(`ended with code ${code}`));
    // a keeper that is gone closes its input; writing to it is then no news
    keeper.stdin?.on('error', () => undefined);
    keeper.stdout?.once('data', (chunk: Buffer) => {
      const word: unknown = JSON.parse(chunk.toString('utf8').split('\n')[0] ?? '{}');
      if (typeof word === 'object' && word && 'pid' in word && typeof word.pid === 'number') resolve(word.pid);
      else failed(typeof word === 'object' && word && 'error' in word ? String(word.error) : 'no answer');
    });
  });
}
