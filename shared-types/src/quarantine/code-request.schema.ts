import { healthCodeRequestLifecycle as machine } from '../lifecycles/quarantine/health-code-request.lifecycle';
import { AreaId } from '../primitives/areas';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { RecordStep } from '../primitives/record-step';
import * as z from '../zod';
import { QuarantineCategory } from './policy-set.schema';

/** Whether the province is asked to set a code or to clear it (handbook 2.11, 5.6). */
export const CodeRequestKind = z.enum(['ASSIGN', 'CLEAR']);
export type CodeRequestKind = z.infer<typeof CodeRequestKind>;

/** The code that the person is to have; green clears. */
export const WantedCode = z.enum(['RED', 'YELLOW', 'GREEN']);
export type WantedCode = z.infer<typeof WantedCode>;

/** With whom a request is now. */
export const WaitsWith = z.enum(['COMMUNITY', 'TOWNSHIP', 'COUNTY', 'CLERK', 'PROVINCE', 'PERSON', 'NOBODY']);
export type WaitsWith = z.infer<typeof WaitsWith>;

/** A request for a health code in a list: never a full name. */
export const CodeRequestRow = z.object({
  id: RecordId,
  asked: CodeRequestKind,
  /** Absent, like the ground below, once the key was destroyed. */
  wanted: z.optional(WantedCode),
  /** The ground: by which row of the policy the person is looked after. */
  category: z.optional(QuarantineCategory),
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  /** Four characters to speak of it without a name. */
  code: z.string(),
  area: AreaId,
  areaName: z.string(),
  nameMasked: z.string(),
  /** What set it off: the arrival, or how a quarantine ended. */
  because: z.string(),
  writtenAt: Instant,
  waitsWith: WaitsWith,
  /** Since when it is there. */
  waitsSince: Instant,
  /** The step took longer than it may: the next level has heard of it. */
  isLate: z.boolean(),
  /** Until then whoever has it does the next step: approves, sends, answers, appeals. */
  dueAt: z.optional(Instant),
  actions: z.array(z.string()),
});
export type CodeRequestRow = z.infer<typeof CodeRequestRow>;

/** The same with every step: who by role, why, and in whose words. */
export const CodeRequestView = z.object({
  ...CodeRequestRow.shape,
  timeline: z.array(RecordStep),
});
export type CodeRequestView = z.infer<typeof CodeRequestView>;
