import Taro from '@tarojs/taro';

/** One HTTP call. `url` is complete; `body` is sent as JSON. */
export type HttpCall = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs?: number;
};

/** What came of it. Any status is a reply; the other kinds mean that no answer arrived. */
export type HttpReply =
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  | { readonly kind: 'timeout' | 'offline' | 'interrupted' };

const defaultTimeoutMs = 15_000;

function lowerCaseKeys(headers: Readonly<Record<string, unknown>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function parseBody(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** WeChat and browsers name their failures differently; three kinds are all a screen can act on. */
function failureKind(error: unknown): 'timeout' | 'offline' | 'interrupted' {
  const message = String((error as { errMsg?: unknown })?.errMsg ?? (error as { message?: unknown })?.message ?? error);
  if (/time.?out|abort/i.test(message)) return 'timeout';
  return /interrupt/i.test(message) ? 'interrupted' : 'offline';
}

/** Sends one call and always resolves: never throws on a status, a timeout (15 s unless told) or a lost network. */
export async function request(call: HttpCall): Promise<HttpReply> {
  try {
    const reply = await Taro.request<string>({
      url: call.url,
      method: call.method,
      header: { 'content-type': 'application/json', accept: 'application/json', ...call.headers },
      timeout: call.timeoutMs ?? defaultTimeoutMs,
      // text on both targets: the body is parsed here, so that an empty or broken one is not a failure of its own
      dataType: 'text',
      responseType: 'text',
      ...(call.body === undefined ? {} : { data: JSON.stringify(call.body) }),
    });
    return {
      kind: 'reply',
      status: reply.statusCode,
      headers: lowerCaseKeys(reply.header),
      body: parseBody(reply.data),
    };
  } catch (error) {
    return { kind: failureKind(error) };
  }
}
