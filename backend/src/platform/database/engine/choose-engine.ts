import type { EngineKind } from './engine';

/** What this machine has, found out before anything is started or fetched. */
export interface Available {
  /** MONGODB_URI, when set. */
  readonly givenUri?: string | undefined;
  /** GRID_RELIEF_ENGINE, when set. */
  readonly forced?: EngineKind | undefined;
  /** A mongod binary on PATH, or one downloaded earlier. */
  readonly mongod?: string | undefined;
  /** A SecantusDB binary compiled earlier. */
  readonly secantus?: string | undefined;
  /** Whether MongoDB's download address answers; asked only when nothing is at hand. */
  readonly downloadReachable?: boolean | undefined;
  readonly cargo?: string | undefined;
  /** The engine that wrote the data folder in earlier runs. */
  readonly dataOf?: EngineKind | undefined;
}

/** The rung of the ladder to stand on. */
export type Choice =
  | { readonly kind: 'given'; readonly uri: string }
  | { readonly kind: 'mongod'; readonly binary: string }
  | { readonly kind: 'download-mongod' }
  | { readonly kind: 'secantus'; readonly binary: string }
  | { readonly kind: 'compile-secantus'; readonly cargo: string }
  | { readonly kind: 'none' };

/** True when the choice depends on whether MongoDB can be downloaded, so that others need not wait for the probe. */
export function needsDownloadProbe(has: Available): boolean {
  if (has.givenUri) return false;
  if (has.forced === 'secantus') return false;
  if (has.forced === 'mongod') return !has.mongod;
  return !has.mongod && !has.secantus;
}

/**
 * The database ladder: a given address, then MongoDB, then SecantusDB (handbook 9). What is already on the machine goes
 * before what must be fetched, and the engine that wrote the existing data goes before the other one: otherwise a network
 * that comes and goes would swap the engine, and with it the data, between two starts.
 */
export function chooseEngine(has: Available): Choice {
  if (has.givenUri) return { kind: 'given', uri: has.givenUri };
  const mongod = has.forced === 'secantus' ? undefined : has.mongod;
  const secantus = has.forced === 'mongod' ? undefined : has.secantus;
  if (secantus && has.dataOf === 'secantus') return { kind: 'secantus', binary: secantus };
  if (mongod) return { kind: 'mongod', binary: mongod };
  if (secantus) return { kind: 'secantus', binary: secantus };
  if (has.downloadReachable && has.forced !== 'secantus') return { kind: 'download-mongod' };
  if (has.cargo && has.forced !== 'mongod') return { kind: 'compile-secantus', cargo: has.cargo };
  return { kind: 'none' };
}

/** The one message of a machine without any way to a database. */
export const noEngineMessage = [
  'No database can be had on this machine. One of these three is enough:',
  '  1. set MONGODB_URI to a MongoDB replica set of your own;',
  '  2. install mongod (MongoDB 7 or newer) on PATH, or allow the download from fastdl.mongodb.org;',
  '  3. install Rust (cargo) with a C compiler and cmake: SecantusDB is then compiled once, in about 4 minutes.',
].join('\n');
