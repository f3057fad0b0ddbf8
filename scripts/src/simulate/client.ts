import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import { refreshTokens, requestCode, signInByPhone } from '@grid-relief/shared-types/identity/identity.contract';
import type { Me } from '@grid-relief/shared-types/identity/identity.schema';
import { makeId, OpId } from '@grid-relief/shared-types/primitives/ids';

/** What a call brought: the answer, or the problem's slug and status. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly problem: string };

export interface Call<E extends Endpoint> {
  readonly params?: ParamsOf<E>;
  readonly query?: QueryOf<E>;
  readonly body?: BodyOf<E>;
}

/** A simulated person with a phone. */
export interface SimulatedPerson {
  readonly me: Me;
  /** For what no endpoint carries: the live line. */
  readonly token: string;
  call<E extends Endpoint>(endpoint: E, given?: Call<E>): Promise<Outcome<ResponseOf<E>>>;
  /** Stores raw bytes under a client-made id. */
  upload(path: string, type: string, bytes: Uint8Array): Promise<boolean>;
  newId(): string;
  newOpId(): OpId;
}

function addressOf(base: string, path: string, given: { params?: unknown; query?: unknown }): string {
  const params = new Map(Object.entries((given.params ?? {}) as Record<string, string>)); // params of a contract are strings
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params.get(name) ?? ''));
  const query = new URLSearchParams((given.query ?? {}) as Record<string, string>).toString();
  return `${base}/api/v1${filled}${query ? `?${query}` : ''}`;
}

/** One call of a contract endpoint over HTTP. */
export async function send<E extends Endpoint>(
  base: string,
  endpoint: E,
  given: Call<E>,
  token?: string,
): Promise<Outcome<ResponseOf<E>>> {
  const response = await fetch(addressOf(base, endpoint.path, given), {
    method: endpoint.method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(endpoint.method === 'GET' ? {} : { body: JSON.stringify(given.body ?? {}) }),
  });
  const answer: unknown = await response.json().catch(() => ({}));
  // the server checks its answers against this very schema in tests
  if (response.ok) return { ok: true, value: answer as ResponseOf<E> };
  const type = typeof answer === 'object' && answer && 'type' in answer ? String(answer.type) : '';
  return { ok: false, status: response.status, problem: type.split('/').pop() ?? '' };
}

/** Signs a sample person in with the code that the demo shows. @throws when the server is not a demo or refuses */
export async function signIn(base: string, phone: string): Promise<SimulatedPerson> {
  const asked = await send(base, requestCode, { body: { phone } });
  if (!asked.ok) throw new Error(`no code for ${phone}: ${asked.status} ${asked.problem}`);
  if (!asked.value.demoCode) throw new Error(`no code for ${phone}: is this a demo server?`);
  const signed = await send(base, signInByPhone, {
    body: { phone, code: asked.value.demoCode, device: `simulated-${phone}` },
  });
  if (!signed.ok) throw new Error(`sign-in refused: ${signed.status} ${signed.problem}`);
  const { me } = signed.value;
  let { tokens } = signed.value;
  const newId = () => makeId(me.county, Date.now(), Math.random);
  let trading: Promise<boolean> | undefined;
  /** One trade at a time: a second one with the same token would end the sign-in. */
  const trade = () => {
    trading ??= send(base, refreshTokens, {
      body: { refreshToken: tokens.refreshToken, device: `simulated-${phone}` },
    })
      .then((traded) => {
        if (traded.ok) tokens = traded.value.tokens;
        return traded.ok;
      })
      .finally(() => {
        trading = undefined;
      });
    return trading;
  };
  return {
    me,
    token: tokens.accessToken,
    newId,
    newOpId: () => OpId.parse(newId()),
    async call(endpoint, given = {}) {
      const first = await send(base, endpoint, given, tokens.accessToken);
      // run out, as it does after ten minutes: traded for another and sent once more, as a phone does
      const isAgain = !first.ok && first.status === 401 && (await trade());
      return isAgain ? send(base, endpoint, given, tokens.accessToken) : first;
    },
    upload: async (path, type, bytes) => {
      const response = await fetch(`${base}/api/v1${path}`, {
        method: 'PUT',
        headers: { 'content-type': type, authorization: `Bearer ${tokens.accessToken}` },
        body: Buffer.from(bytes),
      });
      return response.ok;
    },
  };
}
