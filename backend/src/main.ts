import type { Server } from 'node:http';
import path from 'node:path';
import { allEndpoints } from '@grid-relief/shared-types/endpoints';
import type { Connection } from 'mongoose';
import { createApp } from './app';
import { type Config, readConfig } from './config';
import { openFeatures } from './features';
import { anchorFile } from './features/audit';
import { closeServer } from './http/close-server';
import { makeServer } from './http/make-server';
import { measureLoopDelay } from './http/overload';
import { indexPlans } from './index-plans';
import { type Clock, systemClock } from './platform/clock';
import { clockAhead } from './platform/clock-ahead';
import { checkIndexes, connect, isComplete } from './platform/database';
import { readMasterKey } from './platform/encryption';
import { endOnCrash } from './platform/end-on-crash';
import { idSource } from './platform/ids';
import { type Logger, makeLogger } from './platform/logger';
import { makeMetrics } from './platform/metrics';
import { smsSender } from './platform/sms';
import { wechat } from './platform/wechat';
import { type SampleShifts, sampleShifts } from './sample-county/sample-shifts';

/** Whoever stops us kills us after this; requests and workers end before. */
const stopMs = 9_000;
async function run(config: Config, log: Logger): Promise<void> {
  const master = await readMasterKey(config.keyFile);
  const connection = await connect(config.mongodbUri);
  const indexes = await checkIndexes(connection, indexPlans);
  if (!isComplete(indexes)) log.warn({ missing: indexes.missing, different: indexes.different }, 'indexes differ');
  const metrics = makeMetrics({ processFigures: true });
  const loopDelay = measureLoopDelay(metrics);
  // until the app is there nobody sleeps
  let wake = (): void => undefined;
  const now = clockOf(config, log, { onMove: () => wake(), before: async (at) => shifts?.beginAt(at) });
  const shifts = config.demo ? demoShifts(connection, config, log, now) : undefined;
  const app = await createApp({
    connection,
    master,
    log,
    metrics,
    loopDelay,
    now,
    ids: idSource(),
    anchors: anchorFile(config.auditAnchorFile ?? path.join(path.dirname(config.keyFile), 'audit-anchors')),
    sms: smsSender(config.sms && { url: config.sms.id, key: config.sms.secret }, log),
    wechat: wechat(config.wechat, log),
    county: config.county,
    mqttUrl: config.mqttUrl,
    demo: config.demo,
    openFeatures,
    contracts: allEndpoints,
    indexPlans,
    checkAnswers: false,
    web: config,
  });
  wake = app.wake;
  const server = makeServer(app.koa.callback(), { publicUrl: config.publicUrl });
  app.attach(server);
  await shifts?.start();
  await app.start();
  await listen(server, config);
  log.info({ port: portOf(server), demo: config.demo }, 'listening');
  stopOnSignal(log, async () => {
    loopDelay.stop();
    // in the order of who needs whom: an open WebSocket keeps the server from closing, a request may still write what
    // the relay delivers, and everything needs the database
    await app.endSockets();
    await closeServer(server);
    await app.stop();
    await shifts?.stop();
    await connection.close();
  });
}

/** The machine's, unless the demonstration moves one of its own; which whoever follows the log is told. */
function clockOf(
  { demoClockFile: file }: Config,
  log: Logger,
  { onMove, before }: { readonly onMove: () => void; readonly before: (at: Date) => Promise<void> },
): Clock {
  if (file === undefined) return systemClock;
  const told = (aheadMs: number) => {
    log.warn({ aheadMs }, "the demonstration's clock was moved");
    onMove();
  };
  return clockAhead(file, told, before).now;
}

/** The demonstration alone: its sample volunteers begin and end their shifts by themselves. */
function demoShifts(connection: Connection, { county }: Config, log: Logger, now: Clock): SampleShifts {
  const onError = (error: unknown) => log.warn({ err: error }, 'a sample shift did not begin');
  return sampleShifts({ connection, county, now, onError });
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function portOf(server: Server): number | undefined {
  const address = server.address();
  return typeof address === 'object' ? address?.port : undefined;
}

function stopOnSignal(log: Logger, stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) return;
    isStopping = true;
    log.info('stopping');
    setTimeout(() => {
      log.error('stopped before everything had ended');
      process.exit(1);
    }, stopMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', onSignal);
  process.once('SIGINT', onSignal);
}

function start(): void {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'The environment cannot be read.'}\n`);
    process.exit(2);
  }
  const log = makeLogger({ level: config.logLevel });
  endOnCrash(log);
  run(config, log).catch((error: unknown) => {
    log.fatal({ err: error }, 'the server could not start');
    process.stderr.write(`${error instanceof Error ? error.message : 'The server could not start.'}\n`);
    process.exit(1);
  });
}

start();
