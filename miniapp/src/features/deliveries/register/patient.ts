import { RegisterPatient } from '@grid-relief/shared-types/deliveries/register.schema';
import * as z from '@grid-relief/shared-types/zod';

/** What is filled in so far; it may still be wrong. */
export type PatientDraft = z.input<typeof RegisterPatient>;
export const noPatient: PatientDraft = { name: '', idNumber: '', phone: '' };

/** As a pharmacy takes it; undefined while something is missing or wrong. */
export const patientOf = (draft: PatientDraft): RegisterPatient | undefined => z.safeParse(RegisterPatient, draft).data;

/** Nothing typed but what was known before: no register is asked for yet. */
export const isBlank = ({ idNumber }: PatientDraft): boolean => idNumber === '';

/** Which fields are wrong. */
export function wrongIn(draft: PatientDraft): ReadonlySet<keyof PatientDraft> {
  const issues = z.safeParse(RegisterPatient, draft).error?.issues ?? [];
  return new Set(issues.map(({ path: [field] }) => field as keyof PatientDraft)); // the schema's own fields
}
