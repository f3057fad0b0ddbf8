import type { Server } from 'node:http';
import type { Endpoint } from '@grid-relief/shared-types/contract';
import type Koa from 'koa';
import type { Connection } from 'mongoose';
import type { Deps, Feature, Worker } from './feature';
import { type AnchorStore, audit, auditSealer } from './features/audit';
import { type Invited, identityRoutes, openIdentity, type TraitsOf, unfinishedInvitations } from './features/identity';
import { buildApp } from './http/build-app';
import { requireAllMounted } from './http/dispatch';
import { operationBook } from './http/operation-book';
import type { LoopDelay } from './http/overload';
import { type Clock, systemClock } from './platform/clock';
import { checkIndexes, type IndexPlan, isComplete } from './platform/database';
import { fieldVault, type MasterKey } from './platform/encryption';
import type { IdSource } from './platform/ids';
import type { Logger } from './platform/logger';
import type { Metrics } from './platform/metrics';
import type { SmsSender } from './platform/sms';
import type { Wechat } from './platform/wechat';

/** What the app is built from: adapters, and how this process was told to run. */
export interface AppParts {
  readonly connection: Connection;
  readonly now: Clock;
  readonly ids: IdSource;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly master: MasterKey;
  readonly anchors: AnchorStore;
  readonly sms: SmsSender;
  readonly wechat: Wechat;
  readonly county: string;
  readonly mqttUrl?: string | undefined;
  readonly demo: boolean;
  /** Opens every feature besides identity and audit, on the deps they share. */
  readonly openFeatures: (deps: Deps) => Promise<readonly Feature[]>;
  /** Every one of them must be mounted. */
  readonly contracts: readonly Endpoint[];
  readonly indexPlans: readonly IndexPlan[];
  /** In tests: an answer outside its contract fails. */
  readonly checkAnswers: boolean;
  readonly web: {
    readonly staticDir?: string | undefined;
    readonly publicUrl?: string | undefined;
    readonly allowedOrigins: readonly string[];
    readonly proxyCount: number;
    readonly metricsToken?: string | undefined;
    readonly instance?: string | undefined;
    readonly leastClientVersion?: number | undefined;
  };
  readonly loopDelay?: LoopDelay | undefined;
}

export interface App {
  readonly koa: Koa;
  readonly deps: Deps;
  /** Hands the HTTP server to the features that need it (WebSockets). Before it listens. */
  attach(server: Server): void;
  /** Starts what runs beside requests. */
  start(): Promise<void>;
  /** The clock was put forward: what has become due by that is looked for now, not with the next sweep. */
  wake(): void;
  /** Lets go of open sockets, which would keep the HTTP server from closing. */
  endSockets(): Promise<void>;
  /** Ends it, finishing what was begun; the connection stays open. */
  stop(): Promise<void>;
}

/**
 * Builds the whole server on a database, without listening or starting anything.
 * @throws when a contract is not mounted, an endpoint is mounted twice, or one says nothing about who may call it
 */
export async function createApp(parts: AppParts): Promise<App> {
  const { connection, master, now, log, metrics, county, contracts, indexPlans } = parts;
  const vault = fieldVault(connection, master, now);
  // features are opened later than identity, which asks them on requests only
  let traitsOf: TraitsOf = async () => ({ skills: [], ppe: 0 });
  let invited: Invited = async () => undefined;
  const identity = openIdentity({
    ...{ ...parts, vault },
    traitsOf: (person, home) => traitsOf(person, home),
    invited: (who) => invited(who),
  });
  const auditKey = master.derive('audit-chain');
  const deps: Deps = {
    ...pick(parts),
    vault,
    audit: audit(connection, auditKey, parts.anchors),
    identity: identity.service,
  };
  const sealer = auditSealer({ ...parts, key: auditKey, counties: [county], now, log, metrics });
  const onError = (error: unknown) => log.warn({ err: error }, 'an invitation could not be finished');
  const own: Feature = {
    routes: identityRoutes(identity.deps),
    workers: [cacheWorker(identity.deps.cache), unfinishedInvitations(identity.deps, onError), sealer],
  };
  const features = [own, ...(await parts.openFeatures(deps))];
  traitsOf = features.find((feature) => feature.traitsOf)?.traitsOf ?? traitsOf;
  invited = features.find((feature) => feature.invited)?.invited ?? invited;
  const routes = features.flatMap((feature) => feature.routes);
  requireAllMounted(contracts, routes);
  const koa = await buildApp({
    ...parts,
    ...parts.web,
    routes,
    authenticate: identity.service.authenticate,
    operations: operationBook(connection, master.derive('operations'), systemClock),
    checks: {
      database: async () => (await connection.db?.admin().ping())?.ok === 1,
      indexes: async () => isComplete(await checkIndexes(connection, indexPlans)),
      keys: async () => (await vault.of(county, 'account')) !== undefined,
      ...Object.assign({}, ...features.map(({ ready }) => ready ?? {})),
    },
  });
  const workers = features.flatMap((feature) => feature.workers ?? []);
  const ended = new Set<Worker>();
  /** All are asked at once, and one that fails to stop does not keep the others. */
  async function end(some: readonly Worker[]): Promise<void> {
    for (const worker of some) ended.add(worker);
    const outcomes = await Promise.allSettled(some.map(async (worker) => worker.stop()));
    for (const { name } of some.filter((_, i) => outcomes[i]?.status === 'rejected')) {
      log.error({ worker: name }, 'a worker did not stop');
    }
  }
  return {
    koa,
    deps,
    attach: (server) => {
      for (const feature of features) feature.attach?.(server);
    },
    async start() {
      for (const worker of workers) await worker.start();
    },
    wake() {
      for (const worker of workers) worker.wake?.();
    },
    endSockets: () => end(workers.filter(({ holdsSockets }) => holdsSockets)),
    stop: () => end(workers.filter((worker) => !ended.has(worker))),
  };
}

function cacheWorker(cache: { start(): void; stop(): Promise<void> }): Worker {
  return { name: 'grants', start: cache.start, stop: cache.stop };
}

function pick({ connection, now, ids, log, metrics, master, sms, wechat, county, mqttUrl, demo }: AppParts) {
  return { connection, now, ids, log, metrics, master, sms, wechat, county, mqttUrl, demo };
}
