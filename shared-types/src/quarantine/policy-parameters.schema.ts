import { Day } from '../primitives/instants';
import * as z from '../zod';

const count = (most: number) => z.int().check(z.gte(0), z.lte(most));
const hours = z.int().check(z.gte(1), z.lte(240));
const days = z.int().check(z.gte(1), z.lte(60));

/** Whether day 1 is the day after the anchor, or the anchor's own day (handbook 9.1). The end is the same under both. */
export const DayOneRule = z.enum(['NEXT_DAY', 'ANCHOR_DAY']);
export type DayOneRule = z.infer<typeof DayOneRule>;

export const TestKind = z.enum(['NUCLEIC', 'ANTIGEN']);
export type TestKind = z.infer<typeof TestKind>;

/** Antigen self-tests of people in quarantine and in sealed or controlled areas (handbook 5, row "Antigen"). */
export const AntigenRule = z.strictObject({
  /** Not before this day: the tests were on sale from then on. */
  from: Day,
  /** Days of the count, 1 the first; empty: the county's own plan says when. */
  onDays: z.array(days).check(z.maxLength(60)),
  /** Also with the landing test of everybody. */
  atLanding: z.boolean(),
});
export type AntigenRule = z.infer<typeof AntigenRule>;

/** After how many quiet days a level falls (handbook 5, row "Area step-down"). */
export const AreaStepDown = z.strictObject({
  /** A sealed area opens: days without a case, days since the last contact's exposure or since it was moved away … */
  sealedQuietDays: z.optional(days),
  lastContactDays: z.optional(days),
  lastContactMovedDays: z.optional(days),
  /** … and everybody negative within so many days before. */
  allNegativeWithinDays: z.optional(days),
  highToMediumDays: z.optional(days),
  /** A medium area that was high before. */
  mediumAfterHighToLowDays: z.optional(days),
  mediumToLowDays: z.optional(days),
});

/** What people of a zone or of a risk area may not do (handbook 5, row "Zone rule"). */
export const Movement = z.enum(['NOBODY_LEAVES_HOME', 'NOBODY_LEAVES_AREA', 'NO_GATHERINGS']);
export const ZoneRule = z.strictObject({
  zone: z.enum(['SEALED', 'CONTROLLED', 'GUARDED', 'HIGH', 'MEDIUM', 'LOW']),
  movement: Movement,
});

/** How many of a home may go out, and how often; a zone without an entry is free (handbook 5.5). */
export const CompoundQuota = z.strictObject({
  zone: z.enum(['SEALED', 'CONTROLLED']),
  persons: count(10),
  everyDays: days,
});

/** Checks that came and went with a date (handbook 5.4). Each holds until the end of its last Shanghai day. */
export const DatedChecks = z.strictObject({
  tripCodeStarUntil: Day,
  tripCardUntil: Day,
  /** How far back the trip card looked: the entry with the latest `from` that has come. */
  tripCardWindows: z.array(z.strictObject({ from: Day, days })).check(z.minLength(1), z.maxLength(20)),
  controlledFourUntil: Day,
});

/** Yellow to green: so many tests within so many days, so far apart, and the county's answer (handbook 5.6). */
export const CodeClearing = z.strictObject({ tests: days, withinDays: days, hoursApart: hours, answerHours: hours });

/** Needs of testing and investigation, from which a day's gap is worked out (handbook 5.5). */
export const Capacities = z.strictObject({
  peoplePerSamplingPoint: z.strictObject({ atLeast: count(100_000), atMost: count(100_000) }),
  peoplePerSampler: count(10_000),
  investigationReportHours: hours,
  investigationPathHours: hours,
  investigationFirstReportHours: hours,
  newCasesPerInvestigatorPerDay: count(100),
});

/** How long records are kept after their end (handbook 5.4); never shorter than look-back plus back-tracking. */
export const RetentionDays = z.strictObject({ scans: count(366), doorEvents: count(366), episodes: count(366) });

/**
 * Single figures of a policy set; the unit is part of the name (handbook 5 and 5.4 to 5.6). What the router and the
 * deliveries use stands beside them, not here.
 */
export const PolicyParameters = z.strictObject({
  dayOneRule: DayOneRule,
  /** Where the swab is taken. */
  swabSite: z.enum(['NASAL', 'THROAT']),
  feverCelsius: z.number().check(z.gte(35), z.lte(42)),
  /** A negative proof that is older does not count. */
  proofHours: hours,
  /** So long before arrival a report is asked for; a later one is accepted and flagged. */
  advanceNoticeHours: hours,
  advanceNoticeHoursChoices: z.array(hours).check(z.maxLength(10)),
  poolSize: z.int().check(z.gte(1), z.lte(20)),
  /** "24 hours apart" is between the instants of sampling, never between dates (handbook 5.2). */
  hoursBetweenTests: hours,
  /** At this hour of the Shanghai day a test day without a swab is passed on (handbook 9.1). */
  missedTestHour: z.int().check(z.gte(0), z.lte(23)),
  /** Contacts of a case are looked for so far back from onset or sampling; and what is usually done. */
  contactLookBackDays: days,
  contactLookBackUsualDays: z.optional(days),
  /** A new level also holds for stays so many days before it; absent: from the moment of the level on. */
  backTrackingDays: z.optional(days),
  antigen: AntigenRule,
  areaStepDown: AreaStepDown,
  zoneRules: z.array(ZoneRule).check(z.maxLength(20)),
  compoundQuotas: z.array(CompoundQuota).check(z.maxLength(20)),
  checks: DatedChecks,
  codeClearing: CodeClearing,
  capacities: Capacities,
  retentionDays: RetentionDays,
});
export type PolicyParameters = z.infer<typeof PolicyParameters>;
