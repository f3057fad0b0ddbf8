import { defineText } from './define';

/** Who is at the door: the household checks a badge; the badge itself has its words in `badge.ts`. */
export const badgeCheckText = defineText({
  zh: {
    badge: '门口是谁',
    badgeTitle: '门口是谁',
    badgeHint: '请他念胸牌上的 6 位数字。数字每分钟变，截图没用。',
    badgeDigits: '6 位数字',
    badgeFirst: '先填他念的 6 位数字',
    badgeCheck: '查一查',
    badgeYours: '{name}，{post}，是给您送东西的',
    badgeDuty: '{name}，{post}，在岗；但不是给您送的，可以不开门',
    badgeUnknown: '查不到。先别开门，请打电话给网格员。',
  },
  en: {
    badge: 'Who is at the door',
    badgeTitle: 'Who is at the door',
    badgeHint: 'Ask for the 6 digits on the badge. They change every minute; a screenshot does not work.',
    badgeDigits: '6 digits',
    badgeFirst: 'First type the 6 digits',
    badgeCheck: 'Check',
    badgeYours: '{name}, {post}, is bringing things to you',
    badgeDuty: '{name}, {post}, is on duty but not for you; you need not open',
    badgeUnknown: 'Not known. Do not open; phone your grid worker.',
  },
});
