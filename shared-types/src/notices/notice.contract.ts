import { endpoint, intent } from '../contract';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { NoticeAudience } from './notice-codes';

/** A message of the in-app inbox: a code and values without personal data; the app has the words. */
export const NoticeView = z.object({
  id: z.string(),
  /** One of `noticeCodes`; a newer server may name one that an older app does not know. */
  code: z.string(),
  /** Whom it addresses, which decides the page it leads to. */
  audience: z.optional(NoticeAudience),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  record: z.optional(RecordId),
  at: Instant,
  readAt: z.optional(Instant),
  /** Nobody is asked for it any more, since then; it counts as read. */
  withdrawnAt: z.optional(Instant),
  urgent: z.boolean(),
});
export type NoticeView = z.infer<typeof NoticeView>;
export const myNotices = endpoint({
  name: 'myNotices',
  method: 'GET',
  path: '/notices',
  access: 'signedIn',
  query: z.strictObject({ ...pageQuery }),
  response: z.object({ items: z.array(NoticeView), unread: z.int(), next: z.optional(z.string()) }),
  summary: 'My inbox, newest first.',
});
export const readNotices = endpoint({
  name: 'readNotices',
  method: 'POST',
  path: '/notices/read',
  access: 'signedIn',
  body: z.strictObject({ opId: intent.opId, upTo: Instant }),
  response: z.object({ unread: z.int() }),
  problems: ['op-id-reused'],
  summary: 'Mark the inbox read up to an instant.',
});
/** One acceptance of a WeChat subscription is worth one message: a ledger of credits. */
export const grantMessageCredit = endpoint({
  name: 'grantMessageCredit',
  method: 'POST',
  path: '/notices/credits',
  access: 'signedIn',
  body: z.strictObject({
    opId: intent.opId,
    templates: z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.minLength(1), z.maxLength(5)),
  }),
  response: z.object({ stored: z.int() }),
  problems: ['op-id-reused'],
  summary: 'The person allowed these one-time messages.',
});
