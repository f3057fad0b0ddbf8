import { action, endpoint } from '../contract';
import { lateFactLifecycle as machine } from '../lifecycles/late-fact.lifecycle';
import { AreaId } from '../primitives/areas';
import { Fen } from '../primitives/fen';
import { FileId, RecordId, TaskId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';

/**
 * What follows when a late fact counts. MOVES_ON: its record does what was reported, at its place in the table;
 * OWN_DELIVERY: what is in somebody's hands becomes a delivery of its own; RECEIPT: the receipt's figures replace a
 * booked estimate; KEPT: photo and time are kept with the record, which stays where it is.
 */
export const LateFollows = z.enum(['MOVES_ON', 'OWN_DELIVERY', 'RECEIPT', 'KEPT', 'NOTHING']);
export type LateFollows = z.infer<typeof LateFollows>;

/** Why the record stays where it is, or why nothing follows at all. */
export const LateBecause = z.enum([
  'ALREADY_SO',
  'AT_DOOR_ALREADY',
  'OTHER_CARRIES',
  'WENT_OTHER_WAY',
  'EARLIER_FIRST',
  'ENDED',
  'MONEY_COUNTED',
  'NEEDS_RECEIPT',
  'RECEIPT_SAYS',
  'ASK_HOUSEHOLD',
  'AT_POINT',
  'GONE',
]);
export type LateBecause = z.infer<typeof LateBecause>;

/** A fact that came too late for its record, with both times, until a person has reconciled it (handbook 2). */
export const LateFactView = z.object({
  id: RecordId,
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  area: AreaId,
  areaName: z.string(),
  /** The record it was meant for, how that one stood when it came, and what was reported. */
  record: RecordId,
  recordKind: z.string(),
  recordState: z.string(),
  fact: z.string(),
  reason: z.optional(z.string()),
  /** Masked name. */
  by: z.string(),
  occurredAt: Instant,
  recordedAt: Instant,
  /** What was counted or paid, as far as the fact says so; money in fen. */
  bags: z.optional(z.int()),
  paidFen: z.optional(z.int()),
  /** What the record says it cost, beside what was paid. */
  bookedFen: z.optional(Fen),
  /** Of a health report with a self-test, for whoever may open its photo. */
  selfTestPhoto: z.optional(FileId),
  /** What follows if it counts, and why not more; `actions` lacks `apply` where nothing does. */
  follows: LateFollows,
  because: z.optional(LateBecause),
  /** The delivery of its own, when it is there already. */
  linked: z.optional(TaskId),
  /** Who has heard that nobody has decided yet, the highest of them. */
  told: z.optional(z.enum(['TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'])),
  actions: z.array(z.string()),
});
export type LateFactView = z.infer<typeof LateFactView>;

export const listLateFacts = endpoint({
  name: 'listLateFacts',
  method: 'GET',
  path: '/late-facts',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(LateFactView),
  summary:
    'Facts that came too late and wait for somebody to reconcile them, oldest first; to the county those that climbed so far.',
});

export const lateFactActions = {
  apply: action(machine, 'apply', {}, LateFactView),
  note: action(machine, 'note', {}, LateFactView),
};
