import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import type { PersonActor } from '../lifecycle';
import type { Language } from './plain-words';

/** What every handler may know about the request besides its input. */
export interface RequestFacts {
  /** Quoted in every problem answer and on every log line. */
  readonly requestId: string;
  /** The caller's address; a proxy's word for it counts only when the proxy is configured. */
  readonly ip: string;
  readonly language: Language;
  /** Server time at the start of this request. */
  readonly now: Date;
  /** Those that the contract names, and no other. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A request whose input has passed the contract; nothing unparsed reaches a handler. */
export interface PublicRequest<E extends Endpoint> extends RequestFacts {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  /** For an endpoint with `accepts`: a RawBody. */
  readonly body: BodyOf<E>;
}

/** The same, from somebody signed in. */
export interface SignedInRequest<E extends Endpoint> extends PublicRequest<E> {
  readonly actor: PersonActor;
}

/** A handler answers the contract's response; the writer turns thrown problems into answers. */
export type Handler<E extends Endpoint> = (request: SignedInRequest<E>) => Promise<ResponseOf<E>> | ResponseOf<E>;
export type PublicHandler<E extends Endpoint> = (request: PublicRequest<E>) => Promise<ResponseOf<E>> | ResponseOf<E>;

/** Body of an endpoint that `accepts` raw content: what the caller called it, and the bytes. */
export interface RawBody {
  readonly contentType: string;
  readonly bytes: Buffer;
}

const bytesMark = Symbol('bytes');

/** An answer that is not JSON (a photo, a code image). */
export interface BytesAnswer {
  readonly [bytesMark]: true;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers bytes instead of JSON. Never cached by anybody in between unless `headers` says so. */
export function bytesAnswer(contentType: string, bytes: Buffer, headers: Readonly<Record<string, string>> = {}) {
  return { [bytesMark]: true, contentType, bytes, headers } satisfies BytesAnswer;
}

export function isBytesAnswer(answer: unknown): answer is BytesAnswer {
  return typeof answer === 'object' && answer !== null && bytesMark in answer;
}
