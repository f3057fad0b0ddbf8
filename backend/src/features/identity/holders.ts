import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import type { AccountRepository } from './account.repository';
import type { AccountCache } from './account-cache';
import type { AccountRecord, StoredGrant } from './identity.record';

type Holder = Pick<AccountRecord, '_id' | 'grants'>;

/** Some kilobytes each: every role of every grid of a county. */
const mostAnswers = 10_000;

/**
 * Who holds a role in an area or above it. Every notice asks, and hardly anything changes in between: an answer stays in
 * memory until a change of any account is heard of, as fast as a block takes effect (handbook 7).
 */
export function holdersInMemory(
  accounts: Pick<AccountRepository, 'grantedIn'>,
  cache: Pick<AccountCache, 'changesHeard'>,
): (county: string, role: Role, areas: readonly AreaId[], now: Date) => Promise<string[]> {
  const answers = new Map<string, readonly Holder[]>();
  let answersOf: number | undefined;

  async function grantedIn(county: string, role: Role, areas: readonly AreaId[]): Promise<readonly Holder[]> {
    const heard = cache.changesHeard();
    if (heard !== answersOf || answers.size >= mostAnswers) answers.clear();
    answersOf = heard;
    const key = [county, role, ...areas].join(' ');
    const known = heard === undefined ? undefined : answers.get(key);
    if (known) return known;
    const found = await accounts.grantedIn(county, role, areas);
    // others may have asked since a change that is not in it
    if (heard !== undefined && answersOf === heard) answers.set(key, found);
    return found;
  }

  return async (county, role, areas, now) => {
    const wanted: readonly string[] = areas;
    const counts = (grant: StoredGrant) =>
      grant.role === role && wanted.includes(grant.area) && (!grant.until || grant.until > now);
    const found = await grantedIn(county, role, areas);
    return found.filter(({ grants }) => grants.some(counts)).map(({ _id }) => _id);
  };
}
