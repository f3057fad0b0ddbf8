import { byId, endpoint, intent } from '../contract';
import { Instant } from '../primitives/instants';
import * as z from '../zod';
import { RegisterPatient } from './register.schema';

/** Opening it is recorded before the answer is sent, and possible in the shop only (handbook 4.8, 8). */
export const revealRegister = endpoint({
  name: 'revealRegister',
  method: 'POST',
  path: '/deliveries/{id}/reveal-register',
  access: { roles: ['VOLUNTEER'] },
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['PHARMACY_REGISTER', 'PHARMACY_ASKS_AGAIN']) }),
  response: z.object({ patient: RegisterPatient, recordedAt: Instant }),
  problems: ['not-found', 'transition-not-allowed', 'op-id-reused'],
  summary: 'For the register of a pharmacy: whom the four-class medicine is for. The look is recorded.',
});

export const registerQueries = { revealRegister };
