import type { Endpoint, ResponseOf } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';
import { authorised } from './authorised';
import { type Outcome, ownProblem } from './problem';
import { type Message, transmit } from './transmit';

type Part<Name extends string, T> =
  Record<string, never> extends T ? { readonly [K in Name]?: T } : { readonly [K in Name]: T };

/** What an endpoint must be given; parts that it does not take, or that are all optional, may be left out. */
export type InputOf<E extends Endpoint> = Part<'params', z.input<E['params']>> &
  Part<'query', z.input<E['query']>> &
  Part<'body', z.input<E['body']>>;

/** The same, seen without its types: what the functions of this folder hand on. */
export type AnyInput = {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
};

const fieldsOf = (part: unknown): Record<string, unknown> => (typeof part === 'object' ? { ...part } : {});

/** Fills the path of an endpoint and states the request as data. */
export function messageFor(endpoint: Endpoint, { params, query, body }: AnyInput): Message {
  const given = fieldsOf(params);
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given[name] ?? '')));
  const carriesBody = endpoint.method !== 'GET';
  return {
    method: endpoint.method,
    path,
    ...(query !== undefined && { query: fieldsOf(query) }),
    ...(carriesBody && { body: body ?? {} }),
  };
}

/** Checks an answer against the contract; a newer server may speak in ways this version cannot read. */
export function readValue<E extends Endpoint>(endpoint: E, raw: unknown): Outcome<ResponseOf<E>> {
  const read = z.safeParse(endpoint.response, raw);
  // the schema of this very endpoint has read it
  if (read.success) return { ok: true, value: read.data as ResponseOf<E> };
  return { ok: false, problem: ownProblem('unreadable-answer') };
}

/**
 * Calls an endpoint of the contract: token, one renewal, language and request id come with it. Never throws.
 * Reads and sign-in use it directly; whatever a person does to a record goes through the outbox.
 */
export async function call<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<Outcome<ResponseOf<E>>> {
  const message = messageFor(endpoint, input);
  const outcome =
    endpoint.access === 'public'
      ? await transmit(message, undefined)
      : await authorised((token) => transmit(message, token));
  return outcome.ok ? readValue(endpoint, outcome.value) : outcome;
}
