import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noticeCodes } from '@grid-relief/shared-types/notices/notice-codes';
import { WebSocket } from 'ws';
import { openFeatures } from '../../src/features';
import { areaRepository } from '../../src/features/areas';
import { anchorFile } from '../../src/features/audit';
import { livePath } from '../../src/features/live';
import { makeLogger } from '../../src/platform/logger';
import { startTestApp, type TestApp } from '../../src/testing/test-app';
import { knownPlaces } from '../idempotency/all-operations';
import { type Aviary, anAviary } from './canaries';
import { leakyRoutes } from './leaky-routes';
import { type PlainEngine, startPlainEngine } from './plain-engine';
import { type StandIn, standIn, wechatStandIn } from './stand-ins';

/** What the product says to others than who asked it, by where it says it. */
export const spoken = ['log', 'live', 'sms', 'wechat', 'addresses', 'refusals', 'marks', 'metrics'] as const;
export type Spoken = (typeof spoken)[number];

/** The whole product as it runs in service, with everything it says caught. */
export interface Stage {
  readonly app: TestApp;
  readonly engine: PlainEngine;
  /** Holds the database, the audit's anchors, and every temporary file of this process and its children. */
  readonly folder: string;
  readonly canaries: Aviary;
  readonly sms: StandIn;
  readonly wechat: StandIn;
  readonly said: Readonly<Record<Spoken, string[]>>;
  /** Listens as this person; what is heard is in `said.live`. */
  listen(token: string): Promise<void>;
  /** Lets go of the product and its database, and keeps their files. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** Files of the engine, of the audit's anchors, and what anybody leaves behind in passing. */
export const foldersOf = (folder: string) => ({
  'database files': path.join(folder, 'db'),
  'audit anchors': path.join(folder, 'anchors'),
  'temporary files': path.join(folder, 'temporary'),
});

const template = (code: string) => ({ id: `template-${code}`, fields: { thing1: 'TEXT', time2: 'TIME' } }) as const;
export const templates = Object.fromEntries(Object.keys(noticeCodes).map((code) => [code, template(code)]));

/** Marks a request whose address somebody has typed: what stands in it is no fault of ours, until we repeat it. */
export const byHand = 'x-typed-by-hand';

/** What a person sends with a code of wx.login, and the stand-in answers with. */
export const wechatCode = (openid: string) => `code-of-${openid}`;

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'no-plaintext-'));
  const places = foldersOf(folder);
  const before = { ...process.env };
  process.env.TMPDIR = places['temporary files'];
  await mkdir(process.env.TMPDIR);
  const engine = await startPlainEngine(places['database files']);
  process.env.GRID_RELIEF_TEST_URI = engine.uri;
  const said = Object.fromEntries(spoken.map((place) => [place, [] as string[]])) as Stage['said']; // one for each
  const sms = await standIn(() => ({}));
  const wechat = await wechatStandIn((code) => /^code-of-(.+)$/.exec(code)?.[1]);
  const served = await startTestApp({
    log: makeLogger({ level: 'trace', stream: { write: (line) => said.log.push(line) } }),
    smsUrl: sms.url,
    wechatUrl: wechat.url,
    wechatTemplates: templates,
    anchors: anchorFile(path.join(places['audit anchors'], 'heads')),
    async openFeatures(deps) {
      await areaRepository(deps.connection).addMany(knownPlaces);
      return [...(await openFeatures(deps)), { routes: leakyRoutes(deps) }];
    },
  });
  served.server.on('request', ({ url, headers }) => {
    if (!headers[byHand]) said.addresses.push(url ?? '');
  });
  const app = { ...served, call: overheard(served.call, said) };
  const sockets: WebSocket[] = [];
  return {
    ...{ app, engine, folder, sms, wechat, said, canaries: anAviary() },
    async listen(token) {
      const socket = new WebSocket(`${app.url.replace('http', 'ws')}${livePath}`);
      sockets.push(socket);
      socket.on('message', (data) => said.live.push(String(data)));
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'hello', token }));
    },
    async stop() {
      said.metrics.push(await app.deps.metrics.registry.metrics());
      said.sms.push(...sms.asked.map(({ address, text }) => `${address}\n${text}`));
      said.wechat.push(...wechat.asked.map(({ address, text }) => `${address}\n${text}`));
      for (const socket of sockets) socket.terminate();
      // the database stays: its files are what is looked at
      jest.spyOn(app.connection, 'dropDatabase').mockResolvedValue(undefined);
      await served.close();
      await Promise.all([engine.stop(), sms.close(), wechat.close()]);
      Object.assign(process.env, {
        TMPDIR: before.TMPDIR ?? tmpdir(),
        GRID_RELIEF_TEST_URI: before.GRID_RELIEF_TEST_URI,
      });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Keeps what is answered to somebody who is refused, and the marks of pages, which come back in addresses. */
function overheard(call: TestApp['call'], { refusals, marks }: Stage['said']): TestApp['call'] {
  return async (method, address, options) => {
    const answer = await call(method, address, options);
    if (answer.status >= 400) refusals.push(JSON.stringify(answer.body));
    else if (method === 'GET' && answer.body?.next) marks.push(String(answer.body.next));
    return answer;
  };
}
