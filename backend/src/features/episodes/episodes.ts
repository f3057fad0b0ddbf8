import type { Connection } from 'mongoose';
import { type ActingOn, actingOn, recordModel } from '../../acting';
import { careVerbs } from './care.verbs';
import { endingVerbs } from './ending.verbs';
import { type Episode, type EpisodeAction, type EpisodeBody, machine } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { maySeeEpisode } from './episode.policy';
import { healthVerbs } from './health.verbs';
import { phaseEndVerbs } from './phase-end.verbs';
import { placementVerbs } from './placement.verbs';
import { testingVerbs } from './testing.verbs';

export type Episodes = ActingOn<Episode, EpisodeAction, EpisodeBody>;

export const episodeCollection = (connection: Connection) => recordModel(connection, 'episodes').collection;

/**
 * Quarantines and what is done to them (handbook 2.3).
 * @throws Problem from `act` beside the engine's: invalid-input; transition-not-allowed with what to do instead
 */
export function episodes(deps: EpisodeDeps): Episodes {
  return actingOn({
    ...{ kind: 'QUARANTINE_EPISODE', machine, deps, maySee: maySeeEpisode },
    collection: episodeCollection(deps.connection),
    verbs: { ...placementVerbs, ...healthVerbs, ...testingVerbs, ...careVerbs, ...phaseEndVerbs, ...endingVerbs },
  });
}
