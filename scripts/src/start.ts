import {
  clearData,
  type Engine,
  startEngine,
  withoutCredentials,
} from '@grid-relief/backend/src/platform/database/engine';
import { type BackendProcess, startBackends } from './backend-processes';
import { buildBackend } from './build-backend';
import { buildWeb } from './build-web';
import { ensureKeyFile } from './demo-key';
import { places } from './places';
import { prepareIndexes, prepareSample, withDatabaseName } from './prepare-data';
import { sampleLogins } from './seed';
import { readStartOptions, type StartOptions } from './start-options';

const say = (line: string) => console.log(line);

let engine: Engine | undefined;
/** How each backend is stopped. */
const stops: (() => Promise<void>)[] = [];
let stopping: Promise<never> | undefined;

/** Backends first, so that they can finish their writes, then the database. The second call waits for the first. */
function stopAll(exitCode: number): Promise<never> {
  stopping ??= (async () => {
    await Promise.all(stops.map((stop) => stop()));
    await engine?.stop();
    process.exit(exitCode);
  })();
  return stopping;
}

function onSignal(): void {
  if (!stopping) say('\nStopping …');
  void stopAll(0);
}

async function run(options: StartOptions): Promise<void> {
  const where = places(process.env);
  if (options.fresh && !process.env.MONGODB_URI) await clearData(where.database);
  // neither needs the database: they are built while it starts; a failure is told where they are waited for
  const built = [
    options.web ? buildWeb(where.web, where.webStamp, say) : Promise.resolve(),
    buildBackend(where.backendEntry, where.backendBundle),
  ];
  for (const one of built) one.catch(() => undefined);
  engine = await startEngine({ dataFolder: where.database, env: process.env, report: say });
  const uri = withDatabaseName(engine.uri);
  say(`Database: ${engine.name} ${engine.version} at ${withoutCredentials(uri)}`);
  void engine.died.then(fail);
  await Promise.all([...built, prepareData(engine, uri, options)]);
  await ensureKeyFile(where.keyFile);
  if (stopping) return;
  const env = {
    ...process.env,
    MONGODB_URI: uri,
    KEY_FILE: where.keyFile,
    DEMO: '1',
    ...(options.web ? { STATIC_DIR: where.web } : {}),
  };
  const onProcess = (stop: () => Promise<void>) => void stops.push(stop);
  const settings = { bundle: where.backendBundle, logs: where.logs, env, onProcess };
  const backends = await startBackends(options.processes, settings);
  for (const { died } of backends) void died.then(fail);
  announce(backends, where.logs);
}

async function prepareData(started: Engine, uri: string, options: StartOptions): Promise<void> {
  await prepareIndexes(uri, say);
  // somebody's own database gets sample people only when asked for
  if (started.name !== 'given' || options.seed) await prepareSample(uri, options.size, say);
}

function announce(backends: readonly BackendProcess[], logs: string): void {
  say('\nGrid Relief 网格保供 is running:');
  for (const { address } of backends) say(`  ${address}`);
  for (const login of sampleLogins()) say(`  ${login.role.padEnd(24)} ${login.phone}  ${login.name}`);
  say(`Logs: ${logs}. Ctrl-C stops everything; the data stays.`);
}

function fail(error: unknown): Promise<never> {
  if (!stopping) console.error(error instanceof Error ? error.message : String(error));
  return stopAll(1);
}

process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
process.on('SIGHUP', onSignal);
Promise.resolve()
  .then(() => run(readStartOptions(process.argv.slice(2))))
  .catch(fail);
