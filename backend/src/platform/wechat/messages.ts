import * as z from '@grid-relief/shared-types/zod';
import type { Logger } from '../logger';
import { type AppAccount, appAccessToken, postJson } from './access-token';

/** What a field of a template shows: the words of the notice, or its time. Nothing else can be configured. */
const FieldSource = z.enum(['TEXT', 'TIME']);

/** By a notice's code: the template's id, and which of its fields shows what. */
export const MessageTemplates = z.record(
  z.string(),
  z.strictObject({
    id: z.string().check(z.minLength(1), z.maxLength(64)),
    fields: z.record(z.string().check(z.regex(/^[a-z_]+[0-9]*$/)), FieldSource),
  }),
);
export type MessageTemplates = z.infer<typeof MessageTemplates>;
export type MessageTemplate = MessageTemplates[string];

/** One message to one WeChat account. */
export interface SubscribeMessage {
  readonly openid: string;
  readonly template: string;
  readonly page: string;
  /** What each field of the template shows. */
  readonly data: Readonly<Record<string, string>>;
}

/** `LATER`: WeChat has surely not sent it and may do so if asked again. `FAILED`: refused, or nobody knows. */
export type MessageOutcome = 'SENT' | 'NO_CREDIT' | 'LATER' | 'FAILED';

/** One-time subscribe messages of the mini-program. Never throws. */
export interface WechatMessages {
  readonly templates: MessageTemplates;
  send(message: SubscribeMessage): Promise<MessageOutcome>;
}

const SendAnswer = z.object({ errcode: z._default(z.int(), 0) });

/** Error codes of subscribeMessage.send as WeChat documents them. */
const noCredit = 43_101;
const tokenEnded = new Set([40_001, 40_014, 42_001]);
const tryAgain = new Set([-1, 45_009, 45_011]);
/** What the network says when nothing has left this machine. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

export interface MessagesOptions extends AppAccount {
  readonly templates: MessageTemplates;
}

/** Sends by subscribeMessage.send. The address of a call holds the access token: errors that repeat it are not logged. */
export function wechatMessages(options: MessagesOptions, log: Logger): WechatMessages {
  const token = appAccessToken(options);

  async function errcodeOf(accessToken: string, message: SubscribeMessage): Promise<number> {
    const address = new URL('/cgi-bin/message/subscribe/send', options.baseUrl);
    address.searchParams.set('access_token', accessToken);
    return SendAnswer.parse(await postJson(address, bodyOf(message))).errcode;
  }

  async function deliver(message: SubscribeMessage): Promise<MessageOutcome> {
    // while there is no token, nothing has been sent
    const first = await token.get().catch(() => undefined);
    if (first === undefined) return 'LATER';
    let errcode = await errcodeOf(first, message);
    if (tokenEnded.has(errcode)) {
      token.forget();
      errcode = await errcodeOf(await token.get(), message);
    }
    const outcome = outcomeOf(errcode);
    if (outcome === 'LATER' || outcome === 'FAILED') log.warn({ adapter: 'wechat', errcode }, 'a message was refused');
    return outcome;
  }

  return {
    templates: options.templates,
    send: (message) =>
      deliver(message).catch((error: unknown) => {
        log.warn({ adapter: 'wechat' }, 'WeChat did not answer in its documented form');
        return hasNeverLeft(error) ? 'LATER' : 'FAILED';
      }),
  };
}

function bodyOf({ openid, template, page, data }: SubscribeMessage) {
  const fields = Object.entries(data).map(([field, value]) => [field, { value }]);
  return { touser: openid, template_id: template, page, data: Object.fromEntries(fields) };
}

function outcomeOf(errcode: number): MessageOutcome {
  if (errcode === 0) return 'SENT';
  if (errcode === noCredit) return 'NO_CREDIT';
  return tryAgain.has(errcode) ? 'LATER' : 'FAILED';
}

function hasNeverLeft(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && neverLeft.has(String(cause.code));
}
