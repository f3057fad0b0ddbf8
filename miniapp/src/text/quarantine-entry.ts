import { defineText } from './define';

/** The ways to quarantine from the first pages; its own words travel with its pages. */
export const quarantineEntryText = defineText({
  zh: {
    desk: '隔离的人',
    'desk-note': '评估、打电话、核酸、解除，晚了的在前',
    mine: '我的隔离',
    'mine-note': '第几天、到几点、报体温、不舒服怎么办',
  },
  en: {
    desk: 'People in quarantine',
    'desk-note': 'Assess, call, test, release; late ones first',
    mine: 'My quarantine',
    'mine-note': 'Which day, until when, temperature, when unwell',
  },
});
