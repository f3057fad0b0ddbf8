import * as z from '../zod';
import { Instant } from './instants';

/** One step of a record as its readers see it: who by role and never by name, why, and in whose words. */
export const RecordStep = z.object({
  at: Instant,
  action: z.string(),
  to: z.string(),
  /** A role, or SYSTEM. */
  by: z.string(),
  reason: z.optional(z.string()),
  words: z.optional(z.string()),
});
export type RecordStep = z.infer<typeof RecordStep>;
