import { Instant } from '../primitives/instants';
import * as z from '../zod';
import { Somebody } from './timeline.schema';

/** What somebody hands over so that another can fetch medicine that is prescribed again: 医保卡, 就诊卡, 处方, 取药码. */
export const CustodyItem = z.enum(['MEDICAL_CARD', 'CLINIC_CARD', 'PRESCRIPTION', 'PICKUP_CODE']);
export type CustodyItem = z.infer<typeof CustodyItem>;

/** Whose hands it is in, since when, and whether the household has it back (handbook 4.8). */
export const CustodyView = z.object({
  items: z.array(CustodyItem),
  takenAt: Instant,
  /** `self`: the reader has it. */
  heldBy: Somebody,
  returnedAt: z.optional(Instant),
});
export type CustodyView = z.infer<typeof CustodyView>;
