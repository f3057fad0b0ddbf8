import { endpoint } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';
import fc from 'fast-check';
import { mountPublic } from '../../src/http/mount';
import type { CallAnswer } from '../../src/testing/test-app';
import { type Json, schemaOf } from '../bad-input/sample-input';
import { countAll } from '../bad-input/whole-app';
import { freshOperations, openStage, type Stage } from '../idempotency/all-operations';
import type { Operation } from '../idempotency/operations';
import { anAviary } from '../no-plaintext/canaries';
import { extras, type Spot, spotsIn } from './extras';
import { unknownFields } from './stored-keys';

/** Ten thousand on demand. */
const cases = Number(process.env.GRID_RELIEF_EXTRA_FIELDS ?? 800);
const seed = 20220418;
jest.setTimeout(60_000 + cases * 60);

let stage: Stage;
let operations: Operation[];
beforeAll(async () => {
  stage = await openStage(({ connection }) => ({
    routes: [
      mountPublic(careless, async ({ body }) => {
        await connection.collection('reservations').insertOne({ ...body });
        return {};
      }),
    ],
  }));
  operations = await freshOperations(stage);
});
afterAll(() => stage.app.close());

const pointersOf = ({ body }: CallAnswer): string[] =>
  (body.errors ?? []).map((error: { pointer: string }) => error.pointer);

/** What is wrong with an answer to a body with fields that nobody knows; undefined: it was refused, and says which. */
function wrongWith(answer: CallAnswer, { pointer }: Spot, sent: Json): string | undefined {
  const unknown = Object.keys(sent);
  const isHostile = /"(__proto__|constructor)"/.test(JSON.stringify(sent));
  const { status } = answer;
  // a body that means to change what an object is does not get as far as the contract
  if (status === 400 && isHostile) return;
  const named = pointersOf(answer);
  const missing = unknown.filter((key) => !named.includes(`${pointer}/${escaped(key)}`));
  if (status !== 422) return `${pointer} ${unknown}: ${status}`;
  return missing.length > 0 ? `${pointer}: names ${named}, not ${missing}` : undefined;
}

const escaped = (key: string) => key.replace(/~/g, '~0').replace(/\//g, '~1');

const planted = 'plantedCareless';

/** PLANTED FAULT, for the control: it takes whatever comes, and stores it as it came. */
const careless = endpoint({
  name: planted,
  method: 'POST',
  path: '/planted/careless',
  access: 'public',
  body: z.looseObject({ words: z.string() }),
  response: z.object({}),
  summary: 'Stores what it is given.',
});

test('fields that no contract knows are refused wherever they stand, by name, and nothing happens', async () => {
  const { app } = stage;
  const before = await countAll(app);
  const withJson = operations.filter(({ endpoint }) => !endpoint.accepts);
  const spots = withJson.flatMap((operation) =>
    spotsIn(schemaOf(operation.endpoint.body), operation.body).map((spot) => ({ operation, spot })),
  );
  // by number, so that a counterexample is short
  const anywhere = fc.nat(spots.length - 1);
  await fc.assert(
    fc.asyncProperty(anywhere, extras, async (at, more) => {
      const { operation, spot } = spots[at] ?? {};
      if (!operation || !spot) throw new Error('there is no such place');
      const unknown = Object.keys(more).filter((key) => !spot.known.has(key));
      fc.pre(unknown.length > 0);
      const sent = Object.fromEntries(unknown.map((key) => [key, more[key]]));
      const complaint = wrongWith(await operation.send({ body: spot.with(sent) }), spot, sent);
      expect(complaint && `${operation.name} ${complaint}`).toBeUndefined();
    }),
    { numRuns: cases, seed },
  );
  expect(await countAll(app)).toEqual(before);
  const done = await Promise.all(operations.map(async ({ name, effects }) => [name, await effects()] as const));
  expect(done.filter(([, times]) => times !== 0)).toEqual([]);
});

test('fields beside those of an address are refused as well', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(operations.length - 1), extras, async (at, more) => {
      const operation = operations[at];
      const known = Object.keys(schemaOf(operation?.endpoint.query ?? careless.query).properties ?? {});
      const query = Object.fromEntries(Object.keys(more).flatMap((key) => (known.includes(key) ? [] : [[key, 'x']])));
      fc.pre(operation !== undefined && Object.keys(query).length > 0);
      const status = (await operation?.send({ query }))?.status;
      expect(status !== 422 && `${operation?.name} ${Object.keys(query)}: ${status}`).toBe(false);
    }),
    { numRuns: Math.ceil(cases / 4), seed },
  );
});

test('the same operations without them are done, once each, and store only fields that are written down', async () => {
  const birds = anAviary();
  const wrong: string[] = [];
  for (const operation of operations) {
    const { name, endpoint: of, body } = operation;
    const sent = of.accepts ? body : birds.bodyOf(of, body, stage.app.anId);
    const { status } = await operation.send({ body: sent });
    const times = await operation.effects();
    if (status !== 200 || times !== 1) wrong.push(`${name}: ${status}, ${times} effects`);
  }
  expect(wrong).toEqual([]);
  expect(await unknownFields(stage.app)).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('control: an endpoint that stores what it is given is found by the fields it stores', async () => {
  const body = { words: 'x', isAdmin: true, assignment: { assignee: 'me' } };
  expect((await stage.app.call('POST', '/planted/careless', { body })).status).toBe(200);
  expect(await unknownFields(stage.app)).toEqual([
    'reservations: words',
    'reservations: isAdmin',
    'reservations: assignment.assignee',
  ]);
});
