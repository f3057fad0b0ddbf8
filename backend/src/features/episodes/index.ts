export type { Episode } from './episode';
export type { EpisodeDeps, NeedOfHousehold } from './episode.deps';
export { type EpisodeHandlers, episodeHandlers } from './episode.handlers';
export { episodeRoutes } from './episode.routes';
export { episodes } from './episodes';
export { openEpisode } from './open-episode';
