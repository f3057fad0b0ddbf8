import { beginRecord } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { moved, tellHome } from './entries';
import { merged } from './judge.rules';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { travellers } from './returnees';
import { openSaid, sealSaid } from './said';
import type { Traveller, TravellerDetail } from './traveller';

/** Why and how somebody goes on under a new record. */
interface GoingOn {
  readonly way: 'again' | 'anew';
  /** The same cause makes the same record, however often it is asked; absent: there is one such record for ever. */
  readonly because?: string;
  /** Another record of the same person, which knows more. */
  readonly news?: Traveller;
  /** Beside what is taken over from the former record. */
  readonly detail: (
    own: Pick<Traveller, 'county' | '_id'>,
  ) => Promise<Pick<TravellerDetail, 'code'> & Partial<TravellerDetail>>;
}

/**
 * An ended record is never reopened: who goes on has a new one, linked to it, with everything that was told, and goes on
 * by its own entry (handbook 2, 5.7). It is found under the trip like everybody of it, and the home is told.
 * @returns its id; undefined once nothing of them can be opened any more
 */
export async function goOnAs(deps: ReturneeDeps, former: Traveller, how: GoingOn): Promise<string | undefined> {
  const { news, because = '' } = how;
  const [told, more] = await Promise.all([openSaid(deps, former), news && openSaid(deps, news)]);
  if (!told) return undefined;
  const { county, area, scope, household, detail } = former;
  const keys = [...new Set([...(former.keys ?? []), ...(news?.keys ?? [])])];
  const now = deps.now();
  const own = { county, _id: derivedId(county, former._id, how.way, because) };
  const { report, foundBy, destination, lateReport, arrivedAt } = detail;
  const also = await how.detail(own);
  const parties = await partiesNow(deps, former);
  const beginning = {
    ...{ ...own, kind: 'TRAVELLER', state: 'REGISTERED', area, scope },
    ...(household ? { household } : {}),
    ...(parties.length > 0 ? { parties } : {}),
  };
  await travellers(deps).insert({
    ...beginRecord(beginning, [moved, ...tellHome({ ...former, parties, detail: also }, 'RETURNEE_GOES_ON')], now),
    ...{ kind: 'TRAVELLER', createdAt: now, about: report, keys },
    detail: {
      ...{ report, foundBy, destination, lateReport, linkedFrom: former._id },
      ...(arrivedAt ? { arrivedAt } : {}),
      said: await sealSaid(deps, own, more ? merged(told, more) : told),
      ...also,
    },
  });
  return own._id;
}

/** A host who was invited while this record was over is named by the trip alone. */
async function partiesNow(deps: ReturneeDeps, { county, parties = [], detail }: Traveller): Promise<string[]> {
  const trip = await returneeRepository(deps.connection).trip(county, detail.report);
  return [...new Set([...parties, ...(trip?.parties ?? [])])];
}
