import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Endpoint } from '@grid-relief/shared-types/contract';
import type { Connection } from 'mongoose';
import { type App, type AppParts, createApp } from '../app';
import { openFeatures } from '../features';
import type { AnchorStore } from '../features/audit';
import { tokenSigner } from '../features/identity/access-token';
import { makeServer } from '../http/make-server';
import { type MovableClock, movableClock } from '../platform/clock';
import { ensureIndexes } from '../platform/database';
import { type MasterKey, masterKey } from '../platform/encryption';
import { idSource } from '../platform/ids';
import { type Logger, makeLogger } from '../platform/logger';
import { makeMetrics } from '../platform/metrics';
import { type SmsMessage, smsSender } from '../platform/sms';
import { type MessageTemplates, type WechatOptions, wechat } from '../platform/wechat';
import { lastingPlans } from './lasting-plans';
import { openTestDatabase } from './test-database';

/** The invented county of all tests. */
export const testCounty = '141122';
/** When every test begins: a morning in Shanghai during the spring of 2022. */
export const testStart = new Date('2022-04-18T01:30:00.000Z');

export interface TestAppOptions {
  /** Features to open instead of the product's own list: a feature can be tested before it is registered. */
  readonly openFeatures?: AppParts['openFeatures'];
  /** Contracts that must be mounted; none unless named, so that a test may mount a part. */
  readonly contracts?: readonly Endpoint[];
  /** A database of another test app: a second process beside the first. */
  readonly beside?: TestApp;
  readonly demo?: boolean;
  readonly log?: Logger;
  readonly wechatUrl?: string;
  readonly wechatTemplates?: MessageTemplates;
  /** A gateway that texts really go to; absent: they are kept in `texts`. */
  readonly smsUrl?: string;
  /** Where the heads of the audit chain go; absent: they are kept in memory. */
  readonly anchors?: AnchorStore;
  readonly web?: Partial<AppParts['web']>;
  readonly loopDelay?: AppParts['loopDelay'];
}

export interface TestApp {
  readonly app: App;
  readonly deps: App['deps'];
  readonly connection: Connection;
  readonly clock: MovableClock;
  readonly server: Server;
  /** e.g. http://127.0.0.1:41234 */
  readonly url: string;
  readonly master: MasterKey;
  readonly anchors: AnchorStore;
  /** Texts that would have been sent. */
  readonly texts: SmsMessage[];
  /** An id of the test county. */
  anId(): string;
  /** A real signed token for a person with an account (see `aPerson`). */
  signIn(person: { readonly id: string }): Promise<string>;
  /** One request of the interface, path below /api/v1; the answer's JSON and status. */
  call(method: string, path: string, options?: CallOptions): Promise<CallAnswer>;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface CallAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON: tests look into it freely. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer of any endpoint; what matters is asserted by each test
  readonly body: any;
}

/**
 * The whole server on a database of its own, listening on a free port, with a clock that stands still. Call in
 * `beforeAll`, and `close` in `afterAll`. Every answer is checked against its contract.
 */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { beside } = options;
  const database = beside ? undefined : await openTestDatabase();
  const connection = beside?.connection ?? database?.connection;
  if (!connection) throw new Error('There is no database.');
  if (database) await ensureIndexes(connection, lastingPlans);
  const clock = beside?.clock ?? movableClock(testStart);
  const master = beside?.master ?? masterKey(randomBytes(32));
  const anchors = beside?.anchors ?? options.anchors ?? anchorsInMemory();
  const texts = beside?.texts ?? [];
  const ids = idSource(clock.now);
  const log = options.log ?? makeLogger({ level: 'silent' });
  const app = await createApp({
    connection,
    master,
    anchors,
    ids,
    log,
    now: clock.now,
    metrics: makeMetrics(),
    sms: options.smsUrl
      ? smsSender({ url: options.smsUrl, key: 'test-key' }, log)
      : { available: true, send: async (message) => texts.push(message) > 0 },
    wechat: wechat(wechatOf(options), log),
    county: testCounty,
    demo: options.demo ?? true,
    openFeatures: options.openFeatures ?? openFeatures,
    contracts: options.contracts ?? [],
    indexPlans: lastingPlans,
    checkAnswers: true,
    web: { allowedOrigins: [], proxyCount: 0, ...options.web },
    loopDelay: options.loopDelay,
  });
  const server = makeServer(app.koa.callback());
  app.attach(server);
  await app.start();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP gives this shape
  const tokens = tokenSigner(master, clock.now);
  return {
    app,
    deps: app.deps,
    connection,
    clock,
    server,
    url,
    master,
    anchors,
    texts,
    anId: () => ids(testCounty),
    async signIn({ id }) {
      const account = await connection.collection('accounts').findOne({ _id: id as never }); // our ids are strings
      if (!account) throw new Error('This person was not saved.');
      return tokens.sign({ personId: id, county: account.county, version: account.version }).token;
    },
    call: (method, path, callOptions = {}) => call(`${url}/api/v1${path}`, method, callOptions),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.stop();
      await database?.close();
    },
  };
}

async function call(address: string, method: string, { token, body, headers }: CallOptions): Promise<CallAnswer> {
  const answer = await fetch(address, {
    method,
    redirect: 'manual',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: asBody(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, headers: answer.headers, body: isJson && text !== '' ? JSON.parse(text) : text };
}

function wechatOf({ wechatUrl, wechatTemplates: templates }: TestAppOptions): WechatOptions {
  const credentials = wechatUrl ? { id: 'test-app', secret: 'test-secret' } : undefined;
  return { baseUrl: wechatUrl ?? 'http://127.0.0.1:1', credentials, templates };
}

/** Words and bytes as they are, everything else as JSON. */
function asBody(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

function anchorsInMemory(): AnchorStore {
  const heads: Parameters<AnchorStore['write']>[0][] = [];
  return {
    write: async (anchor) => {
      heads.push(anchor);
    },
    read: async (county) => heads.filter((head) => head.county === county),
  };
}
