import type { Endpoint } from '@grid-relief/shared-types/contract';
import { allEndpoints } from '@grid-relief/shared-types/endpoints';
import type { CallAnswer } from '../../src/testing/test-app';
import { addressOf, type Json, sampleRequest, schemaOf } from '../bad-input/sample-input';
import { forEachOf } from '../bad-input/whole-app';
import { freshOperations } from '../idempotency/all-operations';
import type { Operation } from '../idempotency/operations';
import type { Cast } from '../role-matrix/cast';
import { failures } from './leaky-routes';
import { byHand, type Stage } from './stage';

/**
 * Every endpoint that changes something, done once, with a canary in each field that takes free words: a new field or a
 * new endpoint is driven without being named here.
 * @returns what was not done, by endpoint
 */
export async function doEverything({ app, canaries }: Stage, cast: Cast): Promise<string[]> {
  const undone: string[] = [];
  const doOnce = async (operation: Operation) => {
    const { endpoint, name } = operation;
    const body = endpoint.accepts ? operation.body : canaries.bodyOf(endpoint, operation.body, app.anId);
    const answer = await operation.send({ body });
    if (answer.status !== 200) undone.push(`${name}: ${answer.status} ${JSON.stringify(answer.body.errors ?? '')}`);
    else if (!endpoint.accepts) await tooLateAndWrong({ app, canaries }, operation);
  };
  const all = await freshOperations({ app, cast });
  // a change of policy reaches every record of the county: it comes when everything else is done
  const isOfPolicy = ({ name }: Operation) => name.startsWith('policyChange');
  // whatever frees the home from quarantine closes its alerts
  const isOfAlerts = ({ name }: Operation) => name.startsWith('sensorAlert');
  // whoever's bags are kept back is on hold, and carries nothing after that
  const isOfIllness = ({ name }: Operation) => name.endsWith('QuarantineBags');
  const isOfItsOwn = (one: Operation) => isOfPolicy(one) || isOfAlerts(one) || isOfIllness(one);
  await forEachOf(all.filter(isOfAlerts), doOnce, 4);
  await forEachOf(
    all.filter((one) => !isOfItsOwn(one)),
    doOnce,
    4,
  );
  await forEachOf(all.filter(isOfIllness), doOnce, 1);
  await forEachOf(all.filter(isOfPolicy), doOnce, 4);
  return undone;
}

type Driven = Pick<Stage, 'app' | 'canaries'>;

/** The same once more when it is over (409, a late fact, or a repeat), and spoilt, with words that came too late. */
async function tooLateAndWrong({ app, canaries }: Driven, { endpoint, send, body }: Operation): Promise<void> {
  const again = canaries.bodyOf(endpoint, { ...Object(body), opId: app.anId() }, app.anId);
  await send({ body: again });
  const bird = canaries.words(`${endpoint.name} refused`);
  const field = { [canaries.words(`${endpoint.name}, name of a field`)]: bird };
  await send({ body: { ...Object(again), ...field } });
  await send({ body: { ...Object(again), opId: bird, reason: field, occurredAt: bird } });
  await send({
    body: Object.fromEntries(Object.keys(Object(body)).map((name) => [name, `${bird}${'x'.repeat(9_000)}`])),
  });
}

/** Requests that fail before a feature sees them, each with a canary wherever a person can put one. */
export async function failEverywhere({ app, canaries }: Driven, token: string): Promise<CallAnswer[]> {
  const answers: CallAnswer[] = [];
  const ask = async (...request: Parameters<typeof app.call>) => answers.push(await app.call(...request));
  for (const endpoint of allEndpoints) {
    const bird = canaries.words(`${endpoint.name} outside`);
    const inHeader = encodeURIComponent(bird);
    const { params, query, body } = sampleRequest(endpoint, app.anId, false);
    const address = addressOf(endpoint, params, query);
    const headers = {
      'user-agent': inHeader,
      referer: inHeader,
      'x-forwarded-for': inHeader,
      'x-request-id': inHeader,
    };
    const sends = endpoint.method !== 'GET';
    await ask(endpoint.method, address, {
      token: `${inHeader}.x.y`,
      headers,
      ...(sends ? { body: body ?? bird } : {}),
    });
    if (!sends) continue;
    await ask(endpoint.method, address, { token, headers, body: `{"words":"${bird}` });
    await ask(endpoint.method, address, { token, headers: { ...headers, 'content-type': 'text/plain' }, body: bird });
    await ask(endpoint.method, address, { token, headers, body: JSON.stringify([bird]) });
  }
  const typed = encodeURIComponent(canaries.words('typed into an address'));
  for (const address of [`/${typed}?q=${typed}&${typed}=1`, `/deliveries/${typed}`, `/shops?limit=${typed}`]) {
    await ask('GET', address, { token, headers: { [byHand]: '1' } });
  }
  for (const how of failures) {
    await ask('POST', '/planted/failing', { body: { how, words: canaries.words(`failing by ${how}`) } });
  }
  return answers;
}

/** Every list and record by many people, in pages of one, so that the marks of pages are made and asked with. */
export async function readEverything({ app }: Driven, cast: Cast): Promise<number> {
  let read = 0;
  const tasks = await app.connection
    .collection('tasks')
    .find({}, { projection: { _id: 1 } })
    .toArray();
  const records = tasks.map(({ _id }) => String(_id)).filter((_, i) => i % 40 === 0);
  const ask = async (endpoint: Endpoint, id: string, token: string, query: Json = {}) => {
    const answer = await app.call('GET', addressOf(endpoint, { id }, query), { token });
    if (answer.status === 200) read += 1;
    return answer.body?.next;
  };
  for (const endpoint of allEndpoints.filter(({ method }) => method === 'GET')) {
    const { query } = sampleRequest(endpoint, app.anId, false);
    const paged = schemaOf(endpoint.query).properties?.limit ? { ...query, limit: 1 } : query;
    const ids = endpoint.path.includes('{id}') ? records : ['none'];
    const some = cast.players.filter((_, i) => i % 7 === 0);
    const asking = ids.flatMap((id) => some.map(({ token }) => ({ id, token })));
    await forEachOf(asking, async ({ id, token }) => {
      const after = await ask(endpoint, id, token, paged);
      if (after) await ask(endpoint, id, token, { ...paged, after });
    });
  }
  return read;
}
