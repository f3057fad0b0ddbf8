import { type ProblemType, problems } from '@grid-relief/shared-types/problems';

/** What can go wrong before any server judged it: no answer arrived, or one this version cannot read. */
type OwnProblem = 'no-network' | 'no-answer' | 'unreadable-answer';

/** A problem as screens see it. They branch on `type`; `text/problems` has the words. */
export type Problem = {
  readonly type: ProblemType | OwnProblem;
  readonly status: number;
  /** Quoted to a person who is called for help. */
  readonly requestId?: string;
  /** What is wrong with which field, by JSON pointer such as `/lines/0/name`. */
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  /** After a lost race: where the record stands now. */
  readonly state?: string;
  readonly revision?: number;
  /** The open request that a second one was refused for. */
  readonly open?: string;
  /** After a lost race: who has it now, by surname and team (handbook 2). */
  readonly holder?: { readonly label: string; readonly team?: string };
  /** After a lost race between colleagues: who has decided first. */
  readonly doneBy?: string;
  /** What to do instead, as the server names it, such as `cashier`. */
  readonly next?: string;
  /** Where all was taken: the next free time, or the next free numbered place. */
  readonly freeAt?: string;
  readonly freeNumber?: number;
  /** Seconds the server asked us to wait. */
  readonly retryAfter?: number;
};

const lasting: readonly Problem['type'][] = ['not-found', 'not-allowed', 'invalid-input', 'account-blocked'];

/** Whether asking again brings the same answer. */
export const isLasting = ({ type }: Pick<Problem, 'type'>): boolean => lasting.includes(type);

/** Every answer of `call`: a value or a problem, never an exception. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A problem made on this side. */
export function ownProblem(type: OwnProblem, requestId?: string): Problem {
  return { type, status: 0, errors: [], ...(requestId !== undefined && { requestId }) };
}

function isProblemType(slug: string): slug is ProblemType {
  return slug in problems;
}

function typeOf(fields: Record<string, unknown>, status: number): Problem['type'] {
  const slug = typeof fields.type === 'string' ? (fields.type.split('/').pop() ?? '') : '';
  if (isProblemType(slug)) return slug;
  if (status === 401) return 'not-signed-in';
  if (status === 429) return 'too-many-requests';
  if (status === 408) return 'request-too-slow';
  // a gateway answered in the server's place: whether it was stored is unknown
  return status >= 500 ? 'unavailable' : 'internal';
}

function fieldErrors(raw: unknown): Problem['errors'] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((entry: unknown) => {
    const { pointer, detail }: Record<string, unknown> = { ...(typeof entry === 'object' ? entry : {}) };
    return typeof pointer === 'string' ? [{ pointer, detail: typeof detail === 'string' ? detail : '' }] : [];
  });
}

const textOr = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function holderOf(raw: unknown): Problem['holder'] {
  const { label, team }: Record<string, unknown> = { ...(typeof raw === 'object' ? raw : {}) };
  const name = textOr(label);
  const known = textOr(team);
  return name === undefined ? undefined : { label: name, ...(known !== undefined && { team: known }) };
}

/** Reads a refusal (RFC 9457). Anything may stand in it, so every field is looked at before it is believed. */
export function readProblem(status: number, body: unknown, headers: Readonly<Record<string, string>>): Problem {
  const fields: Record<string, unknown> = { ...(typeof body === 'object' ? body : {}) };
  const requestId = textOr(fields.instance) ?? headers['x-request-id'];
  const retryAfter = Number(headers['retry-after'] ?? Number.NaN);
  const state = textOr(fields.state);
  const open = textOr(fields.open);
  const holder = holderOf(fields.holder);
  const next = textOr(fields.next);
  const freeAt = textOr(fields.freeAt);
  const doneBy = textOr(fields.doneBy);
  return {
    type: typeOf(fields, status),
    status,
    errors: fieldErrors(fields.errors),
    ...(requestId !== undefined && { requestId }),
    ...(Number.isFinite(retryAfter) && { retryAfter }),
    ...(state !== undefined && { state }),
    ...(open !== undefined && { open }),
    ...(holder !== undefined && { holder }),
    ...(next !== undefined && { next }),
    ...(doneBy !== undefined && { doneBy }),
    ...(freeAt !== undefined && { freeAt }),
    ...(typeof fields.freeNumber === 'number' && { freeNumber: fields.freeNumber }),
    ...(typeof fields.revision === 'number' && { revision: fields.revision }),
  };
}

/** True when nobody judged the request yet: sending it again may succeed, and it may even have been stored. */
export function mayBeRepeated({ type, status }: Problem): boolean {
  const isEarly = type === 'too-many-requests' || type === 'request-too-slow';
  return status === 0 || status >= 500 || isEarly || needsSignIn({ type });
}

/** True when only signing in again helps. */
export function needsSignIn({ type }: Pick<Problem, 'type'>): boolean {
  return type === 'not-signed-in' || type === 'token-expired';
}
