import type { deskText } from '@/text/grid-desk';
import type { IconName } from '@/ui';

/** How an action is asked for: at once, by urgency, by person, by one reason, or with a form of its own. */
export type DeskForm =
  | 'direct'
  | 'priority'
  | 'person'
  | 'reason'
  | 'reject'
  | 'address'
  | 'redirect'
  | 'lines'
  | 'soldOut'
  | 'dispute'
  | 'goods'
  | 'merge'
  | 'symptoms'
  | 'call'
  | 'carry'
  | 'bags'
  | 'keepBack'
  | 'note';

type Reason = Extract<keyof typeof deskText.zh, `reason-${string}`> extends `reason-${infer Code}` ? Code : never;

export type DeskAct = {
  readonly act: Extract<keyof typeof deskText.zh, `do-${string}`> extends `do-${infer Act}` ? Act : never;
  readonly icon: IconName;
  readonly form: DeskForm;
  /** May stand as the one main action of the page. */
  readonly main?: true;
  readonly reasons?: readonly Reason[];
};

/** What a desk can do with a request, the most needed first; the server's `actions` decide which are offered. */
export const deskActs: readonly DeskAct[] = [
  { act: 'answerSymptoms', icon: 'thermometer', form: 'symptoms', main: true },
  { act: 'triage', icon: 'flag', form: 'priority', main: true },
  { act: 'answerAddress', icon: 'map-pin', form: 'address', main: true },
  { act: 'resolveDispute', icon: 'message', form: 'dispute', main: true },
  { act: 'tryElsewhere', icon: 'refresh', form: 'direct', main: true },
  { act: 'assign', icon: 'person', form: 'person', main: true },
  { act: 'resume', icon: 'check', form: 'direct', main: true },
  { act: 'takeOver', icon: 'swap', form: 'carry', main: true },
  { act: 'disposeReturned', icon: 'box', form: 'goods', main: true },
  { act: 'retryDelivery', icon: 'refresh', form: 'direct', main: true },
  { act: 'toDoor', icon: 'door', form: 'direct', main: true },
  { act: 'tickReceived', icon: 'yuan', form: 'direct', main: true },
  { act: 'settle', icon: 'yuan', form: 'direct' },
  { act: 'closeResolved', icon: 'check', form: 'direct', main: true },
  { act: 'closeSettled', icon: 'check', form: 'direct', main: true },
  { act: 'recordCall', icon: 'phone', form: 'call', main: true },
  { act: 'confirm', icon: 'check', form: 'direct' },
  { act: 'reassign', icon: 'swap', form: 'person' },
  { act: 'askHandover', icon: 'swap', form: 'bags', reasons: ['NOT_WELL', 'VEHICLE_BROKEN', 'TOO_SLOW'] },
  { act: 'quarantineBags', icon: 'shield', form: 'keepBack' },
  { act: 'raisePriority', icon: 'up', form: 'priority' },
  { act: 'unbatch', icon: 'bike', form: 'direct' },
  { act: 'editLines', icon: 'edit', form: 'lines' },
  { act: 'changeSubstitution', icon: 'swap', form: 'soldOut' },
  { act: 'redirect', icon: 'map-pin', form: 'redirect' },
  { act: 'note', icon: 'edit', form: 'note' },
  {
    act: 'hold',
    icon: 'clock',
    form: 'reason',
    reasons: ['HOUSEHOLD_MOVED', 'IN_HOSPITAL', 'ASK_FIRST', 'NOT_REACHED'],
  },
  { act: 'giveBack', icon: 'undo', form: 'reason', reasons: ['NOT_WELL', 'TOO_SLOW', 'CANNOT_NOW'] },
  { act: 'merge', icon: 'link', form: 'merge' },
  { act: 'returnGoods', icon: 'undo', form: 'reason', reasons: ['NOBODY_ANSWERS', 'NOT_WANTED', 'HOUSEHOLD_MOVED'] },
  { act: 'payByAid', icon: 'heart', form: 'reason', reasons: ['CANNOT_PAY', 'AID_LISTED'] },
  { act: 'writeOff', icon: 'minus', form: 'reason', reasons: ['CANNOT_PAY', 'NOT_FOUND'] },
  { act: 'closeUnfulfilled', icon: 'cross', form: 'reason', reasons: ['SOLD_OUT_ALL', 'NOT_POSSIBLE', 'NOT_WANTED'] },
  { act: 'reject', icon: 'cross', form: 'reject', reasons: ['NOT_SOLD', 'NOT_ALLOWED', 'NEEDS_DOCTOR', 'OUT_OF_AREA'] },
  { act: 'cancel', icon: 'cross', form: 'reason', reasons: ['NOT_WANTED', 'TWICE', 'MISTAKE', 'HOUSEHOLD_MOVED'] },
];
