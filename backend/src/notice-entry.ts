import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import { AreaId } from '@grid-relief/shared-types/primitives/areas';
import { Role } from '@grid-relief/shared-types/roles';
import * as z from '@grid-relief/shared-types/zod';
import type { NewEntry } from './outbox';

/** Whom an outbox entry of the kind `notice` is for. */
export const Recipient = z.union([
  z.strictObject({ person: z.string() }),
  z.strictObject({ household: z.string() }),
  /** Whom a record names as its own without a household here: told as a household is. */
  z.strictObject({ party: z.string() }),
  /** Everybody who holds the role for the area or one above it. */
  z.strictObject({ role: Role, area: AreaId }),
  /** The grid of this place: its workers and leaders. */
  z.strictObject({ gridOf: AreaId }),
]);

/** Payload of an outbox entry of the kind `notice`. `values` never hold personal data. */
export const NoticePayload = z.object({
  to: z.union([Recipient, z.array(Recipient)]),
  code: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_.-]{1,59}$/)),
  values: z._default(z.record(z.string(), z.union([z.string(), z.number()])), {}),
  record: z.optional(z.string()),
  /** When that record began, where it is another one than sends the notice. */
  since: z.optional(z.date()),
  urgent: z._default(z.boolean(), false),
  /** A life may be at risk: it rings in the night as well. */
  life: z._default(z.boolean(), false),
});
export type NoticePayload = z.input<typeof NoticePayload>;

/** The same before it is checked: areas come from stored records, whose schema has seen them. */
export type To =
  | { readonly person: string }
  | { readonly household: string }
  | { readonly party: string }
  | { readonly role: Role; readonly area: string }
  | { readonly gridOf: string };

/** How it is told: which record it opens, how loud, and until when it means something. */
export interface Telling extends Pick<NewEntry, 'due' | 'while'> {
  readonly record?: string;
  readonly since?: Date | undefined;
  readonly urgent?: boolean;
  readonly life?: boolean;
}

/** A notice that must follow: whom, a code of the contract, and values without personal data (handbook 4.7). */
export function notice(
  to: To | readonly To[],
  code: NoticeCode,
  values: Readonly<Record<string, string | number>> = {},
  { record, since, urgent = false, life = false, ...entry }: Telling = {},
): NewEntry {
  const loud = { urgent, ...(life ? { life } : {}) };
  return {
    kind: 'notice',
    payload: { to, code, values, ...(record ? { record } : {}), ...(since ? { since } : {}), ...loud },
    ...entry,
  };
}

/** What was asked for by notices and is asked for no more. */
export const PromptsEnd = z.object({
  /** A record, or a home; absent: the record that carries the entry. */
  about: z.optional(z.string()),
  /** Absent: all of it. */
  codes: z.optional(z.array(z.string())),
  /** What was told later stands. */
  until: z.optional(z.date()),
});

export const promptsEndKind = 'promptsEnd';

/** That nobody is asked any more: what was, is withdrawn from the inboxes and not sent (handbook 2.3). */
export function promptsEnd(
  {
    about,
    codes,
    until,
  }: { readonly about?: string; readonly codes?: readonly NoticeCode[]; readonly until?: Date } = {},
  entry: Pick<NewEntry, 'due'> = {},
): NewEntry {
  const payload = { ...(about ? { about } : {}), ...(codes ? { codes } : {}), ...(until ? { until } : {}) };
  return { kind: promptsEndKind, payload, ...entry };
}
