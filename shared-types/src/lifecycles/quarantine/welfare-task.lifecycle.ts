import { lifecycle } from '../lifecycle';
import { grid, gridLeader, timer, township } from './actors';

/** Who is left behind (handbook 2.11). */
export const welfareKinds = ['CHILD', 'ELDER', 'CARER'] as const;

/** Minutes until somebody is named who looks after them, from the beginning (handbook 2.11). */
export const guardianMinutes = 30;

/** A child, an elder or somebody who cares for one is left behind: always P0 (handbook 2.11). */
export const welfareTaskLifecycle = lifecycle({
  name: 'welfareTask',
  resource: 'welfare-tasks',
  states: ['OPEN', 'GUARDIAN_NAMED', 'SETTLED', 'CLOSED'],
  initial: ['OPEN'],
  terminal: ['CLOSED'],
  held: [],
  actions: {
    nameGuardian: {
      from: ['OPEN'],
      to: 'GUARDIAN_NAMED',
      by: [...grid, ...township],
      doc: 'Somebody looks after them; nobody under 14 goes anywhere without a guardian.',
    },
    guardianOverdue: {
      from: ['OPEN'],
      to: 'SAME',
      by: timer,
      doc: 'Half an hour without a guardian: grid leader and township at once.',
    },
    settle: {
      from: ['GUARDIAN_NAMED'],
      to: 'SETTLED',
      by: [...grid, ...township],
      doc: 'Placed, on the same site if possible, with school, medicine and food.',
    },
    close: { from: ['SETTLED'], to: 'CLOSED', by: [...gridLeader, ...township], doc: 'The family is together again.' },
  },
});
