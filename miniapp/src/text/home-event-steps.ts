import { defineText, type Reader, wordOr } from './define';

/** What was done since something happened in a home: the actions of the event, and its beginning. */
export const homeEventStepsText = defineText({
  zh: {
    opened: '记下了这件事',
    'h-holdGoods': '没买的单子先停下，送货的人先问',
    'h-secure': '人、宠物、东西都安顿好了',
    'h-secureOverdue': '半小时还没安顿好，报上去了',
    'h-openWelfare': '还有人没人管，开始找人照看',
    'h-askCode': '替他申请健康码',
    'h-keepAsIs': '看过一样，不用改',
    'h-reconcile': '都理清了',
    'h-close': '了结了',
    'h-other': '有了新进展',
  },
  en: {
    opened: 'It was noted',
    'h-holdGoods': 'What was not bought is on hold; carriers ask first',
    'h-secure': 'People, pets and goods are safe',
    'h-secureOverdue': 'Not safe after half an hour: told further up',
    'h-openWelfare': 'Somebody has nobody: a guardian is looked for',
    'h-askCode': 'The health code was asked for',
    'h-keepAsIs': 'Looked at one thing; it stays so',
    'h-reconcile': 'All sorted out',
    'h-close': 'Closed',
    'h-other': 'Something changed',
  },
});

/** A step of the event by its action. */
export const eventStepWords = (t: Reader<typeof homeEventStepsText.zh>, action: string): string =>
  wordOr(t, homeEventStepsText, `h-${action}`, 'h-other');
