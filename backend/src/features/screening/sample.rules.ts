import { callbackPercent } from '@grid-relief/shared-types/lifecycles/quarantine/screening-campaign.lifecycle';

/** What is drawn from. */
export interface Drawn {
  readonly _id: string;
  readonly county: string;
  readonly detail: { readonly grid: string };
}

/**
 * Every tenth home of each grid, at least one: nobody chooses which, and whoever draws again draws the same. Pure.
 * @param placeOf where a home stands in the draw: a hash, so that nobody at the doors knows whose turn it will be
 */
export function sampleOf<D extends Drawn>(done: readonly D[], placeOf: (one: D) => string): D[] {
  const grids = new Map<string, { readonly one: D; readonly place: string }[]>();
  for (const one of done) {
    const own = grids.get(one.detail.grid) ?? [];
    own.push({ one, place: placeOf(one) });
    grids.set(one.detail.grid, own);
  }
  return [...grids.values()].flatMap((own) => {
    const sorted = own.sort((a, b) => (a.place < b.place ? -1 : 1));
    return sorted.slice(0, Math.ceil((own.length * callbackPercent) / 100)).map(({ one }) => one);
  });
}
