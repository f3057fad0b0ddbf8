import type { ActionOf, Lifecycle } from './lifecycles/lifecycle';
import { OpId, RecordId } from './primitives/ids';
import { Instant } from './primitives/instants';
import type { ProblemType } from './problems';
import * as z from './zod';

type Schema = z.core.$ZodType;
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** An endpoint as data: the router, the typed client and the OpenAPI document are derived from it. */
export interface Endpoint<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  R extends Schema = Schema,
> {
  /** Operation id, unique, camelCase. */
  readonly name: string;
  readonly method: Method;
  /** Below `/api/v1`, parameters as `{id}`. */
  readonly path: string;
  /** `public` needs no sign-in; `signedIn` any account; `action` is decided by its lifecycle table; else the policy's name. */
  readonly access: Access;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
  /** Problem types this endpoint may answer besides those every endpoint may. */
  readonly problems: readonly ProblemType[];
  readonly summary: string;
  /** Raw bodies (photos, voice) name their content types; everything else is JSON. */
  readonly accepts?: readonly string[];
  /** An answer of bytes (a photo, a recording) names its content types; everything else is JSON. */
  readonly answers?: readonly string[];
  /** Headers that the endpoint reads itself, in lower case: a signature over a raw body. */
  readonly headers?: readonly string[];
}

export type Access =
  | 'public'
  | 'signedIn'
  | { readonly action: string; readonly machine: Lifecycle }
  | { readonly roles: readonly string[] };

const nothing = z.strictObject({});
type Nothing = typeof nothing;

type Given<P extends Schema, Q extends Schema, B extends Schema, R extends Schema> = Pick<
  Endpoint,
  'name' | 'method' | 'path' | 'summary' | 'access'
> & { params?: P; query?: Q; body?: B; response: R; problems?: readonly ProblemType[] } & Pick<
    Endpoint,
    'accepts' | 'answers' | 'headers'
  >;

/** Declares an endpoint; what is not named takes nothing and refuses unknown fields. */
export function endpoint<
  P extends Schema = Nothing,
  Q extends Schema = Nothing,
  B extends Schema = Nothing,
  R extends Schema = Schema,
>(given: Given<P, Q, B, R>): Endpoint<P, Q, B, R> {
  const empty = nothing as unknown as never; // the defaults of P, Q and B are exactly this schema
  return {
    problems: [],
    ...given,
    params: given.params ?? empty,
    query: given.query ?? empty,
    body: given.body ?? empty,
  };
}

/** Path parameters of an endpoint on one record. */
export const byId = z.strictObject({ id: RecordId });

/** What every write says about itself: who meant it (opId) and when it happened on the device. */
export const intent = {
  opId: OpId,
  /** When it happened on the device; the server keeps its own time beside it. Absent: now. */
  occurredAt: z.optional(Instant),
};

/** The lasting proof of an action: byte-equal for every repeat. */
export const Receipt = z.object({ action: z.string(), to: z.string(), revision: z.int(), recordedAt: Instant });
export type Receipt = z.infer<typeof Receipt>;

/** Answer of an action: its receipt, and the record as this viewer may see it now (absent once it is out of sight). */
export const acted = <V extends Schema>(view: V) => z.object({ receipt: Receipt, view: z.optional(view) });

const pathWord = (name: string) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** Short reason codes travel with actions that need one; free words are optional and stay with the record. */
export const Reason = z.strictObject({
  code: z.string().check(z.regex(/^[A-Z][A-Z_]{1,39}$/, 'code')),
  words: z.optional(z.string().check(z.maxLength(300))),
});
export type Reason = z.infer<typeof Reason>;

/**
 * The endpoint of one lifecycle action: `POST /<resource>/{id}/<action>`.
 * @param input the fields of this action beside opId, occurredAt, reason and revision, which the table adds
 */
export function action<L extends Lifecycle, I extends z.core.$ZodShape, V extends Schema>(
  machine: L,
  name: ActionOf<L> & string,
  input: I,
  view: V,
  problems: readonly ProblemType[] = [],
) {
  const rule = machine.actions[name];
  if (!rule) throw new Error(`${machine.name} has no action ${name}`);
  // optional in the type, since which actions need them is data; the schema itself insists where the table does
  const reason = (rule.needs?.includes('reason') ? Reason : z.optional(Reason)) as z.ZodMiniOptional<typeof Reason>;
  const counted = z.int().check(z.gte(0));
  const revision = (
    rule.needs?.includes('revision') ? counted : z.optional(counted)
  ) as z.ZodMiniOptional<z.ZodMiniNumber>;
  return endpoint({
    name: `${machine.name}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    method: 'POST',
    path: `/${machine.resource}/{id}/${pathWord(name)}`,
    access: { action: name, machine },
    params: byId,
    body: z.strictObject({ ...intent, reason, revision, ...input }),
    response: acted(view),
    problems: ['transition-not-allowed', 'changed-meanwhile', 'op-id-reused', 'outcome-unknown', ...problems],
    summary: rule.doc,
  });
}

export type BodyOf<E extends Endpoint> = z.infer<E['body']>;
export type ResponseOf<E extends Endpoint> = z.infer<E['response']>;
export type QueryOf<E extends Endpoint> = z.infer<E['query']>;
export type ParamsOf<E extends Endpoint> = z.infer<E['params']>;
