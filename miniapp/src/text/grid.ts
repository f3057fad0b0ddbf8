import { defineText } from './define';

/** Words of the grid workspace beside its requests: who is on duty, runs, money owed, invitations. */
export const gridText = defineText({
  zh: {
    'bar-home': '单子',
    'bar-phone-order': '代记',
    'bar-chain': '接龙',
    'bar-duty': '值班',
    'bar-runs': '趟次',
  },
  en: {
    'bar-home': 'Requests',
    'bar-phone-order': 'By phone',
    'bar-chain': 'Chain',
    'bar-duty': 'On duty',
    'bar-runs': 'Runs',
  },
});
