import { EventEmitter } from 'node:events';
import mongoose from 'mongoose';

/** Put before a program, it crashes it soon, with words in its hands, in the ways in which a server can. */

const { HOW = '', WORDS = '' } = process.env;
/** By then the program has begun, and waits for its database. */
const soonMs = 700;

const crashes: Readonly<Record<string, () => unknown>> = {
  thrown: () => {
    throw Object.assign(new Error(`no household called ${WORDS}`), { command: { WORDS } });
  },
  rejected: () => Promise.reject(new Error(WORDS)),
  'rejected with words': () => Promise.reject(WORDS),
  'an event': () => new EventEmitter().emit('error', new Error(WORDS)),
  'of the driver': () => {
    const errmsg = `E11000 duplicate key error dup key: { words: "${WORDS}" }`;
    throw new mongoose.mongo.MongoServerError({ errmsg, code: 11_000, keyValue: { WORDS } });
  },
  'of the language': () => [1].map(WORDS as unknown as () => void), // what careless code would do
  'of Node': () => Buffer.alloc(WORDS as unknown as number), // what careless code would do
};

setTimeout(() => void crashes[HOW]?.(), soonMs);
