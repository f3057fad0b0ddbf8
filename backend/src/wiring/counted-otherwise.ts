import { countedEpisodes, type EpisodeDeps } from '../features/episodes';
import { type IsCountedOtherwise, recount } from '../features/quarantine';

/** Holds a new verdict of a chain against the quarantine that it has opened; an investigator decides what is done about it. */
export function isCountedOtherwise(deps: EpisodeDeps): IsCountedOtherwise {
  return async ({ county, episodes, next, at }) => {
    for await (const { facts } of countedEpisodes(deps, county, episodes)) {
      const { kind } = recount(facts, next, { at });
      if (kind !== 'UNCHANGED' && kind !== 'LEFT_TO_PLACE') return true;
    }
    return false;
  };
}
