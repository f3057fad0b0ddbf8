import { aHousehold, aPerson } from '../../../testing/builders';
import {
  anEpisode,
  anId,
  as,
  does,
  get,
  open,
  openingOf,
  type Scene,
  settle,
  theApp,
} from '../../episodes/testing/stage';
import { atHome } from '../../episodes/testing/steps';

const [anchor, found] = ['2022-08-10 06:20', '2022-08-10 20:00'];
const told = { policy: 'V9_NATIONAL', category: 'MEDIUM_RISK_STAY', anchor, found } as const;

/** Two quarantines at home in one grid, of two records that may be one person. */
export interface Pair {
  /** Ends sooner. */
  readonly short: Scene;
  /** Ends later. */
  readonly long: Scene;
  readonly investigator: { readonly id: string };
}

/** Ends after three and after six days, by default; nothing but the landing test is asked for. */
export async function aPair(days: readonly [number, number] = [3, 6]): Promise<Pair> {
  const base = await anEpisode(told);
  const [short, long] = [await anotherIn(base, days[0]), await anotherIn(base, days[1])];
  return { short, long, investigator: base.investigator };
}

async function anotherIn(base: Scene, days: number): Promise<Scene> {
  const { place } = base;
  const home = await aHousehold(theApp()).in(place).saved();
  const id = anId();
  const opening = openingOf({ ...told, id, place, household: home.id });
  const [phase] = opening.rule.phases;
  if (!phase) throw new Error('a stay has a phase');
  const rule = { ...opening.rule, phases: [{ ...phase, kind: 'HOME' as const, days, testDays: [] }] };
  await open({ ...opening, rule });
  await settle();
  const resident = await aPerson(theApp()).withRole('RESIDENT', place).livingIn(home).saved();
  const scene = { ...base, id, household: home.id, resident };
  await atHome(scene);
  await landed(scene);
  return scene;
}

/** The swab of the arrival, and its answer. */
async function landed({ id, sampler, lab }: Scene): Promise<void> {
  const opId = anId();
  await does(sampler, id, 'swab', { opId });
  await does(lab, id, 'book-result', { swab: opId, result: 'NEGATIVE' });
}

type By = { readonly id: string };

export const sideOf = ({ id }: Pick<Scene, 'id'>) => ({ kind: 'EPISODE', id });

export const propose = (by: By, people: readonly object[], more: object = {}) =>
  as(by, 'POST', '/person-merges', { opId: anId(), people, ...more });

/** The id of the merge that is proposed. */
export async function proposed({ short, long }: Pair, by: By = short.worker, more: object = {}): Promise<string> {
  const answer = await propose(by, [sideOf(short), sideOf(long)], more);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  await settle();
  return answer.body.id;
}

export const see = (by: By, id: string) => get(by, `/person-merges/${id}`);

export async function act(by: By, id: string, action: string, more: object = {}) {
  const answer = await as(by, 'POST', `/person-merges/${id}/${action}`, {
    ...{ opId: anId(), reason: { code: 'OTHER' } },
    ...more,
  });
  await settle();
  return answer;
}

export async function applied(pair: Pair, more: object = {}): Promise<string> {
  const id = await proposed(pair);
  const { leader } = pair.short;
  const seen = await act(leader, id, 'preview');
  const answer = await act(leader, id, 'apply', { revision: seen.body.view.revision, ...more });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

export const merges = () => theApp().connection.collection<{ _id: string }>('personMerges');
