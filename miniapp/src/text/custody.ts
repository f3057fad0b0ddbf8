import { defineText } from './define';

/** Words for a card or code that a carrier takes along (handbook 4.8): for the household, the carrier, and the grid. */
export const custodyText = defineText({
  zh: {
    'i-MEDICAL_CARD': '医保卡',
    'i-CLINIC_CARD': '就诊卡',
    'i-PRESCRIPTION': '处方',
    'i-PICKUP_CODE': '取药码',
    and: '、',
    // asking for it
    ask: '要带卡去开药吗',
    'ask-hint': '老药续配，要医保卡、就诊卡、处方或取药码的，代购员来门口拿，随药一起还您。',
    'ask-phone': '要不要代购员来拿医保卡、就诊卡去续配',
    yes: '要带卡',
    no: '不用',
    kept: '代购员来拿卡去配药',
    // the carrier
    fetch: '先到门口拿卡',
    'fetch-hint': '拿到哪样点哪样，住户马上看得到在谁手里。没拿到的不用点。',
    more: '又拿到别的，也点一下',
    took: '拿到{item}了',
    'have-mine': '{items}在您手里',
    'give-back': '请归还，和药一起放下。住户点了“还回来了”，这一单才结束。',
    'back-mine': '{items}已经还了',
    // the household and the grid
    'held-by': '{items}在{who}手里',
    since: '{time} 拿走的，随药一起还',
    late: '过了一天还没还，网格长在追',
    back: '还回来了',
    'is-back': '{items}还回来了',
    // the desk
    'is-back-desk': '住户说还回来了',
  },
  en: {
    'i-MEDICAL_CARD': 'medical card',
    'i-CLINIC_CARD': 'clinic card',
    'i-PRESCRIPTION': 'prescription',
    'i-PICKUP_CODE': 'pick-up code',
    and: ', ',
    ask: 'Does a card go along',
    'ask-hint':
      'To have medicine prescribed again: the buyer fetches medical card, clinic card, prescription or code at your door and brings it back with the medicine.',
    'ask-phone': 'Shall the buyer fetch a medical or clinic card for a repeat prescription',
    yes: 'Yes, a card',
    no: 'No',
    kept: 'The buyer fetches a card first',
    fetch: 'Fetch the card at the door first',
    'fetch-hint': 'Tap what you have been given; the household sees at once who has it. Leave the others.',
    more: 'Given something else as well? Tap it',
    took: 'I have the {item}',
    'have-mine': 'You have: {items}',
    'give-back': 'Please return it, beside the medicine. This ends only when the household says it is back.',
    'back-mine': 'Returned: {items}',
    'held-by': '{items}: with {who}',
    since: 'Taken {time}; it comes back with the medicine',
    late: 'Not back after a day; the grid leader is asking',
    back: 'It is back',
    'is-back': 'Back: {items}',
    'is-back-desk': 'The household says it is back',
  },
});
