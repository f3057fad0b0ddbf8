import type { ServerPlan } from './server-messages';
import { startServer } from './server-process';
import type { Comparison } from './side-by-side';
import { httpSideBySide, lessIsBetter } from './side-by-side-http';

/** P5: a page of fifty tasks through the whole product, beside the raw driver with JSON.stringify, and mongoose documents. */
export async function listBench(plan: Omit<ServerPlan, 'what'>): Promise<Comparison[]> {
  const server = await startServer({ ...plan, what: 'app' });
  const { ours: product = '', bare: peers = '' } = server.urls;
  const [token = ''] = server.facts.reader ?? [];
  const get = (url: string) => () => ({ method: 'GET', url });
  try {
    const { ours, raw, hydrated } = await httpSideBySide({
      server,
      shots: {
        ours: () => ({ method: 'GET', url: `${product}/api/v1/work/pool?limit=50`, token }),
        raw: get(`${peers}/list`),
        hydrated: get(`${peers}/hydrated`),
      },
      times: 60,
      together: 4,
    });
    const named = { goal: 'P5', what: 'a list of 50 tasks, processor time', peer: 'raw driver, JSON.stringify' };
    return [
      lessIsBetter(named, ours.cpu, raw.cpu, 1.2),
      lessIsBetter({ ...named, peer: 'mongoose documents' }, ours.cpu, hydrated.cpu, 0.5),
    ];
  } finally {
    await server.stop();
  }
}
