import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEngine } from '../platform/database/engine';

declare global {
  /** Lives in jest's own process, between global set-up and global tear-down. */
  var stopTestEngine: (() => Promise<void>) | undefined;
}

/**
 * Jest's global set-up: one engine for the run, in a throw-away folder, by the same ladder as `npm start`.
 * MONGODB_URI is not looked at, because tests make and drop databases; a server meant for tests is named by
 * GRID_RELIEF_TEST_URI.
 */
export default async function startTestEngine(): Promise<void> {
  if (process.env.GRID_RELIEF_TEST_URI) return;
  const { MONGODB_URI: _notForTests, ...env } = process.env;
  const folder = await mkdtemp(path.join(tmpdir(), 'grid-relief-test-'));
  const engine = await startEngine({
    dataFolder: path.join(folder, 'db'),
    env,
    report: (line) => process.stderr.write(`${line}\n`),
    durable: false,
    anyPort: true,
  });
  process.env.GRID_RELIEF_TEST_URI = engine.uri;
  globalThis.stopTestEngine = async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
