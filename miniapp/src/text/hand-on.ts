import { defineText } from './define';

/** Words of the grid desk for bags whose carrier cannot go on: somebody else goes on, or they are kept back. */
export const handOnText = defineText({
  zh: {
    'carry-on': '在您手上，接着送',
    'give-hint': '请送的人把袋子放好、说清几袋。附近的志愿者马上知道；20 分钟没人接，您去接。',
    'give-send': '为什么换人',
    'keep-hint': '袋子封好单独放，别打开。住户会收到通知，重新买一份，不用再付钱。是谁病了，不告诉别人。',
    'keep-send': '留下袋子，重新买',
  },
  en: {
    'carry-on': 'It is with you: go on',
    'give-hint':
      'The carrier puts the bags down and says how many. Volunteers nearby hear at once; if nobody takes them in 20 minutes, you fetch them.',
    'give-send': 'Why somebody else',
    'keep-hint':
      'Seal the bags and keep them apart, unopened. The household is told, and it is bought again at no cost to them. Nobody hears who is ill.',
    'keep-send': 'Keep the bags, buy again',
  },
});
