import { beginRecord } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { moved } from './entries';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { travellers } from './returnees';
import { openSaid, openVerdict, sealSaid, sealVerdict } from './said';
import { byPolicy, settleTraveller } from './settle';
import type { Traveller } from './traveller';

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
    await settleTraveller(deps, county, await linkAnew(deps, traveller, order));
    return;
  }
  await byPolicy(deps, traveller, 'retriage', { judgedAt: at }, because, 'RISK_LIST_CHANGED');
  await settleTraveller(deps, county, id);
}

/** @returns the new record; made once, under an id that follows from the change */
async function linkAnew(deps: ReturneeDeps, former: Traveller, { because, change, at }: AnewOrder): Promise<string> {
  const { county, _id: linkedFrom, area, scope, household, parties, keys, detail } = former;
  const _id = derivedId(county, linkedFrom, 'anew', because);
  const said = await openSaid(deps, former);
  if (!said) return _id;
  const now = deps.now();
  const verdict = await openVerdict(deps, former);
  const beginning = {
    ...{ _id, county, kind: 'TRAVELLER', state: 'REGISTERED', area, scope },
    ...(household ? { household } : {}),
    ...(parties ? { parties } : {}),
  };
  const { report, foundBy, destination, lateReport, arrivedAt } = detail;
  await travellers(deps).insert({
    ...beginRecord(beginning, [moved], now),
    ...{ kind: 'TRAVELLER', createdAt: now, about: linkedFrom },
    ...(keys ? { keys } : {}),
    detail: {
      ...{ report, foundBy, destination, lateReport, code: _id.slice(-4).toUpperCase() },
      ...{ said: await sealSaid(deps, { county, _id }, said), linkedFrom, linkedBy: change, judgedAt: at },
      ...(verdict ? { formerVerdicts: [await sealVerdict(deps, { county, _id }, verdict)] } : {}),
      ...(arrivedAt ? { arrivedAt } : {}),
    },
  });
  return _id;
}
