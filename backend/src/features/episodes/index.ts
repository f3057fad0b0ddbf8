export { applyRecount, type RecountOrder } from './apply-recount';
export { type CountedEpisode, countedEpisodes, namesOfEpisodes, whoIsInQuarantine } from './counted-episodes';
export type { Episode, HealthWords } from './episode';
export type { CodeClearing, EpisodeDeps, NeedOfHousehold } from './episode.deps';
export { type EpisodeHandlers, episodeHandlers } from './episode.handlers';
export { episodeRoutes } from './episode.routes';
export { episodes } from './episodes';
export { openEpisode } from './open-episode';
export { alarmsIn } from './report-doubts.rules';
