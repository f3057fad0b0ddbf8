import { type Available, type Choice, chooseEngine, needsDownloadProbe, noEngineMessage } from './choose-engine';
import { type Engine, type EngineKind, engineKinds, type Report, withoutCredentials } from './engine';
import { lockFolder } from './folder-lock';
import { freePort } from './free-port';
import { portTaken, versionOf } from './launch';
import { engineOfData, findMongod, findOnPath, findSecantus } from './locate';
import { downloadMongod, startMongod } from './mongod';
import { downloadAddress, isReachable, proxyOf } from './reach';
import { compileSecantus, startSecantus } from './secantus';

/** A port away from MongoDB's own 27017, so that a database of the developer's is never met by accident. */
const wishedPort = 27_117;
/** An address that was given is tried this long before the start is given up. */
const givenUriMs = 10_000;
const portTries = 5;

export interface StartEngineOptions {
  readonly dataFolder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly report: Report;
  /** false only for tests; see LaunchOptions. */
  readonly durable?: boolean;
  /** Tests take any free port, so that runs beside one another do not meet. */
  readonly anyPort?: boolean;
}

/**
 * Climbs the database ladder (handbook 9) and returns a running engine.
 * @throws with one clear message when no engine can be had, or when the data folder is in use.
 */
export async function startEngine(options: StartEngineOptions): Promise<Engine> {
  const choice = chooseEngine(await lookAround(options));
  if (choice.kind === 'given') return givenEngine(choice.uri);
  const lock = await lockFolder(options.dataFolder);
  try {
    const engine = await onFreePort(() => startChosen(choice, options));
    if (engine.pid !== undefined) lock.note(engine.pid, engine.uri);
    return { ...engine, stop: () => engine.stop().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Whoever else starts at this moment may take the port that was just found free: then the next one is tried. */
async function onFreePort(start: () => Promise<Engine>): Promise<Engine> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      if (tries === portTries || !(error instanceof Error) || error.cause !== portTaken) throw error;
    }
  }
}

async function startChosen(choice: Choice, options: StartEngineOptions): Promise<Engine> {
  const { env, report, dataFolder, durable = true } = options;
  const launchOptions = async () => ({
    dataFolder,
    durable,
    port: await freePort(options.anyPort ? undefined : wishedPort),
  });
  switch (choice.kind) {
    case 'mongod':
      return startMongod(choice.binary, await launchOptions());
    case 'download-mongod':
      return startMongod(await downloadMongod(env, report), await launchOptions());
    case 'secantus':
      return startSecantus(choice.binary, await launchOptions());
    case 'compile-secantus':
      return startSecantus(await compileSecantus(choice.cargo, env, report), await launchOptions());
    default:
      throw new Error(noEngineMessage);
  }
}

async function lookAround({ env, dataFolder, report }: StartEngineOptions): Promise<Available> {
  const forced = forcedEngine(env.GRID_RELIEF_ENGINE);
  const has: Available = {
    givenUri: env.MONGODB_URI || undefined,
    forced,
    mongod: await findMongod(env),
    secantus: findSecantus(env),
    cargo: findOnPath('cargo', env),
    dataOf: engineOfData(dataFolder),
  };
  if (!needsDownloadProbe(has)) return has;
  const address = downloadAddress(env);
  report(`No database is installed; asking whether MongoDB can be downloaded from ${address.host}.`);
  return { ...has, downloadReachable: await isReachable(address, proxyOf(env)) };
}

/** Reads GRID_RELIEF_ENGINE. Throws on a word that names no engine. */
function forcedEngine(word: string | undefined): EngineKind | undefined {
  if (!word) return undefined;
  const kind = engineKinds.find((known) => known === word);
  if (!kind) throw new Error(`GRID_RELIEF_ENGINE is "${word}"; it may be ${engineKinds.join(' or ')}.`);
  return kind;
}

async function givenEngine(uri: string): Promise<Engine> {
  const version = await versionOf(uri, givenUriMs).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`MONGODB_URI is set to ${withoutCredentials(uri)}, but nothing answers there: ${why}`);
  });
  return { name: 'given', version, uri, died: new Promise(() => undefined), stop: async () => undefined };
}
