import { defineText } from './define';

/** What was agreed for a request: what to do when an article is out (r-), who pays (p-) and to whom money is owed. */
export const termsText = defineText({
  zh: {
    'r-SIMILAR': '换差不多的',
    'r-ASK': '先问我',
    'r-NONE': '不要了',
    'r-NEVER': '只要这一种',
    'p-RESIDENT_PAYS_SHOP': '我直接付给店家',
    'p-VOLUNTEER_ADVANCE': '志愿者先垫，送到后我还',
    'p-COMMUNITY_COLLECTS': '社区统一收',
    'p-FREE': '不收钱',
    'owed-CARRIER': '付给志愿者',
    'owed-COMMUNITY': '付给社区',
    'owed-SHOP': '付给店家',
  },
  en: {
    'r-SIMILAR': 'Something similar',
    'r-ASK': 'Ask me',
    'r-NONE': 'Leave it out',
    'r-NEVER': 'Only this one',
    'p-RESIDENT_PAYS_SHOP': 'I pay the shop directly',
    'p-VOLUNTEER_ADVANCE': 'The volunteer pays first, I pay back',
    'p-COMMUNITY_COLLECTS': 'The community collects',
    'p-FREE': 'Free',
    'owed-CARRIER': 'To the volunteer',
    'owed-COMMUNITY': 'To the community',
    'owed-SHOP': 'To the shop',
  },
});
