import type { NoticeAudience, NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';

type Words = string | Partial<Record<NoticeAudience, string>>;

/** WeChat shows at most so many characters of a field of the kind `thing`. */
export const wordsLimit = 20;

/**
 * What a message outside the app says, by its code: that something waits, never whose or where. A code that is not
 * here, or not for this audience, reads as the general line.
 */
const words: Partial<Record<NoticeCode, Words>> = {
  OFFER: '有一单想请您送，请打开看看',
  TAKEN_BACK: '这一单已改请别人，不用送了',
  LINES_CHANGED: '单子有改动，买之前请看一眼',
  ON_HOLD: { HOUSEHOLD: '您的单子先停一停，会联系您', CARRIER: '这一单先停一停，不用买了' },
  CANCELLED: { HOUSEHOLD: '您的单子取消了', CARRIER: '这一单取消了，不用送了' },
  REJECTED: '您的单子办不了，点开看原因',
  CARRIER_FOUND: '您的单子有人接了',
  CARRIER_GAVE_BACK: '接单的人来不了，正在另找',
  SUBSTITUTION_ASKED: '有一样卖完了，等您一句话',
  CONSENT_ASKED: '价钱比估的高，问您买不买',
  BOUGHT: '您的东西买好了',
  NOTHING_BOUGHT: { HOUSEHOLD: '都没买到，再换一家找' },
  CLOSED_UNFULFILLED: '这一单没买到，已经结束',
  ON_THE_WAY: '您的东西在路上了',
  READY_FOR_PICKUP: '东西放好了，到点去取',
  PICKUP_TIME: '您的取物时间定好了',
  PICKUP_SOON: '快到您取物的时间了',
  PICKUP_MISSED: '没赶上不要紧，再约一个时间',
  TO_DOOR: { HOUSEHOLD: '不用去取了，给您送到门口' },
  ADDRESS_ASKED: { HOUSEHOLD: '志愿者找不到门，请回句话' },
  DROPPED: '东西放好了，请及时取',
  DELIVERY_FAILED: { HOUSEHOLD: '这一趟没送成，会再送' },
  UNPAID: { HOUSEHOLD: '有一单的钱还没付' },
  DISPUTE_REFUND: '您反映的事有答复了',
  DISPUTE_REDELIVER: '您反映的事有答复了',
  DISPUTE_ACCEPT: '您反映的事有答复了',
  DISPUTE_UNFOUNDED: '您反映的事有答复了',
};

const general = '有一条新消息，请打开查看';

/** The words of a notice outside the app. */
export function messageWords(code: string, audience: NoticeAudience | undefined): string {
  const known = Object.entries(words).find(([name]) => name === code)?.[1] ?? general;
  if (typeof known === 'string') return known;
  return (audience && known[audience]) ?? general;
}

const shanghaiOffsetMs = 8 * 60 * 60 * 1000;

/** Day and time on a Shanghai clock, `2022-04-18 09:30`. */
export function shanghaiClock(at: Date): string {
  const time = new Date(at.getTime() + shanghaiOffsetMs).toISOString().slice(11, 16);
  return `${dayOf(at)} ${time}`;
}
