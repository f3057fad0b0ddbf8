import type { RightEnd } from './same-person';

/** One quarantine of somebody who has several, because two records are one person. */
export interface JoinedEnd {
  readonly id: string;
  /** Its own end, by its own days. */
  readonly endsAt: Date;
  /** `RELEASED`: by its days, since they are one person. `GONE`: otherwise, or before; it says nothing about the others. */
  readonly standing: 'OPEN' | 'RELEASED' | 'GONE';
}

/** What holds for one of them: its own days, or those of the one that decides. */
export type HeldEnd =
  | { readonly how: 'OWN' }
  /** Not before that one is released. */
  | { readonly how: 'WAIT'; readonly behind: JoinedEnd }
  /** That one was released: so is this. */
  | { readonly how: 'FOLLOW'; readonly behind: JoinedEnd };

const own: HeldEnd = { how: 'OWN' };

/**
 * Of several quarantines of one person the latest end holds, until an investigator says which one is right (handbook
 * 2.11). Nobody is released early: one that ends sooner waits for the one that decides, however its own days run; one
 * that was revoked, handed over or never counted decides nothing. Of two that end at once the greater id decides. Pure.
 */
export function heldEnd(id: string, all: readonly JoinedEnd[], rightEnds: readonly RightEnd[]): HeldEnd {
  const said = rightEnds.filter(({ episode }) => isCounted(all.find((one) => one.id === episode)));
  const chosen = said.find(({ over, episode }) => over.includes(id) && episode !== id);
  const decides = chosen
    ? all.find((one) => one.id === chosen.episode)
    : latestOf(all.filter((one) => one.id === id || !said.some(({ over }) => over.includes(one.id))));
  if (!decides || decides.id === id) return own;
  return { how: decides.standing === 'OPEN' ? 'WAIT' : 'FOLLOW', behind: decides };
}

const isCounted = (one: JoinedEnd | undefined) => one !== undefined && one.standing !== 'GONE';

function latestOf(all: readonly JoinedEnd[]): JoinedEnd | undefined {
  const counted = all.filter(isCounted);
  return counted.sort((a, b) => b.endsAt.getTime() - a.endsAt.getTime() || (a.id < b.id ? 1 : -1))[0];
}
