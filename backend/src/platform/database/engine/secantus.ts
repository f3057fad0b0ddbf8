import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { describeCargoStep, readCargoStep } from './cargo-progress';
import type { Engine, LaunchOptions, Report } from './engine';
import { lockFolder } from './folder-lock';
import { launch } from './launch';
import { findSecantus, secantusFolder, secantusVersion, storeOf } from './locate';

/** A line about the compilation at least this often, even while one long step runs. */
const reportEveryMs = 5_000;

/** Starts SecantusDB. Its name as a replica set is "secantus"; a direct connection needs no name and has change streams. */
export function startSecantus(binary: string, options: LaunchOptions): Promise<Engine> {
  const store = storeOf(options.dataFolder, 'secantus');
  mkdirSync(store, { recursive: true });
  const base = ['--host', '127.0.0.1', '--port', String(options.port), '--storage-path', store];
  const durable = ['--sync-on-commit', '--oplog-max-entries', '1000000'];
  // a store for tests: 16 MB of log instead of 128, a change stream history that need not survive a crash
  const fleeting = ['--cache-size', '256M', '--log-file-max', '16MB', '--oplog-nonlogged', '--log-level', 'ERROR'];
  return launch({
    name: 'secantus',
    command: binary,
    args: [...base, ...(options.durable ? durable : fleeting)],
    dataFolder: options.dataFolder,
    port: options.port,
  });
}

/**
 * Compiles SecantusDB once into the user's cache and returns the binary. Takes about four minutes.
 * @throws with cargo's last lines when the build fails.
 */
export async function compileSecantus(cargo: string, env: NodeJS.ProcessEnv, report: Report): Promise<string> {
  const root = secantusFolder(env);
  const lock = await lockFolder(root);
  try {
    report('SecantusDB is compiled now, once; this takes about 4 minutes.');
    await runCargo(cargo, root, env, report);
  } finally {
    lock.release();
  }
  const binary = findSecantus(env);
  if (!binary) throw new Error(`cargo ended without an error, but there is no secantusd-rs in ${root}.`);
  return binary;
}

function runCargo(cargo: string, root: string, env: NodeJS.ProcessEnv, report: Report): Promise<void> {
  const args = [
    'install',
    'secantus-mdb',
    '--version',
    secantusVersion,
    '--locked',
    '--ignore-rust-version',
    '--root',
    root,
  ];
  // without a terminal cargo shows no counter unless told to
  const progress = { CARGO_TERM_PROGRESS_WHEN: 'always', CARGO_TERM_PROGRESS_WIDTH: '80', CARGO_TERM_COLOR: 'never' };
  const child = spawn(cargo, args, { env: { ...env, ...progress }, stdio: ['ignore', 'ignore', 'pipe'] });
  const watch = watchCargo(report);
  child.stderr.setEncoding('utf8').on('data', watch.take);
  // an interrupted start must not leave a compiler running
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`cargo could not be run: ${error.message}`)));
    child.once('close', (code) => {
      process.removeListener('exit', kill);
      watch.end();
      if (code === 0) resolve();
      else reject(new Error(`Compiling SecantusDB failed (cargo ended with ${code}):\n${watch.lastLines()}`));
    });
  });
}

/** Turns cargo's standard error into a line every few seconds. `now` is real time: this is waiting, not business. */
function watchCargo(report: Report) {
  const began = Date.now();
  let step = readCargoStep('Updating');
  let rest = '';
  let kept: string[] = [];
  const timer = setInterval(() => step && report(describeCargoStep(step, Date.now() - began)), reportEveryMs);
  return {
    take(chunk: string) {
      const pieces = (rest + chunk).split(/[\r\n]/);
      rest = pieces.pop() ?? '';
      for (const piece of pieces) {
        step = readCargoStep(piece) ?? step;
        if (piece.trim() !== '' && !piece.includes('Building [')) kept = [...kept.slice(-14), piece];
      }
    },
    end: () => clearInterval(timer),
    lastLines: () => kept.join('\n'),
  };
}
