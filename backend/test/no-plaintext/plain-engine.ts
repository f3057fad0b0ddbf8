import path from 'node:path';
import { type Engine, startEngine } from '../../src/platform/database/engine';
import { freePort } from '../../src/platform/database/engine/free-port';
import { launch } from '../../src/platform/database/engine/launch';
import { findSecantus } from '../../src/platform/database/engine/locate';

/** A database whose files can be read byte by byte. */
export interface PlainEngine extends Engine {
  /**
   * Whether its files hold what was stored byte for byte. If not, blocks are compressed: a text that was never written
   * before still stands there as it is, one that repeats a part of another need not, so a search proves less.
   */
  readonly isReadable: boolean;
}

/**
 * The engine of the run, with a data folder of its own and nothing compressed where it can be told so. SecantusDB packs
 * its tables in LZ4 unless told otherwise; its log is never packed.
 */
export async function startPlainEngine(dataFolder: string): Promise<PlainEngine> {
  const { MONGODB_URI: _notForTests, ...env } = process.env;
  const binary = findSecantus(env);
  if (!binary || env.GRID_RELIEF_ENGINE === 'mongod') {
    const engine = await startEngine({ dataFolder, env, report: () => undefined, durable: false, anyPort: true });
    return { ...engine, isReadable: false };
  }
  const port = await freePort(undefined);
  const place = ['--host', '127.0.0.1', '--port', String(port), '--storage-path', path.join(dataFolder, 'plain')];
  // what is written reaches the files when it stops, whether or not it was forced there before
  const args = [...place, '--log-file-max', '16MB', '--block-compressor', 'none'];
  return { ...(await launch({ name: 'secantus', command: binary, args, dataFolder, port })), isReadable: true };
}
