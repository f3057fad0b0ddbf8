import type { Beds } from '../../quarantine';

/** A site of these stories, with beds kept in memory. */
export interface SomeSite {
  readonly site: string;
  readonly name: string;
  readonly area: string;
  readonly rooms: number;
}

/** Beds as the sites feature gives them: one a holder, none twice, and only while there is one. */
export interface SomeBeds extends Beds {
  /** Puts other sites up and forgets every holder. */
  reset(sites: readonly SomeSite[]): void;
  /** Who holds a bed of a site. */
  heldAt(site: string): readonly string[];
  /** Reservations run out without anybody having come. */
  runOut(): void;
  /** Who has moved in, and never moves out in these stories. */
  livesAt(site: string): readonly string[];
}

/** @param until when a reservation runs out, by the clock of the story */
export function someBeds(until: () => Date): SomeBeds {
  let sites: readonly SomeSite[] = [];
  /** Holder to the place that it has. */
  const held = new Map<string, { readonly site: string; readonly place: number }>();
  const moved = new Set<string>();
  const at = (site: string) => [...held].filter(([, one]) => one.site === site);
  const room = (site: string, place: number) => ({ room: `${site}-${place}`, label: `${place + 1}01` });
  return {
    async keep({ site, for: holder }) {
      const there = held.get(holder);
      if (there) return there.site === site ? { ...room(site, there.place), until: until() } : undefined;
      const taken = new Set(at(site).map(([, { place }]) => place));
      const rooms = sites.find((one) => one.site === site)?.rooms ?? 0;
      const place = Array.from({ length: rooms }, (_, one) => one).find((one) => !taken.has(one));
      if (place === undefined) return undefined;
      held.set(holder, { site, place });
      return { ...room(site, place), until: until() };
    },
    async giveBack(_county, holder) {
      if (!moved.has(holder)) held.delete(holder);
    },
    takenBy: async () => undefined,
    async moveIn(_county, holder, site) {
      const there = held.get(holder);
      if (there?.site !== site) return undefined;
      moved.add(holder);
      return room(site, there.place);
    },
    list: async () =>
      sites.map(({ site, name, area, rooms }) => {
        const free = rooms - at(site).length;
        return { site, name, area, rooms, free, low: free * 10 < rooms };
      }),
    reset(list) {
      sites = list;
      held.clear();
      moved.clear();
    },
    heldAt: (site) => at(site).map(([holder]) => holder),
    runOut() {
      for (const holder of held.keys()) if (!moved.has(holder)) held.delete(holder);
    },
    livesAt: (site) => at(site).flatMap(([holder]) => (moved.has(holder) ? [holder] : [])),
  };
}
