import { lifecycle } from '../lifecycle';
import { grid, gridLeader, outbox, timer } from './actors';

/** What may happen in a home (handbook 2.11). */
export const householdEventKinds = ['POSITIVE', 'ADMISSION', 'DEATH', 'CHILD_ALONE', 'FIRE'] as const;

/** Minutes until people, pets and goods are safe, from the beginning (handbook 2.11). */
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
    secure: { from: ['OPENED'], to: 'SECURED', by: grid, doc: 'People, pets and goods are looked after.' },
    secureOverdue: {
      from: ['OPENED'],
      to: 'SAME',
      by: timer,
      doc: 'Half an hour: the grid leader hears, then the township.',
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
