import { beginRecord } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { moved } from './entries';
import type { ReturneeDeps } from './returnee.deps';
import { travellers } from './returnees';
import { openSaid, sealSaid } from './said';
import type { Traveller, TravellerDetail } from './traveller';

/** Why and how somebody goes on under a new record. */
interface GoingOn {
  readonly way: 'again' | 'anew';
  /** The same cause makes the same record, however often it is asked. */
  readonly because: string;
  /** Under what it is found: the trip, or the record it follows. */
  readonly about: string;
  /** Beside what is taken over from the former record. */
  readonly detail: (
    own: Pick<Traveller, 'county' | '_id'>,
  ) => Promise<Pick<TravellerDetail, 'code'> & Partial<TravellerDetail>>;
}

/**
 * An ended record is never reopened: who goes on has a new one, linked to it, with everything that was told, and goes on
 * by its own entry (handbook 2, 5.7).
 * @returns its id; undefined once nothing of them can be opened any more
 */
export async function goOnAs(deps: ReturneeDeps, former: Traveller, how: GoingOn): Promise<string | undefined> {
  const said = await openSaid(deps, former);
  if (!said) return undefined;
  const { county, area, scope, household, parties, keys = [], detail } = former;
  const now = deps.now();
  const own = { county, _id: derivedId(county, former._id, how.way, how.because) };
  const { report, foundBy, destination, lateReport, arrivedAt } = detail;
  const beginning = {
    ...{ ...own, kind: 'TRAVELLER', state: 'REGISTERED', area, scope },
    ...(household ? { household } : {}),
    ...(parties ? { parties } : {}),
  };
  await travellers(deps).insert({
    ...beginRecord(beginning, [moved], now),
    ...{ kind: 'TRAVELLER', createdAt: now, about: how.about, keys },
    detail: {
      ...{ report, foundBy, destination, lateReport, linkedFrom: former._id },
      ...(arrivedAt ? { arrivedAt } : {}),
      said: await sealSaid(deps, own, said),
      ...(await how.detail(own)),
    },
  });
  return own._id;
}
