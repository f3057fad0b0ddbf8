import { FileId } from '../primitives/ids';
import { Day } from '../primitives/instants';
import * as z from '../zod';

/** What somebody in quarantine may feel, beside a temperature (the national plan's list of symptoms, 8th and 9th edition). */
export const symptoms = [
  ...(['COUGH', 'SORE_THROAT', 'FATIGUE', 'SMELL_OR_TASTE', 'RUNNY_NOSE'] as const),
  ...(['MUSCLE_PAIN', 'DIARRHOEA', 'RED_EYES', 'BREATHLESS', 'OTHER'] as const),
] as const;
export const Symptom = z.enum(symptoms);
export type Symptom = z.infer<typeof Symptom>;

/** One report of a morning or an evening. Tenths of a degree Celsius: 36.6 is 366. */
export const healthFields = {
  temperatureTenths: z.int().check(z.gte(340), z.lte(430)),
  symptoms: z.array(Symptom).check(z.maxLength(symptoms.length)),
  selfTest: z.optional(z.enum(['NEGATIVE', 'POSITIVE'])),
};

/**
 * A report of somebody in quarantine. The photo of the self-test goes with a report of one's own alone, and is never a
 * condition of it: who has no camera is asked by phone (handbook 2.3).
 */
export const quarantineHealthFields = { ...healthFields, selfTestPhoto: z.optional(FileId) };

/** A day that asked for an antigen self-test, or on which one was reported (handbook 2.3, and 5 row "Antigen"). */
export const SelfTestDay = z.object({
  day: Day,
  /** The number of the day, as the person reads it; 0 before day 1. */
  number: z.int(),
  /** By the policy of this quarantine; false: taken without being asked for. */
  isAsked: z.boolean(),
  /** A result was said, by the person or on the phone. */
  isSaid: z.boolean(),
  hasPhoto: z.boolean(),
  /** Some of it came after the quarantine had ended. */
  isLate: z.optional(z.literal(true)),
  /** The worst of what was said that day. */
  result: healthFields.selfTest,
  /** For whoever may open them. */
  photos: z.optional(z.array(FileId)),
});
export type SelfTestDay = z.infer<typeof SelfTestDay>;

/** Before noon and after it, on a Shanghai clock. */
export const HalfDay = z.enum(['MORNING', 'EVENING']);
export type HalfDay = z.infer<typeof HalfDay>;

/** Why a report is not taken as it came, and somebody calls instead. */
export const ReportDoubt = z.enum(['SAME_EVERY_TIME', 'MANY_AT_ONCE']);
export type ReportDoubt = z.infer<typeof ReportDoubt>;
