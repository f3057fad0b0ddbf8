import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/platform/database/engine';

/** A server in a process of its own, which tests may kill as often as they like. */
export interface ServerProcess {
  readonly url: string;
  /** Starts it and waits until it is ready. @returns milliseconds from start to the first good answer */
  start(): Promise<number>;
  /** Sends a signal and waits for the end. @returns milliseconds until it had ended, and its exit code */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ readonly ms: number; readonly code: number | null }>;
}

const readyWithinMs = 30_000;

/** @param ready path that answers 200 when the server serves */
export async function serverProcess(
  script: string,
  env: NodeJS.ProcessEnv,
  ready = '/health/ready',
): Promise<ServerProcess> {
  const port = await freePort(20_000 + Math.floor(Math.random() * 20_000), new Set());
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  return {
    url,
    async start() {
      const began = performance.now();
      const started = spawn(process.execPath, [script], {
        env: { ...env, PORT: String(port) },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child = started;
      let said = '';
      started.stderr.on('data', (part) => {
        said += part;
      });
      while (!(await answers(url + ready))) {
        if (started.exitCode === null && performance.now() - began < readyWithinMs) await sleep(50);
        else {
          started.kill('SIGKILL');
          throw new Error(`${script} does not become ready (${started.exitCode}): ${said.slice(0, 2_000)}`);
        }
      }
      return performance.now() - began;
    },
    async end(signal) {
      const running = child;
      child = undefined;
      if (!running || running.exitCode !== null) return { ms: 0, code: running?.exitCode ?? null };
      const began = performance.now();
      const ended = once(running, 'exit');
      running.kill(signal);
      const [code] = await ended;
      return { ms: performance.now() - began, code };
    },
  };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
