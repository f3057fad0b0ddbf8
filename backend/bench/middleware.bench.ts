import { endpoint } from '@grid-relief/shared-types/contract';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import * as z from '@grid-relief/shared-types/zod';
import { routerOf } from '../src/http/dispatch';
import { mountPublic } from '../src/http/mount';
import { newId } from './sample';
import { startServer } from './server-process';
import { type Comparison, sideBySide } from './side-by-side';
import { httpSideBySide, lessIsBetter, moreIsBetter } from './side-by-side-http';

/** P4: the whole stack without a database, and what finding a route costs among many. */
export async function middlewareBench(): Promise<Comparison[]> {
  const server = await startServer({ what: 'middleware', uri: '', dbName: '' });
  try {
    const [token = ''] = server.facts.tokens ?? [];
    const body = { opId: newId(), bags: 2, words: '放在门口的鞋柜上' };
    const path = `/api/v1/measured/${newId()}/act`;
    const { ours, bare } = await httpSideBySide({
      server,
      shots: {
        ours: () => ({ method: 'POST', url: `${server.urls.ours}${path}`, token, body }),
        bare: () => ({ method: 'POST', url: `${server.urls.bare}${path}`, body }),
      },
      times: 3_000,
      warmUp: 12_000,
      together: 16,
    });
    const named = { goal: 'P4', what: 'the whole stack, no database', peer: 'bare koa, @koa/router, bodyparser' };
    return [
      moreIsBetter(named, ours.perSecond, bare.perSecond, 0.75),
      lessIsBetter({ ...named, what: 'its processor time' }, ours.cpu, bare.cpu),
      await lookup(),
    ];
  } finally {
    await server.stop();
  }
}

/** As many routes as there would be with every feature of the handbook, and a tenth of a feature. */
const [many, few] = [300, 10];

async function lookup(): Promise<Comparison> {
  const find = (count: number) => {
    const routes = Array.from({ length: count }, (_, number) => routeNumber(number));
    const router = routerOf(routes, { authenticate: () => Promise.reject(new Error('public')), checkAnswers: false });
    const paths = routes.map((_, number) => `/api/v1/${resource(number)}/${newId()}/act-${number}`);
    return (times: number) => {
      for (let time = 0; time < times; time++) router.at(paths[time % count] ?? '', 'POST');
    };
  };
  return sideBySide({
    ...{ goal: 'P4', what: `finding one of ${many} routes`, peer: `one of ${few}`, passLine: '≤ 1.10', atMost: 1.1 },
    ...{ times: 3_000, ours: find(many), theirs: find(few) },
  });
}

/** Ten actions a resource, as the lifecycles have. */
const resource = (number: number) => `things${Math.floor(number / 10)}`;

function routeNumber(number: number) {
  const name = `act${number}`;
  const path = `/${resource(number)}/{id}/act-${number}`;
  const params = z.strictObject({ id: RecordId });
  return mountPublic(
    endpoint({ name, method: 'POST', path, access: 'public', summary: name, params, response: z.object({}) }),
    () => ({}),
  );
}
