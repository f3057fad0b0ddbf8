import { action, endpoint } from '../contract';
import { lateFactLifecycle as machine } from '../lifecycles/late-fact.lifecycle';
import { AreaId } from '../primitives/areas';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import { z } from '../zod';

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
  actions: z.array(z.string()),
});
export type LateFactView = z.infer<typeof LateFactView>;

export const listLateFacts = endpoint({
  name: 'listLateFacts',
  method: 'GET',
  path: '/late-facts',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(LateFactView),
  summary: 'Facts that came too late and wait for somebody to reconcile them, oldest first.',
});

export const lateFactActions = {
  apply: action(machine, 'apply', {}, LateFactView),
  note: action(machine, 'note', {}, LateFactView),
};
