import { lifecycle } from '../lifecycle';
import { outbox, timer, township } from './actors';

/** Default share of homes that have a result by an hour of the first day (handbook 2.8). */
export const screeningMilestones = [
  { hour: 12, percent: 50 },
  { hour: 16, percent: 100 },
] as const;

/** Percent of the visited homes that are phoned to compare (handbook 2.8). */
export const callbackPercent = 10;

/** Every door of an area, with the same questions (handbook 2.8). */
export const screeningCampaignLifecycle = lifecycle({
  name: 'screeningCampaign',
  resource: 'screening-campaigns',
  states: ['PLANNED', 'PUBLISHED', 'RUNNING', 'CHECKING', 'CLOSED', 'CANCELLED'],
  initial: ['PLANNED'],
  terminal: ['CLOSED', 'CANCELLED'],
  held: [],
  actions: {
    publish: {
      from: ['PLANNED'],
      to: 'PUBLISHED',
      by: township,
      doc: 'The lists of the grids are frozen; a screener may still add a household that is on none.',
    },
    listed: {
      from: ['PUBLISHED', 'RUNNING', 'CHECKING'],
      to: 'SAME',
      by: outbox,
      doc: 'The list is whole: so many homes, each with a visit of its own.',
    },
    begin: { from: ['PUBLISHED'], to: 'RUNNING', by: [...township, ...timer], doc: 'The first doors.' },
    milestone: {
      from: ['RUNNING', 'CHECKING'],
      to: 'SAME',
      by: timer,
      doc: 'An hour with a share to be reached: who is behind hears, and the grid leader.',
    },
    check: { from: ['RUNNING'], to: 'CHECKING', by: township, doc: 'One home in ten is phoned and compared.' },
    reopenDoors: {
      from: ['CHECKING'],
      to: 'RUNNING',
      by: [...township, ...outbox],
      needs: ['reason'],
      doc: 'A call gave another answer than the door: back to the doors.',
    },
    close: {
      from: ['CHECKING'],
      to: 'CLOSED',
      by: township,
      doc: 'Every household has a result or a named reason, those found on no list included.',
    },
    cancel: {
      from: ['PLANNED', 'PUBLISHED', 'RUNNING'],
      to: 'CANCELLED',
      by: township,
      needs: ['reason'],
      doc: 'Called off.',
    },
  },
});
