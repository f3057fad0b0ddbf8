import { endpoint } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';
import mongoose from 'mongoose';
import { startTestApp, type TestApp } from '../testing/test-app';
import { broken, echo } from './echo.fixture';
import { mountPublic } from './mount';
import { Problem } from './problem';

const leaky = endpoint({ ...echo, name: 'leaky', path: '/leaky', response: z.object({ text: z.string() }) });
/** The contract names neither the refusal nor its member. */
const silent = endpoint({ ...echo, name: 'silent', path: '/silent', problems: ['already-open'] });
const canary = 'canary-7f3a-李秀英-10000009999';

const { MongoNetworkError, MongoServerError, MongoServerSelectionError } = mongoose.mongo;
/** How the database fails when it is away, changing over or too slow this once. */
const passing: Readonly<Record<string, () => Error>> = {
  'too slow': () => new MongoServerError({ code: 50, message: 'operation exceeded time limit' }),
  'stepping down': () => new MongoServerError({ code: 189, message: 'stepped down' }),
  'hung up': () => new MongoNetworkError('connection closed'),
  away: () => new MongoServerSelectionError('nobody there', {} as never), // what it knows of the servers is not looked at
};

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    openFeatures: async () => [
      {
        routes: [
          mountPublic(leaky, ({ body }) => ({ ...body, secret: 'x' })),
          mountPublic(broken, ({ body: { text } }) => {
            throw passing[text]?.() ?? new Error(canary);
          }),
          mountPublic(silent, ({ body: { text } }) => {
            throw text === 'x' ? new Problem('capacity-full') : new Problem('already-open', undefined, { [text]: 'y' });
          }),
        ],
      },
    ],
  });
});
afterAll(() => app.close());

test('a bug answers a bare 500', async () => {
  const { status, body } = await app.call('POST', '/broken', { body: { text: 'x' } });
  expect(status).toBe(500);
  expect(Object.keys(body).sort()).toEqual(['instance', 'status', 'title', 'type']);
});

test.each(Object.keys(passing))(
  'a database that is %s is no bug of ours: the client waits and asks again',
  async (how) => {
    const { status, headers, body } = await app.call('POST', '/broken', { body: { text: how } });
    expect([status, body.type]).toEqual([503, expect.stringMatching(/\/overloaded$/)]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  },
);

test('an answer outside its contract fails in tests', async () => {
  expect((await app.call('POST', '/leaky', { body: { text: 'x' } })).status).toBe(500);
});

test('a refusal, or a member of one, that the description does not name fails in tests', async () => {
  const say = async (text: string) => (await app.call('POST', '/silent', { body: { text } })).status;
  expect([await say('open'), await say('x'), await say('more')]).toEqual([409, 500, 500]);
});
