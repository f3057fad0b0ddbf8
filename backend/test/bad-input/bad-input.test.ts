import type { Endpoint } from '@grid-relief/shared-types/contract';
import { allEndpoints } from '@grid-relief/shared-types/endpoints';
import * as z from '@grid-relief/shared-types/zod';
import { type CallAnswer, startTestApp, type TestApp } from '../../src/testing/test-app';
import { fieldsOf } from './body-fields';
import { addressOf, type Json, sampleRequest, schemaOf } from './sample-input';
import { type Spoilt, spoil } from './spoil';
import { countAll, forEachOf, isTurn, openStill, somebodyWithEveryRole } from './whole-app';

jest.setTimeout(300_000);

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startTestApp({ openFeatures: openStill });
  ({ token } = await somebodyWithEveryRole(app));
});
afterAll(() => app.close());

const writing = allEndpoints.filter(({ method }) => method !== 'GET');
const withJson = writing.filter(({ accepts }) => !accepts);
const tokenFor = ({ access }: Endpoint) => (access === 'public' ? undefined : token);

function send(endpoint: Endpoint, body: unknown, params: Json, query: Json = {}): Promise<CallAnswer> {
  const bytes = endpoint.accepts ? { body: 'bytes', headers: { 'content-type': endpoint.accepts[0] ?? '' } } : { body };
  return app.call(endpoint.method, addressOf(endpoint, params, query), { token: tokenFor(endpoint), ...bytes });
}

/** What is wrong with an answer to a body that must be refused; undefined when nothing is. */
function complaint({ name }: Endpoint, { how, pointer }: Spoilt, { status, headers, body }: CallAnswer) {
  const where = `${name} ${pointer} ${how}`;
  if (status < 400 || status > 499) return `${where}: ${status}`;
  if (!headers.get('content-type')?.includes('application/problem+json')) return `${where}: no problem`;
  // a thousand of something large is too large a body before it is looked at
  if (status === 413 && how === '1000 items') return undefined;
  const pointers: string[] = (body.errors ?? []).map((error: { pointer: string }) => error.pointer);
  const named = pointers.some((found) => found === pointer || found.startsWith(`${pointer}/`));
  return named ? undefined : `${where}: ${status} names ${pointers.join(', ') || 'nothing'}`;
}

test('the samples are valid: what is refused below is refused for what was spoilt', () => {
  for (const endpoint of withJson) {
    const { body } = sampleRequest(endpoint, app.anId);
    for (const { body: taken, path } of fieldsOf(schemaOf(endpoint.body), body, app.anId)) {
      const issues = z.core.safeParse(endpoint.body, taken).error?.issues ?? [];
      expect([endpoint.name, path, issues]).toEqual([endpoint.name, path, []]);
    }
  }
  expect(withJson.length).toBeGreaterThan(80);
});

test('every field of every body, spoilt in every way, is refused, named, and changes nothing', async () => {
  const before = await countAll(app);
  const complaints: string[] = [];
  let sent = 0;
  await forEachOf([...withJson.entries()], async ([place, endpoint]) => {
    const { body, params } = sampleRequest(endpoint, app.anId);
    for (const [i, spoilt] of spoil(schemaOf(endpoint.body), body, app.anId).entries()) {
      if (z.core.safeParse(endpoint.body, spoilt.body).success) complaints.push(`${endpoint.name} takes ${spoilt.how}`);
      if (!isTurn(place + i)) continue;
      sent += 1;
      const found = complaint(endpoint, spoilt, await send(endpoint, spoilt.body, params));
      if (found) complaints.push(found);
    }
  });
  expect(complaints).toEqual([]);
  expect(await countAll(app)).toEqual(before);
  expect(sent).toBeGreaterThan(1_000);
});

test('every query field, spoilt, is refused and named', async () => {
  const complaints: string[] = [];
  const listing = allEndpoints.filter(({ query }) => Object.keys(schemaOf(query).properties ?? {}).length > 0);
  await forEachOf(listing, async (endpoint) => {
    const { params, query } = sampleRequest(endpoint, app.anId, false);
    const longWords = Object.keys(schemaOf(endpoint.query).properties ?? {});
    for (const name of [...longWords, 'isAdmin']) {
      const spoilt = { how: 'long words', pointer: `/query/${name}`, body: undefined };
      const answer = await send(endpoint, undefined, params, { ...query, [name]: 'x'.repeat(300) });
      const found = complaint(endpoint, spoilt, answer);
      if (found) complaints.push(found);
    }
  });
  expect(complaints).toEqual([]);
});

test('a record of another county is not found, whoever asks', async () => {
  const before = await countAll(app);
  const answers: [string, number][] = [];
  await forEachOf(
    allEndpoints.filter(({ path, accepts }) => path.includes('{id}') && !accepts),
    async (endpoint) => {
      const { body, query, params: own } = sampleRequest(endpoint, app.anId, false);
      // a record or a place: both begin with the county
      const params = { id: String(own.id).replace(/^\d{6}/, '999999') };
      const { status } = await send(endpoint, endpoint.method === 'GET' ? undefined : body, params, query);
      if (![403, 404].includes(status)) answers.push([endpoint.name, status]);
    },
  );
  expect(answers).toEqual([]);
  expect(await countAll(app)).toEqual(before);
});

test('without a token, or with a broken one, only public endpoints answer', async () => {
  const answers: [string, number][] = [];
  await forEachOf(
    allEndpoints.filter(({ access }) => access !== 'public'),
    async (endpoint) => {
      const { params, query, body } = sampleRequest(endpoint, app.anId);
      const sent = endpoint.method === 'GET' || endpoint.accepts ? {} : { body };
      for (const bad of [undefined, 'x', `${token.slice(0, -4)}aaaa`, 'a.b.c']) {
        const { status } = await app.call(endpoint.method, addressOf(endpoint, params, query), { ...sent, token: bad });
        if (status !== 401) answers.push([endpoint.name, status]);
      }
    },
  );
  expect(answers).toEqual([]);
});

test('malformed JSON, a body that is too large, and another content type have answers of their own', async () => {
  const answers: [string, string, number][] = [];
  const expectStatus = async (endpoint: Endpoint, how: string, wanted: number, body: string, type?: string) => {
    const { params, query } = sampleRequest(endpoint, app.anId);
    const options = { token: tokenFor(endpoint), body, ...(type ? { headers: { 'content-type': type } } : {}) };
    const { status } = await app.call(endpoint.method, addressOf(endpoint, params, query), options);
    if (status !== wanted) answers.push([endpoint.name, how, status]);
  };
  await forEachOf(withJson, async (endpoint) => {
    await expectStatus(endpoint, 'malformed', 400, '{"opId":');
    await expectStatus(endpoint, 'large', 413, JSON.stringify({ words: 'x'.repeat(300 * 1024) }));
    await expectStatus(endpoint, 'form', 415, 'opId=1', 'application/x-www-form-urlencoded');
    await expectStatus(endpoint, 'text', 415, '{}', 'text/plain');
  });
  for (const endpoint of writing.filter(({ accepts }) => accepts)) {
    await expectStatus(endpoint, 'page', 415, '<svg/>', 'image/svg+xml');
    await expectStatus(endpoint, 'large', 413, 'x'.repeat(9 * 1024 * 1024), endpoint.accepts?.[0]);
  }
  expect(answers).toEqual([]);
});
