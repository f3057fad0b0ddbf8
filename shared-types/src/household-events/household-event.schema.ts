import {
  householdEventKinds,
  householdEventLifecycle as machine,
} from '../lifecycles/quarantine/household-event.lifecycle';
import { AreaId } from '../primitives/areas';
import { HouseholdId, OpId, RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { RecordStep } from '../primitives/record-step';
import * as z from '../zod';
import { LeftBehind, WelfareTaskView } from './welfare-task.schema';

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** What has happened (handbook 2.11). */
export const HouseholdEventKind = z.enum(householdEventKinds);
export type HouseholdEventKind = z.infer<typeof HouseholdEventKind>;

/** Those left behind by one event; who is meant by age alone where no name is known. */
export const AllLeftBehind = z.array(LeftBehind).check(z.minLength(1), z.maxLength(8));

/** Something has happened in a home; a minute is enough. */
export const HouseholdEventDraft = z.strictObject({
  opId: OpId,
  kind: HouseholdEventKind,
  household: HouseholdId,
  /** What is known, in a few words. */
  words: z.optional(text(300)),
  /** Needed for a child alone; otherwise absent when nobody is, or nobody knows yet. */
  leftBehind: z.optional(AllLeftBehind),
});
export type HouseholdEventDraft = z.infer<typeof HouseholdEventDraft>;

/** The answer to opening one: the new event, or the one of this kind that is open for the home already. */
export const OpenedEvent = z.object({ id: RecordId, code: z.string(), state: z.string(), wasOpen: z.boolean() });

/** What was done about each of the three, in a word each (handbook 2.11). */
export const Secured = z.strictObject({ people: text(120), pets: text(120), goods: text(120) });
export type Secured = z.infer<typeof Secured>;

/** What stands in the way of reconciling (handbook 2.11, 2.12). */
export const PointKind = z.enum([
  /** On hold or about to be: whether it is still wanted is not decided. */
  'DELIVERY_HELD',
  /** Somebody is in the shop for it. */
  'DELIVERY_BUYING',
  /** Bought and not redirected, returned, or left as it is. */
  'DELIVERY_BOUGHT',
  'EPISODE_OPEN',
  /** Somebody is followed for some days; the record is the person. */
  'TRACKER_OPEN',
  'CODE_NOT_ASKED',
  'NO_GUARDIAN',
]);
export type PointKind = z.infer<typeof PointKind>;

/** Of these a person may say that they stay as they are. */
export const KeptKind = z.enum(['DELIVERY_BOUGHT', 'EPISODE_OPEN', 'TRACKER_OPEN', 'CODE_NOT_ASKED']);
export type KeptKind = z.infer<typeof KeptKind>;

/** One thing that is open, with the record that answers it. */
export const OpenPoint = z.object({
  what: PointKind,
  record: RecordId,
  /** Bag code, or the four characters of a task. */
  code: z.optional(z.string()),
  /** State of that record. */
  state: z.optional(z.string()),
});
export type OpenPoint = z.infer<typeof OpenPoint>;

/** An event in a list: the door by its sign, no name. */
export const HouseholdEventRow = z.object({
  id: RecordId,
  kind: HouseholdEventKind,
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  /** Four characters to speak of it without a name. */
  code: z.string(),
  area: AreaId,
  areaName: z.string(),
  doorCode: z.string(),
  openedAt: Instant,
  /** Until then people, pets and goods are safe. */
  dueAt: z.optional(Instant),
  isLate: z.boolean(),
  /** Somebody is left behind, and nobody is named yet who looks after them. */
  waitsForGuardian: z.boolean(),
  actions: z.array(z.string()),
});
export type HouseholdEventRow = z.infer<typeof HouseholdEventRow>;

/** The same with what was said and done, and what is still open. */
export const HouseholdEventView = z.object({
  ...HouseholdEventRow.shape,
  household: HouseholdId,
  words: z.optional(z.string()),
  /** How many requests were put on hold. */
  held: z.optional(z.int()),
  secured: z.optional(Secured),
  inTheWay: z.array(OpenPoint),
  welfare: z.array(WelfareTaskView),
  timeline: z.array(RecordStep),
});
export type HouseholdEventView = z.infer<typeof HouseholdEventView>;
