import { lifecycle } from '../lifecycle';
import { grid, gridLeader, outbox, timer } from './actors';

/** What may happen in a home (handbook 2.11). */
export const householdEventKinds = ['POSITIVE', 'ADMISSION', 'DEATH', 'CHILD_ALONE', 'FIRE'] as const;

/** Minutes until people, pets and goods are safe, from the beginning (handbook 2.11); as long again for whoever hears next. */
export const secureMinutes = 30;

/** Something has happened in a home: looked after before anything else is sent to that door (handbook 2.11). */
export const householdEventLifecycle = lifecycle({
  name: 'householdEvent',
  resource: 'household-events',
  states: ['OPENED', 'SECURED', 'RECONCILED', 'CLOSED'],
  initial: ['OPENED'],
  terminal: ['CLOSED'],
  held: [],
  actions: {
    holdGoods: {
      from: ['OPENED', 'SECURED'],
      to: 'SAME',
      by: outbox,
      doc: 'What was not yet bought for the home is on hold; whoever has bought already hears before the door.',
    },
    secure: { from: ['OPENED'], to: 'SECURED', by: grid, doc: 'People, pets and goods are looked after.' },
    secureOverdue: {
      from: ['OPENED'],
      to: 'SAME',
      by: timer,
      doc: 'Half an hour: the grid leader hears, then the township.',
    },
    openWelfare: {
      from: ['OPENED', 'SECURED'],
      to: 'SAME',
      by: grid,
      doc: 'A child, an elder or somebody who cares for one is left behind: a welfare task begins.',
    },
    askCode: {
      from: ['OPENED', 'SECURED'],
      to: 'SAME',
      by: grid,
      variants: ['POSITIVE'],
      doc: 'The code of somebody of the home is asked for; the product sets none.',
    },
    keepAsIs: {
      from: ['OPENED', 'SECURED'],
      to: 'SAME',
      by: grid,
      needs: ['reason'],
      doc: 'Looked at, and it stays as it is: a delivery comes to the door, a quarantine or a code is right already.',
    },
    reconcile: {
      from: ['SECURED'],
      to: 'RECONCILED',
      by: [...grid, ...outbox],
      doc: 'Deliveries are redirected, episodes converted, codes asked for.',
    },
    close: { from: ['RECONCILED'], to: 'CLOSED', by: gridLeader, doc: 'Nothing is left to do.' },
  },
});
