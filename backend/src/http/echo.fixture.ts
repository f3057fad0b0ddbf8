import { endpoint } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';

/** An endpoint that says again what it was told. */
export const echo = endpoint({
  name: 'echo',
  method: 'POST',
  path: '/echo',
  access: 'public',
  body: z.strictObject({ text: z.string() }),
  response: z.object({ text: z.string() }),
  summary: 'Says it again.',
});
/** The same with a handler that only fails. */
export const broken = endpoint({ ...echo, name: 'broken', path: '/broken' });
