import { defineText, type Reader } from './define';

/** Why a step was taken, as the household reads it: only the reasons that concern it, in its own words. */
export const requestReasonsText = defineText({
  zh: {
    NOT_SOLD: '这里买不到',
    NOT_ALLOWED: '按规定不能代买',
    NEEDS_DOCTOR: '要先看医生',
    OUT_OF_AREA: '不归这个网格管',
    HOUSEHOLD_MOVED: '您家转走了',
    IN_HOSPITAL: '家里人去了医院',
    ASK_FIRST: '要先跟您问清楚',
    NOT_REACHED: '给您打电话没打通',
    DUPLICATE: '和另一单重了',
    SOLD_OUT_ALL: '都卖完了',
    NOT_POSSIBLE: '办不到',
    NOBODY_ANSWERS: '敲门没人应',
    NOT_NEEDED: '不需要了',
    OTHER_WAY: '别处买到了',
    TOO_LATE: '等太久',
    MISSING: '少了东西',
    BROKEN: '坏了',
    WRONG: '送错了',
    PRICE: '钱不对',
    NOT_THERE: '门口没有',
    SITE_GATE: '送到隔离点门口',
    RELATIVE: '请亲戚代收',
    SEALED_ZONE: '封控区的交接点没接成',
  },
  en: {
    NOT_SOLD: 'Not sold here',
    NOT_ALLOWED: 'May not be bought for others',
    NEEDS_DOCTOR: 'A doctor comes first',
    OUT_OF_AREA: 'Belongs to another grid',
    HOUSEHOLD_MOVED: 'Your household was moved',
    IN_HOSPITAL: 'Somebody of yours is in hospital',
    ASK_FIRST: 'You have to be asked first',
    NOT_REACHED: 'You were phoned and not reached',
    DUPLICATE: 'The same as another order',
    SOLD_OUT_ALL: 'All sold out',
    NOT_POSSIBLE: 'Not possible',
    NOBODY_ANSWERS: 'Nobody answered the door',
    NOT_NEEDED: 'Not needed any more',
    OTHER_WAY: 'Found elsewhere',
    TOO_LATE: 'Took too long',
    MISSING: 'Something is missing',
    BROKEN: 'Broken',
    WRONG: 'The wrong thing',
    PRICE: 'The money is not right',
    NOT_THERE: 'Not at the door',
    SITE_GATE: 'To the gate of a site',
    RELATIVE: 'A relative takes it',
    SEALED_ZONE: 'It could not be taken over at the handover point',
  },
});

type Key = keyof typeof requestReasonsText.zh;
type Entry = { readonly action: string; readonly reason?: string | undefined };

/** Steps whose reason is meant for the household or is its own; why a volunteer cannot come is nobody else's. */
const told = new Set([
  'reject',
  'merge',
  'hold',
  'cancel',
  'askCancel',
  'nothingBought',
  'closeUnfulfilled',
  'failDelivery',
  'returnGoods',
  'redirect',
  'returnFromPoint',
  'dispute',
  'resolveDispute',
]);

function isKey(code: string): code is Key {
  return code in requestReasonsText.zh;
}

/** The reason of a step as the household reads it; the server sends a code, or somebody's own words in its place. */
export function reasonForHousehold(
  t: Reader<typeof requestReasonsText.zh>,
  { action, reason }: Entry,
): string | undefined {
  if (reason === undefined || !told.has(action)) return undefined;
  if (isKey(reason)) return t(reason);
  // a code of a newer server says nothing to anybody
  return /^[A-Z][A-Z_]+$/.test(reason) ? undefined : reason;
}
