export { ruleOn } from '@grid-relief/shared-types/quarantine/rule-on';
export type { Beds, BedWish, FollowRoom, KeptBed, SiteBeds, SiteRoom, SiteRooms } from './beds';
export {
  type Contact,
  type CountyJudgement,
  type Judgement,
  rowFor,
  type SpecialGroup,
  type TravellerFacts,
} from './candidates.rules';
export { type EpisodeCount, type EpisodePlan, type PlannedTest, phaseAt, planOf } from './day-counting.rules';
export { dueOn, missedBy, type TestLine, testLines } from './due-tests.rules';
export {
  atHome,
  type FetchedPerson,
  type TransferDesk,
  type TransferOpening,
  type TripStanding,
  travelsClosed,
} from './fetching';
export { feverTenthsOf } from './fever.rules';
export { homeVerdict } from './home-conditions.rules';
export { type HeldEnd, heldEnd, type JoinedEnd } from './joined-ends.rules';
export { isOfSites } from './of-sites.rules';
export type {
  CaseFound,
  CodeDesk,
  CodeRequestOpening,
  ContactDesk,
  ContactFinding,
  EpisodeOpening,
  HasDied,
  HomeEventDesk,
  HomeEventOpening,
  IsCountedOtherwise,
  JudgementAt,
  LinkMove,
  MoveLink,
  OpenEpisode,
  OpenInvestigation,
  RefusalDesk,
  RefusalOpening,
  RegisterWalkIn,
  RevokeContact,
  WalkInFinding,
  WhoIsIn,
} from './opening';
export { presets } from './policies/presets/all';
export {
  type Basis,
  type Change,
  type NewRule,
  type OpenEpisode as OpenEpisodeFacts,
  type Recount,
  recount,
  ruleOf,
  ruleUnder,
  startUnder,
} from './recount.rules';
export { listOf, type MoveKind, previewOf } from './recount-preview.rules';
export { type BlockReason, blockReasons, type EpisodeFacts, type ReleaseVerdict, releaseAt } from './release.rules';
export type { EveryName, EveryNameOf, JoinedPeople, OutrunMerges, RightEnd, SamePerson } from './same-person';
export { type AskedDay, selfTestDays } from './self-test-days.rules';
export type { Place, RiskArea, Stay } from './stays.rules';
export type { Swab } from './swab-days.rules';
export { triage, type Verdict } from './triage.rules';
export type { Question } from './triage-questions.rules';
export { type Reason, reasonOf } from './triage-reason.rules';
