import type { OtherWorks } from '../deliveries';
import { isEpisodeOver } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';

/** Facts about somebody in quarantine that were too late for it: they move nothing any more, and are read. */
export function lateEpisodeFacts({ connection }: Pick<EpisodeDeps, 'connection'>): OtherWorks {
  return {
    QUARANTINE_EPISODE: {
      find: (county, id) => episodeRepository(connection).byId(county, id),
      catchesUp: ({ state }) => (isEpisodeOver({ state }) ? 'ENDED' : 'ALREADY_SO'),
      act: async () => undefined,
    },
  };
}
