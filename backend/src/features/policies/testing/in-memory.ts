import type { OpenEpisodeFacts, TravellerFacts } from '../../quarantine';
import type { ApplyTo, Because, Concerned, NamesOf, Outcome, TellConcerned } from '../concerned';

/** One time somebody was moved. */
export interface Done {
  readonly one: string;
  readonly outcome: Outcome;
  readonly because: Because;
}

type Episode = { episode: OpenEpisodeFacts; traveller?: TravellerFacts; endedAt?: Date };

/**
 * Episodes and travellers as their own features keep them, in memory: what is done under one operation is done once, what
 * has ended concerns nobody, and a recount is what the episode is counted by from then on.
 */
export function inMemory() {
  const episodes = new Map<string, Episode>();
  const travellers = new Map<string, TravellerFacts>();
  const done = new Map<string, Done>();
  let calls = 0;
  /** Called before anybody is moved: a test lets it crash. */
  let before: (one: string, call: number) => void = () => undefined;

  function* everybody(): Generator<Concerned> {
    for (const [id, { episode, traveller, endedAt }] of episodes) {
      if (!endedAt) yield { id, kind: 'EPISODE', facts: { episode, ...(traveller ? { traveller } : {}) } };
    }
    for (const [id, facts] of travellers) yield { id, kind: 'TRAVELLER', facts };
  }

  const concerned: TellConcerned = function* (_county, _by, only) {
    for (const one of everybody()) if (!only || only.includes(one.id)) yield one;
  };

  const applyTo: ApplyTo = async (_county, one, outcome, because) => {
    calls += 1;
    before(one.id, calls);
    if (done.has(because.opId)) return;
    done.set(because.opId, { one: one.id, outcome, because });
    const kept = episodes.get(one.id);
    const { recount } = outcome;
    if (!kept || !recount) return;
    const { count, newBasis } = recount;
    if (!count || !newBasis) kept.endedAt = because.at;
    else kept.episode = { basis: newBasis, count };
  };

  const namesOf: NamesOf = async (_county, ids) => new Map(ids.map((id) => [id, `某某${id.slice(-2)}`]));

  return {
    ...{ episodes, travellers, concerned, applyTo, namesOf },
    /** Everybody who has been moved, once each. */
    done: (): Done[] => [...done.values()],
    calls: () => calls,
    beforeEach(work: typeof before) {
      before = work;
    },
    clear() {
      for (const kept of [episodes, travellers, done]) kept.clear();
      calls = 0;
      before = () => undefined;
    },
  };
}
export type InMemory = ReturnType<typeof inMemory>;
