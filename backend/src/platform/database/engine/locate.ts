import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { DryMongoBinary } from 'mongodb-memory-server-core/lib/util/DryMongoBinary';
import resolveConfig, { ResolveConfigVariables } from 'mongodb-memory-server-core/lib/util/resolveConfig';
import type { EngineKind } from './engine';

/** The version of SecantusDB that was checked against this product (handbook 9). */
export const secantusVersion = '0.5.3-beta.196';

/** The user's cache for things fetched or compiled once: XDG_CACHE_HOME, else ~/.cache. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'grid-relief');
}

/** Where the compiled SecantusDB lies; the version is part of the name, so an upgrade compiles anew. */
export function secantusFolder(env: NodeJS.ProcessEnv): string {
  return path.join(cacheFolder(env), `secantus-${secantusVersion}`);
}

/** The compiled SecantusDB, if it is there. */
export function findSecantus(env: NodeJS.ProcessEnv): string | undefined {
  const binary = path.join(secantusFolder(env), 'bin', executable('secantusd-rs'));
  return isExecutable(binary) ? binary : undefined;
}

/** A program on PATH. */
export function findOnPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  return (env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, executable(name)))
    .find(isExecutable);
}

/** mongod on PATH, or as downloaded by an earlier start. */
export async function findMongod(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const onPath = findOnPath('mongod', env);
  if (onPath) return onPath;
  return DryMongoBinary.locateBinary({ version: mongodVersion(), downloadDir: mongodFolder(env) }).catch(
    () => undefined,
  );
}

/** The version of MongoDB that is downloaded: mongodb-memory-server's own, or MONGOMS_VERSION. */
export function mongodVersion(): string {
  return resolveConfig(ResolveConfigVariables.VERSION) ?? '8.2.6';
}

/** Where a downloaded MongoDB lies. */
export function mongodFolder(env: NodeJS.ProcessEnv): string {
  return path.join(cacheFolder(env), 'mongodb');
}

/** Each engine has a folder of its own inside the data folder: neither can read the other's files. */
export function storeOf(dataFolder: string, kind: EngineKind): string {
  return path.join(dataFolder, kind);
}

/** The engine that wrote this data folder; undefined for an empty folder and for one that both have written. */
export function engineOfData(dataFolder: string): EngineKind | undefined {
  const mongod = hasFiles(storeOf(dataFolder, 'mongod'));
  const secantus = hasFiles(storeOf(dataFolder, 'secantus'));
  if (mongod === secantus) return undefined;
  return mongod ? 'mongod' : 'secantus';
}

function hasFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
