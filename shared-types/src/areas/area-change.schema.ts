import { areaChangeKinds, areaChangeLifecycle as machine } from '../lifecycles/quarantine/area-change.lifecycle';
import { AreaId, AreaLevel } from '../primitives/areas';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { RecordStep } from '../primitives/record-step';
import * as z from '../zod';

const areaName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
/** More than ever lies directly below one area. */
const partsAtMost = 500;
const several = { least: 2, most: 20 };

/** One of the areas that a split makes, with what lies directly below the old one and goes into it. */
export const SplitPart = z.strictObject({
  /** A new area beside the old one; it has never been used. */
  area: AreaId,
  name: areaName,
  parts: z.array(AreaId).check(z.minLength(1), z.maxLength(partsAtMost)),
});

/** What shall be otherwise (handbook 2.11). */
export const AreaChangeWish = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('SPLIT'),
    area: AreaId,
    /** The first one also takes what hangs at the old area itself: homes without a building, runs. */
    into: z.array(SplitPart).check(z.minLength(several.least), z.maxLength(several.most)),
  }),
  z.strictObject({
    kind: z.literal('MERGE'),
    /** Areas side by side, below one and the same. */
    areas: z.array(AreaId).check(z.minLength(several.least), z.maxLength(several.most)),
    into: z.strictObject({ area: AreaId, name: areaName }),
  }),
  z.strictObject({
    kind: z.literal('RENUMBER'),
    area: AreaId,
    /** Under its old number with another name, it is only called otherwise. */
    into: z.strictObject({ area: AreaId, name: areaName }),
  }),
]);
export type AreaChangeWish = z.infer<typeof AreaChangeWish>;

export const AreaChangeDraft = z.strictObject({
  id: RecordId,
  what: AreaChangeWish,
  /** Why, for those who decide. */
  words: z.optional(z.string().check(z.maxLength(300))),
});
export type AreaChangeDraft = z.infer<typeof AreaChangeDraft>;

const count = z.int();
/** Open work of one kind that lies in the old areas. */
const KindOfWork = z.object({
  /** As the record's kind is called, e.g. DELIVERY. */
  kind: z.string(),
  /** Keeps its holder and its old place. */
  held: count,
  /** Goes to the new place, and what looks for somebody looks anew. */
  free: count,
});

/** What a change would move, in numbers; nobody is named. */
export const AreaChangePreview = z.object({
  people: count,
  households: count,
  /** Of a split: so many of these homes lie in no part, and go to the first new area. */
  withoutPart: z.optional(count),
  work: z.array(KindOfWork),
  /** Volunteers of the old areas who are on duty now. */
  onDuty: count,
  volunteers: count,
  /** Rights by role; `wider`: so many of them will reach further than before, which only a merge does. */
  grants: z.array(z.object({ role: z.string(), count, wider: count })),
  /** What each new area begins with. */
  into: z.array(z.object({ area: AreaId, name: z.string(), people: count, households: count, free: count })),
});
export type AreaChangePreview = z.infer<typeof AreaChangePreview>;

const NamedArea = z.object({ area: AreaId, name: z.string() });

/** A change of the area tree as those see it who prepare and decide. */
export const AreaChangeView = z.object({
  id: RecordId,
  kind: z.enum(areaChangeKinds),
  level: AreaLevel,
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  /** The areas as they are called before. */
  from: z.array(NamedArea),
  /** As they are called afterwards; of a split with what goes into each. */
  into: z.array(z.object({ ...NamedArea.shape, parts: z.array(NamedArea) })),
  words: z.optional(z.string()),
  preparedBy: z.string(),
  scheduledBy: z.optional(z.string()),
  createdAt: Instant,
  /** From this instant on the new areas count. */
  at: z.optional(Instant),
  /** Until then it may be taken back. */
  revertUntil: z.optional(Instant),
  preview: z.optional(AreaChangePreview),
  /** How much has been moved by now; `waiting`: more is coming. */
  moved: z.optional(z.object({ households: count, work: count, grants: count, waiting: z.boolean() })),
  timeline: z.array(RecordStep),
  actions: z.array(z.string()),
});
export type AreaChangeView = z.infer<typeof AreaChangeView>;
