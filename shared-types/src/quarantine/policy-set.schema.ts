import { Day } from '../primitives/instants';
import * as z from '../zod';
import { PolicyParameters, TestKind } from './policy-parameters.schema';

/**
 * Why somebody is looked after (handbook 5, one row each). REST_OF_COUNTY_STAY is a place of a county that has high- or
 * medium-risk areas elsewhere; a set without that row treats it as LOW_RISK_STAY.
 */
export const quarantineCategories = [
  'CLOSE_CONTACT',
  'CLOSE_CONTACT_SPECIAL',
  'SECOND_CONTACT',
  'GENERAL_CONTACT',
  'OVERSEAS',
  'DISCHARGED',
  'HIGH_RISK_STAY',
  'MEDIUM_RISK_STAY',
  'REST_OF_COUNTY_STAY',
  'LOW_RISK_STAY',
  'CITY_WITH_CASES',
  'OTHER_PROVINCE',
] as const;
export const QuarantineCategory = z.enum(quarantineCategories);
export type QuarantineCategory = z.infer<typeof QuarantineCategory>;

/** CENTRAL and HOME: nobody leaves. MONITORING: few outings, or none where the phase says stay in. */
export const PhaseKind = z.enum(['CENTRAL', 'HOME', 'MONITORING']);
export type PhaseKind = z.infer<typeof PhaseKind>;

const dayNumber = z.int().check(z.gte(1), z.lte(60));
const isRising = (days: readonly number[]) => days.every((day, i) => day > (days[i - 1] ?? 0));

/**
 * A part of a quarantine. `days` are stretches of 24 hours; `testDays` are calendar days of the phase, 1 the first. The
 * last swab is never taken before the last day (handbook 9.1), so a phase that tests at all tests on its last day.
 */
export const Phase = z
  .strictObject({
    kind: PhaseKind,
    days: dayNumber,
    testDays: z.array(dayNumber).check(z.maxLength(60)),
    /** On the last day two swabs with two kits, together. */
    hasDoubleSampling: z.boolean(),
    /** Nobody goes out, medical care excepted; always true of CENTRAL and HOME. */
    stayIn: z.boolean(),
    /** Where home is not possible, a hostel will do. */
    orHostel: z.optional(z.literal(true)),
  })
  .check(
    z.refine(({ testDays }) => isRising(testDays), 'test days rise'),
    z.refine(
      ({ testDays, days }) => testDays.length === 0 || testDays.at(-1) === days,
      'the last test is on the last day',
    ),
    z.refine(
      ({ testDays, hasDoubleSampling }) => !hasDoubleSampling || testDays.length > 0,
      'double sampling of nothing',
    ),
    z.refine(({ kind, stayIn }) => stayIn || kind === 'MONITORING', 'whoever is in quarantine stays in'),
  );
export type Phase = z.infer<typeof Phase>;

/** The instant from which days are counted: last exposure, leaving the area (or hospital), entry (handbook 5.1). */
export const CountFrom = z.enum(['EXPOSURE', 'LEFT_AREA', 'ENTRY']);
export type CountFrom = z.infer<typeof CountFrom>;

/** What the province is asked for; the product never sets a code itself. */
export const CodeAsked = z.enum(['RED', 'YELLOW', 'NONE']);
export type CodeAsked = z.infer<typeof CodeAsked>;

/** Links of the chain from the first word to release (handbook 2.2). */
export const chainLinks = [
  'ACKNOWLEDGEMENT',
  'LANDING_TEST',
  'TRANSFER',
  'PLACEMENT',
  'CODE_REQUEST',
  'NOTICE',
  'DELIVERY_PLAN',
  'SENSOR',
  'EPISODE',
  'TRACKER',
] as const;
export const ChainLink = z.enum(chainLinks);
export type ChainLink = z.infer<typeof ChainLink>;

/** Being followed without quarantine: so many days from arrival, so many tests, the landing test among them. */
export const TrackerRule = z.strictObject({
  days: dayNumber,
  tests: z.int().check(z.gte(0), z.lte(30)),
  /** Who lives here keeps to the home meanwhile, who does not to a hotel for which the host answers. */
  stayIn: z.boolean(),
});
export type TrackerRule = z.infer<typeof TrackerRule>;

/** Where a figure comes from, in words: an edition, a notice with place and date, common knowledge, or "ours". */
export const Source = z.strictObject({
  of: z.string().check(z.minLength(1), z.maxLength(80)),
  from: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type Source = z.infer<typeof Source>;

/** What a category means under a policy set: one row of the table of handbook 5. */
export const PolicyRule = z
  .strictObject({
    category: QuarantineCategory,
    /** First and last Shanghai day, where a row changed while its set stood. */
    validFrom: z.optional(Day),
    validTo: z.optional(Day),
    /** The set leaves this to the place: nothing is asked for by itself, a person decides. */
    isLocal: z.boolean(),
    /** An exposure counts while its Shanghai day lies no more than so many days back. */
    lookBackDays: z.int().check(z.gte(0), z.lte(90)),
    countFrom: CountFrom,
    code: CodeAsked,
    /** Asked for when the tests were not taken. */
    codeOnMiss: z.optional(CodeAsked),
    links: z.array(ChainLink).check(z.maxLength(chainLinks.length)),
    phases: z.array(Phase).check(z.maxLength(4)),
    landing: z.array(TestKind).check(z.maxLength(TestKind.options.length)),
    needsProof: z.boolean(),
    tracker: z.optional(TrackerRule),
    /** In place within so many hours of being known. */
    transferHours: z.optional(z.int().check(z.gte(1), z.lte(72))),
    /** Released only when the contact behind it was negative twice; otherwise looked after as another category. */
    linkedContact: z.optional(z.strictObject({ negativeTests: z.literal(2), otherwiseAs: QuarantineCategory })),
    /** What a person should know and no rule decides. */
    notes: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(20)),
    sources: z.array(Source).check(z.minLength(1), z.maxLength(20)),
  })
  .check(
    z.refine(({ code, links }) => (code !== 'NONE') === links.includes('CODE_REQUEST'), 'a code is a link'),
    z.refine(({ phases, links }) => phases.length > 0 === links.includes('EPISODE'), 'phases are an episode'),
    z.refine(({ tracker, links }) => (tracker !== undefined) === links.includes('TRACKER'), 'a tracker is a link'),
    z.refine(({ landing, links }) => landing.length > 0 === links.includes('LANDING_TEST'), 'a landing test is a link'),
    z.refine(
      ({ transferHours, links }) => (transferHours !== undefined) === links.includes('TRANSFER'),
      'a transfer has a limit',
    ),
  );
export type PolicyRule = z.infer<typeof PolicyRule>;

const overlap = (one: PolicyRule, other: PolicyRule) =>
  (one.validFrom ?? '') <= (other.validTo ?? '9999') && (other.validFrom ?? '') <= (one.validTo ?? '9999');
const isUnambiguous = (rules: readonly PolicyRule[]) =>
  rules.every((rule, i) =>
    rules.slice(i + 1).every((other) => other.category !== rule.category || !overlap(rule, other)),
  );

/**
 * Everything quarantine is decided by, as data with a code and a time of validity. A county names its set; an episode
 * keeps the code and version it was planned by. A category without a row does not exist under the set.
 */
export const PolicySet = z.strictObject({
  code: z.string().check(z.regex(/^[A-Z][A-Z0-9_]{2,39}$/, 'code')),
  version: z.int().check(z.gte(1)),
  /** First and last Shanghai day; absent: not known, or still open. */
  validFrom: z.optional(Day),
  validTo: z.optional(Day),
  /** A county can name it; the sets of late 2022 are there to look at. */
  enabled: z.boolean(),
  rules: z.array(PolicyRule).check(z.maxLength(100), z.refine(isUnambiguous, 'one row a category and day')),
  parameters: PolicyParameters,
  sources: z.array(Source).check(z.minLength(1), z.maxLength(20)),
});
export type PolicySet = z.infer<typeof PolicySet>;
