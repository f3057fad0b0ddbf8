import { derivedId } from '../../platform/ids';
import { goOnAs } from './linked-traveller';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { openVerdict, sealVerdict } from './said';
import { byPolicy, settleTraveller } from './settle';
import { codeOf, type Traveller } from './traveller';

/** A change of the risk list that reaches somebody. */
export interface AnewOrder {
  readonly county: string;
  readonly id: string;
  readonly change: string;
  /** When it takes effect: by what holds then, and nothing is dated back before it. */
  readonly at: Date;
  /** The same for the same change and person: done once under it. */
  readonly because: string;
  /** Whether it asks for something of somebody who is done with. */
  readonly asksAgain: boolean;
}

/**
 * Judges somebody anew: under the same record while it is open; who is done with gets a new one that is linked to it,
 * with the old reason beside the new one and a chain of its own (handbook 5.7). However often it is asked.
 */
export async function judgeAnew(deps: ReturneeDeps, order: AnewOrder): Promise<void> {
  const { county, id, at, because } = order;
  const traveller = await returneeRepository(deps.connection).byId(county, id);
  if (!traveller) return;
  // judged under this change while it was open, and done with since
  const wasJudged = traveller.history.some(({ opId }) => opId === derivedId(county, id, 'retriage', because));
  if (traveller.state === 'CLOSED' && !wasJudged && order.asksAgain) {
    const anew = await linkAnew(deps, traveller, order);
    if (anew) await settleTraveller(deps, county, anew);
    return;
  }
  await byPolicy(deps, traveller, 'retriage', { judgedAt: at }, because, 'RISK_LIST_CHANGED');
  await settleTraveller(deps, county, id);
}

/** With the old reason beside the new one. */
async function linkAnew(deps: ReturneeDeps, former: Traveller, { because, change, at }: AnewOrder) {
  const verdict = await openVerdict(deps, former);
  return goOnAs(deps, former, {
    ...{ way: 'anew', because },
    detail: async (own) => ({
      ...{ code: codeOf(own._id), linkedBy: change, judgedAt: at },
      ...(former.detail.homeAt ? { homeAt: former.detail.homeAt } : {}),
      ...(verdict ? { formerVerdicts: [await sealVerdict(deps, own, verdict)] } : {}),
    }),
  });
}
