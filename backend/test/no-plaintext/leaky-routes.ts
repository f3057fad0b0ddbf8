import { endpoint } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';
import mongoose from 'mongoose';
import type { Deps } from '../../src/feature';
import { mountPublic } from '../../src/http/mount';
import { Problem } from '../../src/http/problem';

/** Ways in which code fails with what a person typed in its hands. */
export const failures = [
  'message',
  'fields',
  'cause',
  'frames',
  'text',
  'type-error-in',
  'type-error-call',
  'type-error-node',
  'parser',
  'schema',
  'cast',
  'duplicate',
] as const;

const failing = endpoint({
  name: 'plantedFailing',
  method: 'POST',
  path: '/planted/failing',
  access: 'public',
  body: z.strictObject({ how: z.enum(failures), words: z.string() }),
  response: z.object({}),
  summary: 'Fails with everything it was given.',
});

/** PLANTED FAULT, for the control: an answer that repeats what was sent. */
const echoing = endpoint({
  name: 'plantedEcho',
  method: 'POST',
  path: '/planted/echo',
  access: 'public',
  body: z.strictObject({ words: z.string() }),
  response: z.object({}),
  problems: ['not-allowed'],
  summary: 'Refuses, and repeats what it refuses.',
});

/** PLANTED FAULT, for the control: a page whose mark says where it ends in plain words. */
const marking = endpoint({
  name: 'plantedMark',
  method: 'GET',
  path: '/planted/mark',
  access: 'public',
  query: z.strictObject({ words: z.string() }),
  response: z.object({ next: z.string() }),
  summary: 'Answers a mark with everything in it.',
});

type Failure = (words: string, deps: Deps) => unknown;

/** None of these is made up: each is what the language, the parser or the driver says by itself. */
const ways: Readonly<Record<(typeof failures)[number], Failure>> = {
  message: (words) => {
    throw new Error(`no household called ${words}`);
  },
  fields: (words) => {
    throw Object.assign(new Error('failed'), { command: { words }, errInfo: words, keyValue: { words } });
  },
  cause: (words) => {
    throw new Error('failed', { cause: new Error(words) });
  },
  frames: (words) => {
    throw new Error(`first\n    at ${words} (${words}:1:1)`);
  },
  text: (words) => {
    throw words; // not even an error
  },
  'type-error-in': (words) => 'name' in (words as unknown as object), // what careless code would do
  'type-error-call': (words) => [1].map(words as unknown as () => void), // what careless code would do
  'type-error-node': (words) => Buffer.alloc(words as unknown as number), // what careless code would do
  parser: (words) => JSON.parse(words),
  schema: (words) => z.strictObject({ phone: z.literal('1') }).parse({ phone: words, [words]: 1 }),
  cast: (words, { connection }) => connection.model('Household').findOne({ createdAt: words }),
  duplicate: (words) => {
    const errmsg = `E11000 duplicate key error collection: x index: words_1 dup key: { words: "${words}" }`;
    throw new mongoose.mongo.MongoServerError({ errmsg, code: 11_000, keyValue: { words } });
  },
};

/** Endpoints that fail on purpose, mounted beside the product's own. */
export function leakyRoutes(deps: Deps) {
  return [
    mountPublic(failing, async ({ body }) => {
      await ways[body.how](body.words, deps);
      return {};
    }),
    mountPublic(marking, ({ query }) => ({ next: query.words })),
    mountPublic(echoing, ({ body }) => {
      throw new Problem('not-allowed', body.words);
    }),
  ];
}
