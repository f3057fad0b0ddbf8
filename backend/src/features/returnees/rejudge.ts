import { addHours } from '@grid-relief/shared-types/primitives/instants';
import { comeAgain } from './come-again';
import { judgedAsOf, type StoredVerdict, verdictOf } from './judge.rules';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { openSaid, openVerdict } from './said';
import { byPolicy, settleTraveller } from './settle';
import { isTravellerOver, type Traveller } from './traveller';

/** Look-back and back-tracking together reach no further in any preset: 14 and 7 days (handbook 5.7). Hours. */
const reachHours = 21 * 24;

/**
 * Judges everybody again after the policy or the list of areas has changed: open ones in place, with the old reason kept;
 * whoever is over and would be looked after now goes on in a new linked record (handbook 5.7). The same cause once.
 */
export async function rejudge(deps: ReturneeDeps, county: string, because: string): Promise<void> {
  const since = addHours(deps.now(), -reachHours);
  for (const traveller of await returneeRepository(deps.connection).since(county, since)) {
    if (isTravellerOver(traveller)) await again(deps, traveller, because);
    else await byPolicy(deps, traveller, 'retriage', {}, because, 'LIST_CHANGED');
    await settleTraveller(deps, county, traveller._id);
  }
}

/** Only whoever is here and is asked for more than before. */
async function again(deps: ReturneeDeps, traveller: Traveller, because: string): Promise<void> {
  if (traveller.state !== 'CLOSED') return;
  const [said, before] = await Promise.all([openSaid(deps, traveller), openVerdict(deps, traveller)]);
  if (!said) return;
  const { plannedAt, arrivedAt } = traveller.detail;
  const asOf = judgedAsOf(plannedAt, arrivedAt, deps.now());
  const now = verdictOf(said, arrivedAt, await deps.judgementAt(traveller.county, asOf), asOf);
  if (asksMore(before, now)) await comeAgain(deps, traveller, arrivedAt, because);
}

/** Something is called for that was not. Pure. */
function asksMore(before: StoredVerdict | undefined, now: StoredVerdict): boolean {
  const was: Readonly<Record<string, string>> = before?.links ?? {};
  return Object.entries(now.links).some(([link, state]) => state === 'WAITING' && was[link] !== 'WAITING');
}
