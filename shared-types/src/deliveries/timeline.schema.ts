import { Instant } from '../primitives/instants';
import { Team } from '../roles';
import * as z from '../zod';

/** A person as this viewer may see them; surname and team for a carrier. */
export const Somebody = z.object({
  label: z.string(),
  team: z.optional(Team),
  self: z.optional(z.boolean()),
});

/** One entry of the timeline, in the order of recording. */
export const TimelineEntry = z.object({
  action: z.string(),
  from: z.optional(z.string()),
  to: z.string(),
  at: Instant,
  occurredAt: z.optional(Instant),
  by: Somebody,
  reason: z.optional(z.string()),
  late: z.optional(z.boolean()),
  /** What a device had reported too late, where somebody compared it; with whether it counts. */
  fact: z.optional(z.object({ action: z.string(), counts: z.boolean(), occurredAt: Instant })),
});
