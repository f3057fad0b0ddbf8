import type { Server } from 'node:http';
import type { Connection } from 'mongoose';
import type { Audit } from './features/audit';
import type { IdentityService, Invited, TraitsOf } from './features/identity';
import type { ReadyCheck } from './http/health';
import type { Route } from './http/mount';
import type { Clock } from './platform/clock';
import type { FieldVault, MasterKey } from './platform/encryption';
import type { IdSource } from './platform/ids';
import type { Logger } from './platform/logger';
import type { Metrics } from './platform/metrics';
import type { SmsSender } from './platform/sms';
import type { Wechat } from './platform/wechat';

/** What every feature may use: a plain object, built once in `app.ts`. */
export interface Deps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly ids: IdSource;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** For keys of a feature's own uses: `master.derive('badge-codes')`. */
  readonly master: MasterKey;
  /** Fields sealed by county and purpose, and look-up without plain text (handbook 8). */
  readonly vault: FieldVault;
  readonly audit: Audit;
  readonly sms: SmsSender;
  readonly wechat: Wechat;
  /** People by id: names for those entitled, rights, who holds a role in an area. */
  readonly identity: IdentityService;
  /** The county in which people register themselves. */
  readonly county: string;
  /** The broker at which door sensors publish; absent: they push over HTTP alone. */
  readonly mqttUrl?: string | undefined;
  /** True in the demonstration only: one-time codes are shown on screen. */
  readonly demo: boolean;
}

/** Something that runs beside requests: a relay, a sealer, a router. */
export interface Worker {
  readonly name: string;
  /** Stopped before the HTTP server closes, which would wait for these sockets. */
  readonly holdsSockets?: true;
  start(): Promise<void> | void;
  /** Looks now for what has become due: the clock by which it is due was put forward. */
  wake?(): void;
  /** Finishes what it has begun; called once, before the database is closed. */
  stop(): Promise<void> | void;
}

/** What a feature brings to the server. */
export interface Feature {
  readonly routes: readonly Route[];
  readonly workers?: readonly Worker[];
  /** What must work before requests are welcome. */
  readonly ready?: Readonly<Record<string, ReadyCheck>>;
  /** Called with the HTTP server before it listens: for WebSockets. */
  readonly attach?: (server: Server) => void;
  /** The volunteers feature: what the engine asks of a volunteer. Called on each of their requests. */
  readonly traitsOf?: TraitsOf;
  /** The features of work: what an invitation that was taken brings about. */
  readonly invited?: Invited;
}
