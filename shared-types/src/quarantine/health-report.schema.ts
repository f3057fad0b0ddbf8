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

/** Before noon and after it, on a Shanghai clock. */
export const HalfDay = z.enum(['MORNING', 'EVENING']);
export type HalfDay = z.infer<typeof HalfDay>;

/** Why a report is not taken as it came, and somebody calls instead. */
export const ReportDoubt = z.enum(['SAME_EVERY_TIME', 'MANY_AT_ONCE']);
export type ReportDoubt = z.infer<typeof ReportDoubt>;
