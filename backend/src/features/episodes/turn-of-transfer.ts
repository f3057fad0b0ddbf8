import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';
import { episodes } from './episodes';

/** Somebody in quarantine who was not at the pick-up, or whom an ambulance took over on the way. */
export interface TurnOfTransfer {
  readonly county: string;
  /** The traveller. */
  readonly about: string;
  readonly how: 'NOT_THERE' | 'TO_120';
  /** How the person was looked for. */
  readonly tried: readonly string[];
  /** The same turn is followed once. */
  readonly because: string;
}

/**
 * Absent from a quarantine that runs, or on medical leave (handbook 2.3, 2.4); one that has not begun is left alone.
 * @returns whether a quarantine sees to it
 */
export async function turnOfTransfer(deps: EpisodeDeps, turn: TurnOfTransfer): Promise<boolean> {
  let isSeenTo = false;
  const { county, about, how, tried, because } = turn;
  for (const _id of await episodeRepository(deps.connection).openIdsOf(county, about)) {
    const episode = { county, _id };
    const isTheirs =
      how === 'TO_120'
        ? await episodes(deps).follow(episode, 'takenBy120', { because })
        : await episodes(deps).follow(episode, 'markAbsent', { because, reason: 'NOT_AT_TRANSFER', body: { tried } });
    isSeenTo = isSeenTo || isTheirs;
  }
  return isSeenTo;
}
