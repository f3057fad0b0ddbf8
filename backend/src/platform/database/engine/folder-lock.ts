import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Who uses a data folder. `enginePid` and `uri` are added once the engine runs. */
export interface LockHolder {
  readonly pid: number;
  /** When the process of that pid began, so that a pid given to another program is not taken for the holder. */
  readonly began: string;
  readonly enginePid?: number;
  readonly engineBegan?: string;
  readonly uri?: string;
}

/** A held lock. */
export interface FolderLock {
  /** Makes the running engine known to other commands (`readHolder`). */
  note(enginePid: number, uri: string): void;
  release(): void;
}

/** An engine whose starter was killed ends by itself within its grace; a new start waits a little longer than that. */
const leftoverWaitMs = 7_000;

/** The lock lies beside the folder, so that emptying the folder does not lose it. */
export function lockFileOf(folder: string): string {
  return `${path.resolve(folder)}.lock`;
}

/**
 * Takes the data folder for this process. A lock whose holder is gone is replaced.
 * Throws with the holder's pid when another process uses the folder.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = lockFileOf(folder);
  mkdirSync(path.dirname(file), { recursive: true });
  const mine: LockHolder = { pid: process.pid, began: processBegan(process.pid) ?? '' };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (writeNew(file, mine)) return heldLock(file, mine);
    const holder = readLock(file);
    if (holder && isRunning(holder)) {
      throw new Error(
        `The data folder ${folder} is in use by process ${holder.pid}. Stop that one first (Ctrl-C there).`,
      );
    }
    if (holder) await waitForLeftover(holder, folder);
    removeStale(file);
  }
  throw new Error(`The lock ${file} changes hands all the time; try again.`);
}

/** The process that uses the folder now, or undefined. */
export function readHolder(folder: string): LockHolder | undefined {
  const holder = readLock(lockFileOf(folder));
  return holder && isRunning(holder) ? holder : undefined;
}

/** When a process began, in a form only fit for comparing; undefined when there is no such process. */
export function processBegan(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return undefined;
  }
  try {
    // the 22nd field of stat; the second is the program's name in brackets and may contain spaces
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // a zombie has ended; only its parent has not looked yet
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return beganByPs(pid);
  }
}

function beganByPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

function isRunning(holder: LockHolder): boolean {
  const began = processBegan(holder.pid);
  return began !== undefined && (holder.began === '' || began === '' || began === holder.began);
}

async function waitForLeftover(holder: LockHolder, folder: string): Promise<void> {
  const { enginePid, engineBegan } = holder;
  if (enginePid === undefined) return;
  const until = Date.now() + leftoverWaitMs;
  while (processBegan(enginePid) !== undefined && processBegan(enginePid) === engineBegan) {
    if (Date.now() > until) {
      throw new Error(`A database process (${enginePid}) still uses ${folder}. End it, then start again.`);
    }
    await sleep(100);
  }
}

/** Renaming first: of two processes that find the same stale lock only one moves it away. */
function removeStale(file: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch {
    // somebody else was faster
  }
}

/** The content is complete before the name exists, so that nobody ever reads half a lock. */
function writeNew(file: string, holder: LockHolder): boolean {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, JSON.stringify(holder));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readLock(file: string): LockHolder | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    // a parser of our own file: the shape is checked for the fields that decide
    if (typeof parsed === 'object' && parsed && 'pid' in parsed && 'began' in parsed) return parsed as LockHolder;
  } catch {
    // missing, or torn by a crash: nobody holds it
  }
  return undefined;
}

function heldLock(file: string, mine: LockHolder): FolderLock {
  return {
    note(enginePid, uri) {
      const draft = `${file}.${process.pid}.new`;
      writeFileSync(draft, JSON.stringify({ ...mine, enginePid, engineBegan: processBegan(enginePid) ?? '', uri }));
      renameSync(draft, file);
    },
    release() {
      if (readLock(file)?.pid === mine.pid) rmSync(file, { force: true });
    },
  };
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error && 'code' in error ? error.code : undefined;
}
