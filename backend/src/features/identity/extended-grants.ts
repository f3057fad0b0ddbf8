import { inputHash } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { AccountRepository } from './account.repository';
import type { AccountCache } from './account-cache';
import type { StoredGrant } from './identity.record';

/** Somebody with the rights they have. */
interface Holder {
  readonly person: string;
  readonly grants: readonly StoredGrant[];
}

/** A right that also counts elsewhere from now on. */
export interface GrantExtension {
  readonly county: string;
  readonly person: string;
  readonly grant: StoredGrant;
  readonly area: string;
  /** The change of the tree it follows from. */
  readonly change: string;
  /** Who answers for that change. */
  readonly by: string;
  readonly at: Date;
}

/** Rights that follow a change of the area tree. */
export interface ExtendedGrants {
  /** Whoever holds any role in one of these areas, blocked people too, in the order of their ids. */
  holdersIn(county: string, areas: readonly string[], after: string, limit: number): Promise<readonly Holder[]>;
  /**
   * Once for each right and area: what somebody ends afterwards does not come back. It names the areas through which it
   * came, and ends with the right it came from. @returns false when it was done before, when somebody gave the person the
   * same right there, or when the right it comes from has ended meanwhile
   */
  extend(extension: GrantExtension): Promise<boolean>;
}

export function extendedGrants({
  accounts,
  cache,
}: {
  readonly accounts: Pick<AccountRepository, 'change' | 'grantedInAny'>;
  readonly cache: Pick<AccountCache, 'put'>;
}): ExtendedGrants {
  return {
    async holdersIn(county, areas, after, limit) {
      const found = await accounts.grantedInAny(county, areas, after, limit);
      return found.map(({ _id: person, grants }) => ({ person, grants }));
    },
    async extend({ county, person, grant, area, change, by, at }) {
      const { role, until, team } = grant;
      const through = [...(grant.through ?? []), grant.area];
      const named = [change, 'extend', person, role, grant.area, area, until?.toISOString() ?? '', team ?? ''];
      const right = { role, until: until ?? { $exists: false } };
      const source = { ...right, area: grant.area, through: grant.through ?? { $exists: false } };
      // of two areas that become one each brings its own: when one of them ends, the other still holds
      const same = { ...right, area, $or: [{ through: { $exists: false } }, { through }] };
      const { outcome, account } = await accounts.change({
        ...{ person, county, by, at, opId: derivedId(county, ...named), inputHash: inputHash('extendGrant', named) },
        // the right was read some time ago: one that has ended since must not leave anything behind
        only: { grants: { $elemMatch: source, $not: { $elemMatch: same } } },
        push: { grants: { role, area, change, through, ...(until ? { until } : {}), ...(team ? { team } : {}) } },
      });
      cache.put(account);
      return outcome === 'done';
    },
  };
}
