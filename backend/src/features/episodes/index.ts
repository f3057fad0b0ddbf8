export { applyRecount, type RecountOrder } from './apply-recount';
export { type CountedEpisode, countedEpisodes, namesOfEpisodes, whoIsInQuarantine } from './counted-episodes';
export type { Episode, HealthWords } from './episode';
export type { CodeClearing, EpisodeDeps, NeedOfHousehold } from './episode.deps';
export { type EpisodeHandlers, episodeHandlers } from './episode.handlers';
export { episodeRoutes } from './episode.routes';
export { episodes } from './episodes';
export { fenceQuarantines } from './fence-quarantines';
export { followRoom } from './follow-room';
export { guestsOf } from './guests';
export { lateEpisodeFacts } from './late-episode-facts';
export { lookAtEndsOf } from './look-at-end';
export { openEpisode } from './open-episode';
export { openQuarantinesOf } from './open-quarantines';
export { codeToAsk, quarantinesAtHome } from './quarantines-at-home';
export {
  diedInQuarantine,
  type OpenQuarantine,
  quarantinesIn,
  quarantinesOfPeople,
  withQuarantines,
} from './quarantines-of-people';
export { alarmsIn } from './report-doubts.rules';
export { revokeContact } from './revoke-contact';
export { type TurnOfTransfer, turnOfTransfer } from './turn-of-transfer';
export { visibleInQuarantine } from './visible-person';
