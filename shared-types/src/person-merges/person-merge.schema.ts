import { personMergeLifecycle as machine } from '../lifecycles/quarantine/person-merge.lifecycle';
import { AreaId } from '../primitives/areas';
import { OpId, RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { RecordStep } from '../primitives/record-step';
import * as z from '../zod';

/** What of somebody a merge is about: who comes, who is in quarantine, who has an account. */
export const mergeKinds = ['TRAVELLER', 'EPISODE', 'PERSON'] as const;
export const MergeKind = z.enum(mergeKinds);
export type MergeKind = z.infer<typeof MergeKind>;

/** Somebody by id alone: no name and no number stands in an address or in a proposal. */
export const MergePerson = z.strictObject({ kind: MergeKind, id: RecordId });
export type MergePerson = z.infer<typeof MergePerson>;

/** Which of the two. */
export const MergeSide = z.enum(['FIRST', 'SECOND']);
export type MergeSide = z.infer<typeof MergeSide>;

/** Two who may be one (handbook 2.11). */
export const PersonMergeDraft = z.strictObject({
  opId: OpId,
  people: z.array(MergePerson).check(z.minLength(2), z.maxLength(2)),
  /** Why somebody thinks so. */
  words: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(300))),
});
export type PersonMergeDraft = z.infer<typeof PersonMergeDraft>;

/** What is known of somebody and may differ. */
export const MergeField = z.enum(['NAME', 'PHONE', 'ID_NUMBER', 'BIRTH_YEAR']);
export type MergeField = z.infer<typeof MergeField>;

/** Fields in which the other one is right. */
export const MergePicks = z.array(MergeField).check(z.maxLength(MergeField.options.length));

/** What somebody can have that a merge must not lose. */
export const HoldingKind = z.enum([
  ...(['EPISODE', 'TRAVELLER', 'TRIP', 'TRACKER', 'ROOM', 'SEAT', 'DELIVERY', 'SLOT'] as const),
  ...(['CODE_REQUEST', 'ACCOUNT', 'PROXY'] as const),
]);
export type HoldingKind = z.infer<typeof HoldingKind>;

/** One thing that one of them has, or both have together. */
export const MergeHolding = z.object({
  of: z.enum([...MergeSide.options, 'BOTH']),
  kind: HoldingKind,
  id: RecordId,
  state: z.string(),
  areaName: z.optional(z.string()),
  /** Of a quarantine: its own end. */
  endsAt: z.optional(Instant),
  /** One too many for one person: whoever keeps it frees it by an action of its own. */
  isSurplus: z.optional(z.literal(true)),
});
export type MergeHolding = z.infer<typeof MergeHolding>;

/** One field of both, side by side and masked. */
export const MergedField = z.object({
  field: MergeField,
  first: z.optional(z.string()),
  second: z.optional(z.string()),
  differs: z.boolean(),
  /** Whose counts. */
  kept: MergeSide,
});

/** One of two open quarantines of one person. */
export const MergeEnd = z.object({
  episode: RecordId,
  of: MergeSide,
  state: z.string(),
  endsAt: Instant,
  /** Nobody is released before this one is. */
  holds: z.boolean(),
});

export const MergeSomebody = z.object({
  kind: MergeKind,
  id: RecordId,
  nameMasked: z.string(),
  /** Four characters to speak of them without a name. */
  code: z.string(),
  areaName: z.string(),
});

/** A merge in a list. */
export const PersonMergeRow = z.object({
  id: RecordId,
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  code: z.string(),
  area: AreaId,
  areaName: z.string(),
  proposedAt: Instant,
  /** Until then it can be undone. */
  dueAt: z.optional(Instant),
  /** First and second. */
  people: z.array(MergeSomebody),
  /** Two quarantines are open, and no investigator has said yet which end is right. */
  isEndOpen: z.boolean(),
  actions: z.array(z.string()),
});
export type PersonMergeRow = z.infer<typeof PersonMergeRow>;

/** The same with what both have, as far as this viewer may see it. */
export const PersonMergeView = z.object({
  ...PersonMergeRow.shape,
  /** Who counts from now on; before it is applied, who would. */
  keep: MergeSide,
  /** When it was looked at; absent before. */
  previewedAt: z.optional(Instant),
  /** Something has changed since: look again before applying. */
  isStale: z.boolean(),
  fields: z.array(MergedField),
  counts: z.array(z.object({ kind: HoldingKind, first: z.int(), second: z.int() })),
  holdings: z.array(MergeHolding),
  /** So many more things lie where this viewer sees nothing. */
  elsewhere: z.int(),
  ends: z.array(MergeEnd),
  /** The quarantine whose end an investigator has called the right one. */
  rightEnd: z.optional(RecordId),
  timeline: z.array(RecordStep),
});
export type PersonMergeView = z.infer<typeof PersonMergeView>;

/** Somebody of the own area who could be the other one. */
export const MergeCandidate = z.object({
  ...MergeSomebody.shape,
  state: z.optional(z.string()),
  /** The same name, phone or number as the one asked about. */
  isAlike: z.boolean(),
});
export type MergeCandidate = z.infer<typeof MergeCandidate>;

/** Both opened, side by side. */
export const OpenedMerge = z.object({
  people: z.array(
    z.object({
      of: MergeSide,
      name: z.optional(z.string()),
      phone: z.optional(z.string()),
      idNumber: z.optional(z.string()),
      birthYear: z.optional(z.int()),
    }),
  ),
  recordedAt: Instant,
});

/** Another record of the same person, for whoever looks after both (handbook 2.12). */
export const SamePersonView = z.object({
  merge: RecordId,
  /** This record is the one that counts. */
  isKept: z.boolean(),
  people: z.array(MergeSomebody),
  /** What happened under the other records. */
  timeline: z.array(z.object({ of: RecordId, ...RecordStep.shape })),
});
export type SamePersonView = z.infer<typeof SamePersonView>;
