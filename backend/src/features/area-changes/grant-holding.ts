import type { ExtendedGrants, StoredGrant } from '../identity';
import type { Because, Holding, Lying } from './holding';

/** Somebody whose rights are looked through; the `area` is that of the first right that concerns us. */
interface Holder extends Lying {
  readonly grants: readonly StoredGrant[];
}

/** What is kept of a right that has been extended: it is a use of somebody's data, and they can read it. */
export type RecordExtension = (because: Because, person: string, grant: StoredGrant, area: string) => Promise<void>;

/**
 * Whether a right goes along: it counts now, lies in an area that ends, and did not come from this very change. Pure.
 */
export function goesAlong({ until, change, area }: StoredGrant, { passage, now, ...because }: Because): boolean {
  return passage.heirs.has(area) && change !== because.change && (!until || until > now);
}

/**
 * Rights of areas that end also count in the areas that come in their place; the old one stays, for what is held and for
 * what happened there. So nobody loses sight of anything, and whoever gains it is counted and told.
 */
export function grantHolding(grants: ExtendedGrants, recordExtension: RecordExtension): Holding<Holder> {
  return {
    name: 'grants',
    async find({ county, ending, after, limit }) {
      const found = await grants.holdersIn(county, ending, after, limit);
      return found.map((one) => {
        const area = one.grants.find((grant) => ending.includes(grant.area))?.area ?? '';
        return { _id: one.person, area, grants: one.grants };
      });
    },
    async move({ _id: person, grants: held }, _to, because) {
      const { county, change, by, now: at, passage } = because;
      let any = false;
      for (const grant of held.filter((one) => goesAlong(one, because))) {
        for (const area of passage.heirs.get(grant.area) ?? []) {
          // recorded first: a crash in between leaves a row too many, never a right that nobody knows of
          await recordExtension(because, person, grant, area);
          if (await grants.extend({ county, person, grant, area, change, by, at })) any = true;
        }
      }
      return any;
    },
  };
}

/** Whether a right of an area reaches further once the area has become part of a larger one. Pure. */
export function isWidened(area: string, { heirs }: Because['passage']): boolean {
  const [heir] = heirs.get(area) ?? [];
  return [...heirs].filter(([, [first]]) => first === heir).length > 1;
}
