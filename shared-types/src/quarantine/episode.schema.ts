import {
  quarantineEpisodeLifecycle as machine,
  moveReasons,
} from '../lifecycles/quarantine/quarantine-episode.lifecycle';
import { SamePersonView } from '../person-merges/person-merge.schema';
import { AreaId } from '../primitives/areas';
import { FileId, RecordId } from '../primitives/ids';
import { Day, Instant } from '../primitives/instants';
import * as z from '../zod';
import { HalfDay, healthFields, ReportDoubt, SelfTestDay } from './health-report.schema';
import { HomeCondition } from './home-conditions.schema';
import { PhaseKind, QuarantineCategory } from './policy-set.schema';
import { SupplyGood } from './supply.schema';

export const EpisodeState = z.enum(machine.states as [string, ...string[]]);

/** How the viewer stands to somebody's quarantine; it decides what is shown. */
export const EpisodePart = z.enum(['PERSON', 'GRID', 'SITE', 'DOCTOR', 'SAMPLER', 'LAB', 'INVESTIGATOR']);
export type EpisodePart = z.infer<typeof EpisodePart>;

/** A test of an episode: the landing test, or a day of a phase. SUPERSEDED: another category has taken its place. */
export const TestView = z.object({
  what: z.enum(['LANDING', 'DAY']),
  phase: z.int(),
  day: z.int(),
  date: Day,
  from: Instant,
  until: Instant,
  swabs: z.int(),
  swabsTaken: z.int(),
  state: z.enum([
    ...(['AHEAD', 'DUE', 'MISSED', 'RESULT_PENDING', 'NEGATIVE', 'POSITIVE'] as const),
    ...(['DROPPED', 'NOT_APPLICABLE', 'SUPERSEDED'] as const),
  ]),
  isLate: z.boolean(),
});
export type TestView = z.infer<typeof TestView>;

export const PhaseView = z.object({
  kind: PhaseKind,
  stayIn: z.boolean(),
  countedFrom: Instant,
  endsAt: Instant,
});

/** "Day 5 of 14, 9 to go": by Shanghai days, the whole quarantine with all its phases. */
export const DayCount = z.object({ number: z.int(), of: z.int(), left: z.int() });

export const ReportView = z.object({
  opId: RecordId,
  day: Day,
  half: HalfDay,
  at: Instant,
  how: z.enum(['SELF', 'PHONE']),
  doubts: z.array(ReportDoubt),
  temperatureTenths: z.optional(healthFields.temperatureTenths),
  symptoms: z.optional(healthFields.symptoms),
  selfTest: healthFields.selfTest,
});
export type ReportView = z.infer<typeof ReportView>;

export const BlockReason = z.enum([
  ...(['TEST_MISSED', 'RESULT_INVALID', 'RESULT_PENDING', 'SITE_SAMPLES_PENDING', 'LINKED_CONTACT_PENDING'] as const),
]);
/** What an end waits for, who sees to it, and until when. */
export const BlockView = z.object({
  reason: BlockReason,
  reasons: z.array(BlockReason),
  owner: z.string(),
  since: Instant,
  dueAt: z.optional(Instant),
});

/** Somebody in quarantine in the same home. */
export const LinkedView = z.object({
  id: RecordId,
  nameMasked: z.string(),
  state: EpisodeState,
  endsAt: Instant,
});

export const SwabView = z.object({
  id: RecordId,
  takenAt: Instant,
  kit: z.optional(z.string()),
  result: z.optional(z.enum(['NEGATIVE', 'POSITIVE', 'INVALID'])),
});

/** The supply clock as its household and its grid see it. */
export const SupplyView = z.object({
  id: RecordId,
  state: z.string(),
  revision: z.int(),
  goods: z.array(z.object({ good: SupplyGood, runsOutAt: Instant })),
  soonest: z.optional(SupplyGood),
  silentSince: z.optional(Instant),
  actions: z.array(z.string()),
});
export type SupplyView = z.infer<typeof SupplyView>;

/** How somebody comes home from a site. */
export const WayHome = z.enum(['OWN', 'FETCHED']);
export type WayHome = z.infer<typeof WayHome>;

/** One person's quarantine, as this viewer may see it (handbook 2.3, 9). Name and phone are masked for everybody. */
export const EpisodeView = z.object({
  id: RecordId,
  state: EpisodeState,
  revision: z.int(),
  part: EpisodePart,
  nameMasked: z.string(),
  /** The person itself, by its own account. */
  self: z.optional(z.literal(true)),
  area: AreaId,
  areaName: z.string(),
  category: z.optional(QuarantineCategory),
  policy: z.optional(z.object({ code: z.string(), version: z.int() })),
  placement: z.optional(PhaseKind),
  phase: z.int(),
  phases: z.array(PhaseView),
  day: DayCount,
  foundAt: Instant,
  endsAt: Instant,
  /** The end of another quarantine of the same person: nobody is released before that one is. */
  heldUntil: z.optional(Instant),
  /** Other records of the same person, for whoever looks after them too. */
  samePerson: z.optional(SamePersonView),
  tests: z.array(TestView),
  swabs: z.array(SwabView),
  reports: z.optional(z.array(ReportView)),
  /** Days with a self-test up to today, oldest first. */
  selfTests: z.optional(z.array(SelfTestDay)),
  /** Whose report of today is still missing, from when on it is. */
  reportDue: z.optional(z.object({ half: HalfDay, by: Instant, isLate: z.boolean() })),
  block: z.optional(BlockView),
  alert: z.optional(z.object({ since: Instant, dueAt: z.optional(Instant), because: z.optional(z.array(z.string())) })),
  home: z.optional(z.object({ signed: z.array(z.enum(['GRID', 'DOCTOR'])), missing: z.array(HomeCondition) })),
  verdict: z.optional(z.enum(['HOME', 'CENTRAL'])),
  /** The notice as it was signed, for whoever may open the photo. */
  noticePhoto: z.optional(FileId),
  stay: z.optional(z.object({ site: z.optional(z.string()), room: z.optional(z.string()) })),
  moveTo: z.optional(z.enum(['HOME', 'CENTRAL'])),
  wayHome: z.optional(WayHome),
  linked: z.array(LinkedView),
  supply: z.optional(SupplyView),
  /** Whom to call: the duty phone of the grid. */
  gridPhone: z.optional(z.string()),
  since: Instant,
  dueAt: z.optional(Instant),
  actions: z.array(z.string()),
});
export type EpisodeView = z.infer<typeof EpisodeView>;

/** What somebody has to do about an episode today. */
export const episodeTodos = [
  ...(['SYMPTOM', 'SEARCH', 'MOVE', 'BREACH', 'ASSESS', 'START', 'BLOCKED', 'MISSED_TEST'] as const),
  ...(['CALL_REPORT', 'CALL_SILENT', 'SUPPLY', 'TEST', 'RELEASE_TODAY', 'RESULT'] as const),
] as const;
export const EpisodeTodo = z.enum(episodeTodos);
export type EpisodeTodo = z.infer<typeof EpisodeTodo>;

/** A row of a list: masked, without anything medical. */
export const EpisodeRow = z.object({
  id: RecordId,
  state: EpisodeState,
  revision: z.int(),
  nameMasked: z.string(),
  area: AreaId,
  areaName: z.string(),
  doorCode: z.optional(z.string()),
  placement: z.optional(PhaseKind),
  day: DayCount,
  endsAt: Instant,
  todos: z.array(z.object({ what: EpisodeTodo, by: z.optional(Instant), isLate: z.boolean() })),
  testsDue: z.int(),
  /** Two swabs with two kits. */
  isDouble: z.boolean(),
  /** In the same home, by masked name. */
  linked: z.int(),
  actions: z.array(z.string()),
});
export type EpisodeRow = z.infer<typeof EpisodeRow>;

export const MoveReason = z.enum(moveReasons);
