import { Phone } from '../identity/identity.schema';
import { Instant } from '../primitives/instants';
import * as z from '../zod';

/** Whom a pharmacy writes into its register of four-class medicine: the patient, never the buyer (handbook 4.8). */
export const RegisterPatient = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  /** Of an identity card, a passport or a permit: figures and capital letters. */
  idNumber: z.string().check(z.regex(/^[0-9A-Z]{6,18}$/, 'idNumber')),
  phone: Phone,
});
export type RegisterPatient = z.infer<typeof RegisterPatient>;

/** What a view says of the register: never what stands in it. */
export const RegisterState = z.object({
  /** The household has said whom it is for. */
  given: z.boolean(),
  /** The pharmacy has written it down, and the buyer has shown an identity card of his or her own. */
  registeredAt: z.optional(Instant),
});
