import { policyChangeLifecycle as machine } from '../lifecycles/quarantine/policy-change.lifecycle';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import * as z from '../zod';
import { PolicySet, QuarantineCategory } from './policy-set.schema';
import { AreaRisk, RiskPlace, RiskSource } from './risk-area.schema';

const addArea = z.strictObject({
  do: z.literal('ADD'),
  place: RiskPlace,
  areaRisk: AreaRisk,
  /** A level may be older than the day on which it is entered; absent: from the change on. */
  validFrom: z.optional(Instant),
  firstCaseAt: z.optional(Instant),
  source: RiskSource,
});
const changeLevel = z.strictObject({
  do: z.literal('LEVEL'),
  line: RecordId,
  areaRisk: AreaRisk,
  firstCaseAt: z.optional(Instant),
  source: RiskSource,
});
const endLine = z.strictObject({ do: z.literal('END'), line: RecordId });

/** One step of a change of the risk list: an area comes in, goes up or down, or is no risk area any more. */
export const RiskStep = z.discriminatedUnion('do', [addArea, changeLevel, endLine]);
export type RiskStep = z.infer<typeof RiskStep>;

/** Another stored set, a new version of a set, or steps of the risk list (handbook 2.11, 5.7). */
export const PolicyChangeWish = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('SET'), set: RecordId }),
  /** Its version is the next one of its code: what is stored is never written again. */
  z.strictObject({ of: z.literal('VERSION'), set: PolicySet }),
  z.strictObject({ of: z.literal('RISK'), steps: z.array(RiskStep).check(z.minLength(1), z.maxLength(20)) }),
]);
export type PolicyChangeWish = z.infer<typeof PolicyChangeWish>;

export const PolicyChangeDraft = z.strictObject({
  id: RecordId,
  what: PolicyChangeWish,
  /** The earliest instant at which it takes effect; absent: as soon as it is approved. */
  from: z.optional(Instant),
  /** Why, for those who decide. */
  words: z.optional(z.string().check(z.maxLength(300))),
});
export type PolicyChangeDraft = z.infer<typeof PolicyChangeDraft>;

/** A step as it is shown: the place by name, and the level before. */
export const RiskStepView = z.object({
  do: z.enum(['ADD', 'LEVEL', 'END']),
  place: RiskPlace,
  was: z.optional(AreaRisk),
  areaRisk: z.optional(AreaRisk),
  source: z.optional(RiskSource),
});
export type RiskStepView = z.infer<typeof RiskStepView>;

const count = z.int();
/** How many a change does what to (handbook 5.7). `lengthen`: whether or not somebody answers for it yet. */
export const PolicyPreviewCounts = z.object({
  ...{ shorten: count, lengthen: count, start: count, end: count },
  /** The end stays, but tests or places do not; or somebody on the way is judged by another rule. */
  otherwise: count,
  /** The set leaves it to the place: a person decides. */
  undecided: count,
  unmoved: count,
  /** All but the unmoved and the undecided. */
  moved: count,
});
export type PolicyPreviewCounts = z.infer<typeof PolicyPreviewCounts>;

/** In which way somebody is moved, as the lists of a preview are called. */
export const PolicyMove = z.enum(['shorten', 'lengthen', 'start', 'end', 'otherwise', 'undecided']);
export type PolicyMove = z.infer<typeof PolicyMove>;

/** A change of policy or risk list, in numbers; names are asked for by those entitled, and each look is kept. */
export const PolicyChangeView = z.object({
  id: RecordId,
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  of: z.enum(['SET', 'VERSION', 'RISK']),
  set: z.optional(z.object({ code: PolicySet.shape.code, version: z.int() })),
  steps: z.array(RiskStepView),
  from: z.optional(Instant),
  takesEffectAt: z.optional(Instant),
  words: z.optional(z.string()),
  preparedBy: z.string(),
  approvedBy: z.optional(z.string()),
  createdAt: Instant,
  preview: z.optional(PolicyPreviewCounts),
  /** Who answers for what becomes longer, for how many. */
  longer: z.optional(z.object({ by: z.string(), count: z.int() })),
  /** How many have been dealt with by now, and how many of those kept an old end because nobody answered for a later one. */
  applied: z.optional(z.object({ done: z.int(), keptOldEnd: z.int(), waiting: z.boolean() })),
  actions: z.array(z.string()),
});
export type PolicyChangeView = z.infer<typeof PolicyChangeView>;

/** Somebody whom a change moves, by name. */
export const MovedPerson = z.object({
  id: RecordId,
  kind: z.enum(['EPISODE', 'TRAVELLER']),
  name: z.string(),
  move: PolicyMove,
  /** A head of the county has answered for the later end. */
  agreed: z.boolean(),
  oldEnd: z.optional(Instant),
  newEnd: z.optional(Instant),
  oldCategory: z.optional(QuarantineCategory),
  newCategory: z.optional(QuarantineCategory),
});
export type MovedPerson = z.infer<typeof MovedPerson>;
