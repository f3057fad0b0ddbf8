import { Phone } from '../identity/identity.schema';
import { welfareTaskLifecycle as machine, welfareKinds } from '../lifecycles/quarantine/welfare-task.lifecycle';
import { AreaId } from '../primitives/areas';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { RecordStep } from '../primitives/record-step';
import * as z from '../zod';

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** Who is left behind (handbook 2.11). */
export const WelfareKind = z.enum(welfareKinds);
export type WelfareKind = z.infer<typeof WelfareKind>;

/** Somebody who is left behind. */
export const LeftBehind = z.strictObject({
  kind: WelfareKind,
  /** Needed for a child: it decides who may go where. */
  age: z.optional(z.int().check(z.gte(0), z.lte(120))),
  name: z.optional(text(40)),
});
export type LeftBehind = z.infer<typeof LeftBehind>;

/** How the one who looks after them stands to them. */
export const GuardianRelation = z.enum(['FAMILY', 'NEIGHBOUR', 'COMMUNITY', 'VOLUNTEER']);

/** Who looks after them from now on. */
export const Guardian = z.strictObject({
  name: text(40),
  phone: z.optional(Phone),
  relation: GuardianRelation,
  /** Of age; whoever is not looks after nobody under 14. */
  isAdult: z.boolean(),
});
export type Guardian = z.infer<typeof Guardian>;

/** Where they are from now on. */
export const WelfarePlace = z.enum(['AT_HOME', 'SAME_SITE', 'OTHER_SITE', 'RELATIVE', 'NEIGHBOUR', 'HOSPITAL']);

/** What is asked for and brought to the home. */
export const WelfareGood = z.enum(['FOOD', 'MEDICINE']);
export type WelfareGood = z.infer<typeof WelfareGood>;

/** How they are settled: place, company, and what they need, in a word each (handbook 2.11). */
export const Settlement = z.strictObject({
  where: WelfarePlace,
  /** Which house or room; why not the same site, where it is another one. */
  place: z.optional(text(120)),
  /** The guardian stays with them there. */
  guardianAlong: z.boolean(),
  school: text(120),
  medicine: text(120),
  food: text(120),
  /** Asked for at once, for a home in which somebody stays. */
  bring: z.optional(z.array(WelfareGood).check(z.maxLength(2))),
});
export type Settlement = z.infer<typeof Settlement>;

/** A welfare task in a list: who by kind and age, no name. Always P0 (handbook 4.3). */
export const WelfareTaskRow = z.object({
  id: RecordId,
  event: RecordId,
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  code: z.string(),
  area: AreaId,
  areaName: z.string(),
  doorCode: z.string(),
  priority: z.literal('P0'),
  /** Empty once the key was destroyed. */
  people: z.array(z.object({ kind: WelfareKind, age: z.optional(z.int()) })),
  openedAt: Instant,
  /** Until then somebody is named. */
  dueAt: z.optional(Instant),
  isLate: z.boolean(),
  actions: z.array(z.string()),
});
export type WelfareTaskRow = z.infer<typeof WelfareTaskRow>;

/** The same with who looks after them, and how they are settled. */
export const WelfareTaskView = z.object({
  ...WelfareTaskRow.shape,
  guardian: z.optional(z.object({ nameMasked: z.string(), relation: GuardianRelation, isAdult: z.boolean() })),
  settlement: z.optional(Settlement),
  timeline: z.array(RecordStep),
});
export type WelfareTaskView = z.infer<typeof WelfareTaskView>;

/** Names and the number to call, opened by a look that is written down. */
export const OpenedWelfare = z.object({
  people: z.array(LeftBehind),
  guardian: z.optional(Guardian),
  recordedAt: Instant,
});
