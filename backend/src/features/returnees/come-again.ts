import { beginRecord } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { moved } from './entries';
import type { ReturneeDeps } from './returnee.deps';
import { travellers } from './returnees';
import { openSaid, sealSaid } from './said';
import type { Traveller } from './traveller';

/**
 * Somebody whose record has ended is here after all, or is judged anew: a new record linked to the first, since an ended one
 * is never reopened (handbook 2, 5.7). The same cause makes the same one; its own entry is what it goes on by.
 * @returns its id; undefined once nothing of them can be opened any more
 */
export async function comeAgain(
  deps: ReturneeDeps,
  ended: Traveller,
  arrivedAt: Date | undefined,
  because: string,
): Promise<string | undefined> {
  const said = await openSaid(deps, ended);
  if (!said) return undefined;
  const { county, area, scope, household, parties, keys = [], detail } = ended;
  const now = deps.now();
  const _id = derivedId(county, ended._id, 'again', because);
  const { report, foundBy, destination, code, lateReport, plannedAt } = detail;
  const beginning = {
    ...{ _id, county, kind: 'TRAVELLER', state: 'REGISTERED', area, scope },
    ...(household ? { household } : {}),
    ...(parties ? { parties } : {}),
  };
  await travellers(deps).insert({
    ...beginRecord(beginning, [moved], now),
    ...{ kind: 'TRAVELLER', createdAt: now, about: report, keys },
    detail: {
      ...{ report, foundBy, destination, code, lateReport, linkedFrom: ended._id },
      said: await sealSaid(deps, { county, _id }, said),
      ...(plannedAt ? { plannedAt } : {}),
      ...(arrivedAt ? { arrivedAt } : {}),
    },
  });
  return _id;
}
