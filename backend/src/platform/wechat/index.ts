import * as z from '@grid-relief/shared-types/zod';
import { Problem } from '../../http/problem';
import type { Logger } from '../logger';
import { type MessageTemplates, type WechatMessages, wechatMessages } from './messages';

export { type MessageTemplate, MessageTemplates, type SubscribeMessage, type WechatMessages } from './messages';

/** Who a code of wx.login stands for. The session key is dropped on arrival: nothing here needs it. */
export interface WechatLogin {
  readonly openid: string;
}

export interface Wechat {
  readonly available: boolean;
  /**
   * Trades a single-use code of wx.login.
   * @throws Problem code-wrong (wrong, run out or used), too-many-requests, unavailable
   */
  codeToLogin(code: string): Promise<WechatLogin>;
  /** Absent unless credentials and at least one template are configured. */
  readonly messages?: WechatMessages;
}

export interface WechatOptions {
  readonly baseUrl: string;
  readonly credentials: { readonly id: string; readonly secret: string } | undefined;
  /** By a notice's code; none: no message is sent by WeChat. */
  readonly templates?: MessageTemplates | undefined;
}

const Answer = z.object({
  openid: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  errcode: z.optional(z.int()),
});

/** Error codes of code2Session as WeChat documents them. */
const codeWrong = new Set([40_029, 40_163]);
const tooFrequent = 45_011;
const answerMs = 5_000;

/** WeChat's login interface. Without credentials it says so once, and every call answers `unavailable`. */
export function wechat({ baseUrl, credentials, templates = {} }: WechatOptions, log: Logger): Wechat {
  if (!credentials) {
    log.warn(
      { adapter: 'wechat' },
      'no WeChat credentials are configured: sign-in is by phone, notices are in the app only',
    );
    return {
      available: false,
      codeToLogin: () => Promise.reject(new Problem('unavailable')),
    };
  }
  const hasTemplates = Object.keys(templates).length > 0;
  if (!hasTemplates)
    log.warn({ adapter: 'wechat' }, 'no message templates are configured: notices are in the app only');
  return {
    available: true,
    ...(hasTemplates
      ? { messages: wechatMessages({ baseUrl, credentials, templates, nowMs: () => performance.now() }, log) }
      : {}),
    async codeToLogin(code) {
      const address = new URL('/sns/jscode2session', baseUrl);
      address.search = new URLSearchParams({
        appid: credentials.id,
        secret: credentials.secret,
        js_code: code,
        grant_type: 'authorization_code',
      }).toString();
      const { openid, errcode = 0 } = await ask(address, log);
      if (openid && errcode === 0) return { openid };
      if (codeWrong.has(errcode)) throw new Problem('code-wrong');
      if (errcode === tooFrequent) throw new Problem('too-many-requests', undefined, { retryAfterSeconds: 60 });
      log.warn({ adapter: 'wechat', errcode }, 'code2Session failed');
      throw new Problem('unavailable');
    },
  };
}

/** The address holds the secret: neither it nor the error that repeats it is logged. */
async function ask(address: URL, log: Logger): Promise<z.infer<typeof Answer>> {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(answerMs) });
    return Answer.parse(await answer.json());
  } catch {
    log.warn({ adapter: 'wechat' }, 'WeChat did not answer in its documented form');
    throw new Problem('unavailable');
  }
}
