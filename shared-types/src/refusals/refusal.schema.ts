import { Phone } from '../identity/identity.schema';
import { refusalLifecycle as machine, refusalKinds } from '../lifecycles/quarantine/refusal.lifecycle';
import { AreaId } from '../primitives/areas';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { RecordStep } from '../primitives/record-step';
import * as z from '../zod';

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** What is refused (handbook 2.11). */
export const RefusalKind = z.enum(refusalKinds);
export type RefusalKind = z.infer<typeof RefusalKind>;

/** Somebody has said no; entered by whoever stood before them. */
export const RefusalDraft = z.strictObject({
  /** Made by the client: the same draft sent twice is one. */
  id: RecordId,
  kind: RefusalKind,
  area: AreaId,
  name: z.optional(text(40)),
  phone: z.optional(Phone),
  /** The door, as people say it. */
  place: text(120),
  /** What they said, in their own words. */
  words: z.optional(text(300)),
});
export type RefusalDraft = z.infer<typeof RefusalDraft>;

/** Two people who were there when the notice was given. */
export const Witnesses = z.array(text(40)).check(z.minLength(2), z.maxLength(4));

/** A refusal in a list: never a full name, never a door. */
export const RefusalRow = z.object({
  id: RecordId,
  kind: RefusalKind,
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  /** Four characters to speak of it without a name. */
  code: z.string(),
  area: AreaId,
  areaName: z.string(),
  nameMasked: z.string(),
  recordedAt: Instant,
  /** Until then they are visited, or the liaison is there. */
  dueAt: z.optional(Instant),
  isLate: z.boolean(),
  /** Who of the two has been there; not for the police. */
  visitedBy: z.optional(z.array(z.enum(['VILLAGE_SECRETARY', 'DOCTOR']))),
  actions: z.array(z.string()),
});
export type RefusalRow = z.infer<typeof RefusalRow>;

/** The same with what was said and done; the police see the row alone. */
export const RefusalView = z.object({
  ...RefusalRow.shape,
  witnesses: z.optional(z.int()),
  timeline: z.optional(z.array(RecordStep)),
});
export type RefusalView = z.infer<typeof RefusalView>;

/** Who and where, opened by a look that is written down. */
export const OpenedRefusal = z.object({
  name: z.optional(z.string()),
  phone: z.optional(z.string()),
  place: z.optional(z.string()),
  /** What they said when it was recorded; not for the police. */
  words: z.optional(z.string()),
  recordedAt: Instant,
});
