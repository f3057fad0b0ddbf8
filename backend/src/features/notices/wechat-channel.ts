import type { MessageTemplate, WechatMessages } from '../../platform/wechat';
import type { Channel, Sending } from './channel';
import type { CreditRepository } from './credit.repository';
import { messageWords, shanghaiClock } from './message-words';
import type { NoticeRecord } from './notice.record';

export interface WechatChannelDeps {
  readonly messages: WechatMessages;
  readonly credits: Pick<CreditRepository, 'spend' | 'giveBack' | 'clear'>;
  readonly openidOf: (county: string, person: string) => Promise<string | undefined>;
}

/** The inbox has the rest; the message only says that something waits there. */
const page = 'pages/inbox/index';

/**
 * WeChat's one-time subscribe messages: one credit, one message; without a credit nothing is asked of WeChat. A
 * message shows words that belong to its code, and its time: there is no way for a name or a door to get into it.
 */
export function wechatChannel({ messages, credits, openidOf }: WechatChannelDeps): Channel {
  return {
    name: 'wechat',
    isFor: ({ code }) => messages.templates[code] !== undefined,
    async send(notice): Promise<Sending> {
      const template = messages.templates[notice.code];
      // whoever asks has been told by `isFor`
      if (!template) throw new Error(`no template for ${notice.code}`);
      const openid = await openidOf(notice.county, notice.person);
      if (openid === undefined) return 'NO_ADDRESS';
      if (!(await credits.spend(notice.person, template.id))) return 'NO_CREDIT';
      const sent = await messages.send({ openid, template: template.id, page, data: dataOf(template, notice) });
      if (sent === 'NO_CREDIT') await credits.clear(notice.person, template.id);
      if (sent === 'LATER') await credits.giveBack(notice.person, template.id);
      return sent;
    },
  };
}

function dataOf({ fields }: MessageTemplate, notice: NoticeRecord): Record<string, string> {
  const shown = { TEXT: messageWords(notice.code, notice.audience), TIME: shanghaiClock(notice.at) };
  return Object.fromEntries(Object.entries(fields).map(([field, source]) => [field, shown[source]]));
}
