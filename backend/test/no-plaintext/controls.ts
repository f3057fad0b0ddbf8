import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { testGrid } from '../../src/testing/builders';
import { someWords } from './canaries';
import { type Encoding, encode, encodings } from './encodings';
import { foldersOf, type Stage } from './stage';

/** Places that hold bytes take every encoding; text that goes out as JSON holds no UTF-16, and escapes what is escaped. */
const inBytes = encodings;
const inText = ['utf8', 'base64', 'base64url', 'hex', 'HEX', 'percent'] as const;
const inAddress = ['base64url', 'hex', 'HEX', 'percent'] as const;

type Plant = (stage: Stage, secret: string) => unknown;
const textsOf = (secret: string) => inText.map((encoding) => encode(secret, encoding).toString());

/** One planted fault for each place, in each encoding that can stand there. */
const faults: Readonly<Record<string, { readonly encodings: readonly Encoding[]; readonly plant: Plant }>> = {
  database: { encodings: inBytes, plant: plantDocument },
  'database files': { encodings: inBytes, plant: plantDocument },
  'temporary files': {
    encodings: inBytes,
    plant: ({ folder }, secret) =>
      writeFile(path.join(foldersOf(folder)['temporary files'], 'planted'), Buffer.concat(allForms(secret))),
  },
  'audit anchors': {
    encodings: inText,
    plant: ({ app }, secret) =>
      Promise.all(textsOf(secret).map((county) => app.anchors.write({ county, length: 1, head: '' }))),
  },
  log: {
    encodings: inText,
    plant: ({ app }, secret) => {
      for (const text of textsOf(secret)) app.deps.log.debug({ careless: { text } }, 'planted');
    },
  },
  live: { encodings: inText, plant: plantAnnouncement },
  sms: {
    encodings: inText,
    plant: ({ app }, secret) =>
      app.deps.sms.send({ phone: '1', template: 'NOTICE', values: { code: textsOf(secret).join(' ') } }),
  },
  wechat: {
    encodings: inText,
    plant: ({ app }, secret) =>
      app.deps.wechat.messages?.send({
        ...{ openid: 'planted', template: 'planted', page: 'planted' },
        data: { thing1: textsOf(secret).join(' ') },
      }),
  },
  addresses: {
    encodings: inAddress,
    plant: ({ app }, secret) =>
      Promise.all(inAddress.map((encoding) => app.call('GET', `/planted/mark?words=${encode(secret, encoding)}`))),
  },
  refusals: {
    encodings: inText,
    plant: ({ app }, secret) =>
      Promise.all(textsOf(secret).map((words) => app.call('POST', '/planted/echo', { body: { words } }))),
  },
  marks: {
    encodings: inText,
    plant: ({ app }, secret) =>
      Promise.all(textsOf(secret).map((words) => app.call('GET', `/planted/mark?words=${encodeURIComponent(words)}`))),
  },
  metrics: {
    encodings: inText,
    plant: ({ app }, secret) => {
      for (const route of textsOf(secret)) {
        app.deps.metrics.observeRequest({ method: 'GET', route, status: 200, seconds: 0 });
      }
    },
  },
};

const allForms = (secret: string) => encodings.flatMap((encoding) => [encode(secret, encoding), Buffer.from('\n')]);

/** A field stored plain, in every encoding. */
function plantDocument({ app }: Stage, secret: string) {
  const fields = encodings.map((encoding) => [`as ${encoding}`, encode(secret, encoding)]);
  return app.connection.collection('plantedControls').insertOne(Object.fromEntries(fields));
}

/** An announcement that says more than that a record has changed. */
function plantAnnouncement({ app }: Stage, secret: string) {
  const record = app.anId();
  return app.connection.collection<{ _id: string }>('announcements').insertOne({
    ...{ _id: `${record}.1`, county: record.slice(0, 6), topics: [`a:${testGrid}`] },
    ...{ record, kind: textsOf(secret).join(' '), revision: 1, at: new Date() },
  } as { _id: string });
}

export const controls = Object.entries(faults).flatMap(([place, fault]) =>
  fault.encodings.map((encoding) => ({ place, encoding, what: `planted in ${place}` })),
);

/** Words that look different in each of the two alphabets of base64. */
function wordsForBoth(): string {
  for (;;) {
    const words = someWords();
    if (!encode(words, 'base64').equals(encode(words, 'base64url'))) return words;
  }
}

/** Makes every fault once. */
export async function plantControls(stage: Stage): Promise<void> {
  for (const [place, { plant }] of Object.entries(faults)) {
    await plant(stage, stage.canaries.keep(`planted in ${place}`, wordsForBoth()));
  }
}
