import { defineText } from './define';

/** The ways to quarantine from the first pages; its own words travel with its pages. */
export const quarantineEntryText = defineText({
  zh: {
    desk: '隔离的人',
    'desk-note': '评估、打电话、核酸、解除，晚了的在前',
    mine: '隔离第 {number} 天，一共 {of} 天',
    'mine-note': '还有 {left} 天。报体温、不舒服怎么办，点这里',
  },
  en: {
    desk: 'People in quarantine',
    'desk-note': 'Assess, call, test, release; late ones first',
    mine: 'Quarantine day {number} of {of}',
    'mine-note': '{left} to go. Temperature, and what to do when unwell',
  },
});
