import { RecordId } from '../primitives/ids';
import * as z from '../zod';

/** Client to server on `/api/v1/live`: the token comes in the first message, never in the address. */
export const LiveHello = z.strictObject({
  type: z.literal('hello'),
  token: z.string(),
  mark: z.optional(z.string().check(z.maxLength(200))),
  areas: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10))),
});
/** Server to client. `changed` names a record and its revision, never content; `refetch`: the mark is too old. */
export const LiveMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), mark: z.string() }),
  z.object({ type: z.literal('changed'), record: RecordId, kind: z.string(), revision: z.int(), mark: z.string() }),
  z.object({ type: z.literal('refetch'), mark: z.string() }),
  z.object({ type: z.literal('bye'), why: z.enum(['TOKEN_ENDED', 'GRANTS_CHANGED', 'CLOSING', 'BAD_HELLO']) }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;
