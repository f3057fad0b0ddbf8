import { defineText } from './define';

/** Words of the duty badge. */
export const badgeText = defineText({
  zh: {
    title: '亮身份',
    number: '报给住户听的号',
    'number-hint': '住户在手机里填这六个数，就知道您是真的。',
    changes: '每分钟换一次，截图没用',
    until: '有效到',
    'qr-label': '身份二维码',
    'not-showing': '现在没在值班，亮不了身份',
    'not-showing-hint': '回到值班页，按“上班”。',
    'to-duty': '去上班',
    'post-VOLUNTEER': '志愿者',
    'post-GRID_WORKER': '网格员',
    'post-GRID_LEADER': '网格长',
    'no-network': '没有网络，号码换不了。请等有信号，或让住户打网格员电话核对。',
  },
  en: {
    title: 'Badge',
    number: 'Say these six digits',
    'number-hint': 'The household types them in and knows that you are real.',
    changes: 'Changes every minute; screenshots do not work',
    until: 'Valid until',
    'qr-label': 'QR of the badge',
    'not-showing': 'Not on duty, so there is no badge',
    'not-showing-hint': 'Go back to the duty page and start duty.',
    'to-duty': 'To the duty page',
    'post-VOLUNTEER': 'Volunteer',
    'post-GRID_WORKER': 'Grid worker',
    'post-GRID_LEADER': 'Grid leader',
    'no-network':
      'No network, so the digits cannot change. Wait for signal, or let the household phone the grid worker.',
  },
});
