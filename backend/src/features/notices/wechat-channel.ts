import { z } from '@grid-relief/shared-types/zod';
import type { Logger } from '../../platform/logger';
import type { Channel, Sending } from './channel';
import type { CreditRepository } from './credit.repository';
import type { NoticeRecord } from './notice.record';

/** A subscribe message of the mini-program: its template, the page it opens, and its fields as WeChat wants them. */
export interface MessageTemplate {
  readonly id: string;
  readonly page: string;
  readonly fields: (notice: NoticeRecord) => Readonly<Record<string, string>>;
}

export interface WechatChannelOptions {
  readonly baseUrl: string;
  readonly credentials: { readonly id: string; readonly secret: string };
  /** By the notice's code; a code without template goes to the inbox only. */
  readonly templates: ReadonlyMap<string, MessageTemplate>;
  readonly credits: CreditRepository;
  readonly openidOf: (county: string, person: string) => Promise<string | undefined>;
  readonly log: Logger;
  /** Machine time in milliseconds, for the life of the access token. */
  readonly nowMs: () => number;
}

const TokenAnswer = z.object({
  access_token: z.optional(z.string()),
  expires_in: z.optional(z.int()),
  errcode: z.optional(z.int()),
});
const SendAnswer = z.object({ errcode: z._default(z.int(), 0) });

/** Error codes of subscribeMessage.send as WeChat documents them. */
const noCredit = 43_101;
const tokenEnded = new Set([40_001, 40_014, 42_001]);
const answerMs = 5_000;
/** A token is renewed this long before its end. */
const marginMs = 5 * 60 * 1000;

/** WeChat's one-time subscribe messages: one credit, one message; without a credit nothing is asked of WeChat. */
export function wechatChannel(options: WechatChannelOptions): Channel {
  const { templates, credits, openidOf, log } = options;
  const token = accessToken(options);

  async function post(template: MessageTemplate, openid: string, notice: NoticeRecord): Promise<number> {
    const data = Object.entries(template.fields(notice)).map(([field, value]) => [field, { value }]);
    const body = { touser: openid, template_id: template.id, page: template.page, data: Object.fromEntries(data) };
    const errcode = await sendOnce(options.baseUrl, await token.get(), body);
    if (!tokenEnded.has(errcode)) return errcode;
    token.forget();
    return sendOnce(options.baseUrl, await token.get(), body);
  }

  async function deliver(notice: NoticeRecord): Promise<Sending> {
    const template = templates.get(notice.code);
    if (!template) return 'NOT_FOR_THIS';
    const openid = await openidOf(notice.county, notice.person);
    if (!openid) return 'NO_ADDRESS';
    if (!(await credits.spend(notice.person, template.id))) return 'NO_CREDIT';
    const errcode = await post(template, openid, notice);
    if (errcode === 0) return 'SENT';
    if (errcode === noCredit) {
      await credits.clear(notice.person, template.id);
      return 'NO_CREDIT';
    }
    log.warn({ adapter: 'wechat', errcode }, 'a subscribe message was refused');
    return 'FAILED';
  }

  return {
    name: 'wechat',
    // the address of a call holds the access token: the error that repeats it is not logged
    send: (notice) =>
      deliver(notice).catch(() => {
        log.warn({ adapter: 'wechat' }, 'WeChat did not answer in its documented form');
        return 'FAILED' as const;
      }),
  };
}

async function sendOnce(baseUrl: string, token: string, body: unknown): Promise<number> {
  const address = new URL('/cgi-bin/message/subscribe/send', baseUrl);
  address.searchParams.set('access_token', token);
  return SendAnswer.parse(await postJson(address, body)).errcode;
}

/** The app's access token, kept until shortly before its end. */
function accessToken({ baseUrl, credentials, nowMs }: WechatChannelOptions) {
  let known: { readonly text: string; readonly until: number } | undefined;
  return {
    async get(): Promise<string> {
      if (known && known.until > nowMs()) return known.text;
      const wanted = { grant_type: 'client_credential', appid: credentials.id, secret: credentials.secret };
      const answer = TokenAnswer.parse(await postJson(new URL('/cgi-bin/stable_token', baseUrl), wanted));
      if (!answer.access_token) throw new Error(`No access token: ${answer.errcode ?? 'no code'}.`);
      known = { text: answer.access_token, until: nowMs() + (answer.expires_in ?? 0) * 1000 - marginMs };
      return known.text;
    },
    forget() {
      known = undefined;
    },
  };
}

async function postJson(address: URL, body: unknown): Promise<unknown> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(answerMs),
  });
  return answer.json();
}
