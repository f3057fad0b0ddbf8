import { Writable } from 'node:stream';
import { endpoint } from '@grid-relief/shared-types/contract';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import * as z from '@grid-relief/shared-types/zod';
import { bodyParser } from '@koa/bodyparser';
import Router from '@koa/router';
import Koa from 'koa';
import { tokenSigner } from '../src/features/identity/access-token';
import { buildApp } from '../src/http/build-app';
import { mount } from '../src/http/mount';
import type { PersonActor } from '../src/lifecycle';
import { systemClock } from '../src/platform/clock';
import { masterKey } from '../src/platform/encryption';
import { makeLogger } from '../src/platform/logger';
import { makeMetrics } from '../src/platform/metrics';
import { closed, listening } from './listening';
import { county, grid, newId } from './sample';
import type { Opened } from './servers';

const answer = { state: 'ACCEPTED', revision: 3, recordedAt: '2022-04-18T01:30:00.000Z' };
const fields = { opId: RecordId, bags: z.int().check(z.gte(1)), words: z.optional(z.string().check(z.maxLength(300))) };

/** One route as the product serves it: signed in, a role, a parsed body. */
const measured = endpoint({
  name: 'measuredAction',
  method: 'POST',
  path: '/measured/{id}/act',
  access: { roles: ['VOLUNTEER'] },
  summary: 'Measured',
  params: z.strictObject({ id: RecordId }),
  body: z.strictObject(fields),
  response: z.object({ state: z.string(), revision: z.int(), recordedAt: z.string() }),
});

/** The whole stack without a database, beside bare koa, @koa/router and @koa/bodyparser. */
export async function openMiddleware(): Promise<Opened> {
  const tokens = tokenSigner(masterKey(Buffer.alloc(32, 7)), systemClock);
  const personId = newId();
  const actor: PersonActor = {
    ...{ personId, county, ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 1 },
    grants: [{ role: 'VOLUNTEER', area: grid }],
  };
  const log = makeLogger({ level: 'info', stream: new Writable({ write: (_chunk, _encoding, done) => done() }) });
  const app = await buildApp({
    routes: [mount(measured, () => answer)],
    contracts: [],
    log,
    metrics: makeMetrics(),
    now: systemClock,
    checks: {},
    allowedOrigins: [],
    proxyCount: 0,
    checkAnswers: false,
    authenticate: async (token) => {
      tokens.verify(token);
      return actor;
    },
  });
  const ours = await listening(app.callback());
  const bare = await listening(bareRouter());
  return {
    urls: { ours: ours.url, bare: bare.url },
    facts: { tokens: [tokens.sign({ personId, county, version: 1 }).token] },
    close: async () => {
      await Promise.all([closed(ours.server), closed(bare.server)]);
    },
  };
}

function bareRouter() {
  const koa = new Koa();
  const router = new Router();
  router.post('/api/v1/measured/:id/act', (ctx) => {
    ctx.body = answer;
  });
  koa.use(bodyParser());
  koa.use(router.routes());
  return koa.callback();
}
