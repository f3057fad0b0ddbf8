import { defineText } from './define';

/** Words for the death of somebody who was followed. */
export const trackerDeathText = defineText({
  zh: {
    'tracker-dead': '人已去世',
    'record-death': '人去世了',
    'record-death-sure': '所有提醒、电话、账单都会停，不再问家里任何事。核实过了吗？',
    'record-death-yes': '核实过了，人去世了',
  },
  en: {
    'tracker-dead': 'Has died',
    'record-death': 'The person has died',
    'record-death-sure': 'Every reminder, call and bill stops, and the family is asked nothing more. Is it verified?',
    'record-death-yes': 'Verified: the person has died',
  },
});
