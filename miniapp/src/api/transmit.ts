import { type HttpReply, request } from '@/platform';
import { useSettings } from '@/state/settings';
import { type Outcome, ownProblem, readProblem } from './problem';
import { newId } from './session';

/** A request as data: what the outbox keeps and the client sends. `path` is filled in, below the API's address. */
export type Message = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
};

/** Told to the server, which answers client-too-old when it no longer serves this version. */
const clientVersion = '1';

/** The complete address of a message. */
export function addressOf({ path, query = {} }: Message): string {
  const words = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${API_BASE}${path}${words.length === 0 ? '' : `?${words.join('&')}`}`;
}

/** The headers of every request; the token never stands in an address. */
export function headersFor(token: string | undefined, requestId: string): Record<string, string> {
  return {
    'x-request-id': requestId,
    'x-client-version': clientVersion,
    'accept-language': useSettings.getState().language === 'zh' ? 'zh-CN' : 'en',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
}

/** A reply as an outcome; the value is not yet checked against the contract. */
export function readReply(reply: HttpReply, requestId: string): Outcome<unknown> {
  if (reply.kind !== 'reply') {
    return { ok: false, problem: ownProblem(reply.kind === 'offline' ? 'no-network' : 'no-answer', requestId) };
  }
  if (reply.status >= 200 && reply.status < 300) return { ok: true, value: reply.body };
  return { ok: false, problem: readProblem(reply.status, reply.body, reply.headers) };
}

/** Sends one message once. */
export async function transmit(message: Message, token: string | undefined): Promise<Outcome<unknown>> {
  const requestId = newId();
  const reply = await request({
    method: message.method,
    url: addressOf(message),
    headers: headersFor(token, requestId),
    ...(message.body !== undefined && { body: message.body }),
  });
  return readReply(reply, requestId);
}
