import type { Player } from '../role-matrix/cast';

/** All of them in the long run: `GRID_RELIEF_OTHERS=all`; otherwise one of every third standing, another one in turn. */
const wantsAll = process.env.GRID_RELIEF_OTHERS === 'all';
/** Of the standings, so many with each operation, in turn. */
const oneIn = wantsAll ? 1 : 3;

/** How somebody stands to a record; of those who have nothing to do with it, what keeps them from it. */
function standingOf({ name, stands }: Player): string {
  return stands.length > 0 ? JSON.stringify(stands) : name.replace(/^\w+ (elsewhere|until yesterday|abroad)$/, '$1');
}

/** Players by how they stand: whoever stands alike is let in or kept out by the same rule. */
export function byStanding(players: readonly Player[]): ReadonlyMap<string, readonly Player[]> {
  const groups = new Map<string, Player[]>();
  for (const player of players) {
    const standing = standingOf(player);
    groups.set(standing, [...(groups.get(standing) ?? []), player]);
  }
  return groups;
}

/** How many others are tried at least with each operation, of so many standings: whoever did it may have been alone in theirs. */
export const othersAtLeast = (standings: number): number => Math.floor((standings - 1) / oneIn);

/** @param turn which of those who stand alike: over many operations everybody has one */
export function othersThan({ id }: Player, players: readonly Player[], turn: number): Player[] {
  const others = players.filter((one) => one.id !== id);
  if (wantsAll) return others;
  return [...byStanding(others).values()]
    .filter((_, nth) => (nth + turn) % oneIn === 0)
    .flatMap((alike) => alike[Math.floor(turn / oneIn) % alike.length] ?? []);
}
