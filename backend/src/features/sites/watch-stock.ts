import type { Site } from './site';
import { type CountedRoom, siteRepository } from './site.repository';
import { sites } from './sites';
import type { SiteDeps } from './sites.deps';
import { type Stock, stockMove } from './stock.rules';

/** So often it is counted again because something moved meanwhile; whatever moves later looks once more. */
const rounds = 5;

/** How much room a site has. Pure. */
export function stockOf({ state, detail }: Pick<Site, 'state' | 'detail'>, found: readonly CountedRoom[]): Stock {
  const free = found.filter((room) => room.state === 'CLEAN').length;
  return { state, free, rooms: found.length, threshold: detail.threshold };
}

/**
 * Counts the clean rooms of a site and writes down that it has run low, or has recovered. Counted again after writing:
 * a room that went or came in between is not overlooked.
 */
export async function watchStock(deps: SiteDeps, county: string, id: string): Promise<void> {
  const stored = siteRepository(deps.connection);
  for (let round = 0; round < rounds; round++) {
    const site = await stored.site(county, id);
    if (!site) return;
    const stock = stockOf(site, await stored.countedOf(county, id));
    const move = stockMove(stock);
    if (!move) return;
    await sites(deps).follow(site, move, { because: String(site.revision) });
  }
}
