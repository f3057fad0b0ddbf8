import { lifecycle } from '../lifecycle';
import { grid, gridLeader, investigator, outbox, policy, sampler, timer, township, travellerOrHost } from './actors';

/** Followed for some days without quarantine: reports and swabs, and a call when one is missed (handbook 2.2). */
export const healthTrackerLifecycle = lifecycle({
  name: 'healthTracker',
  resource: 'health-trackers',
  states: ['ACTIVE', 'LATE', 'COMPLETED', 'CONVERTED', 'HANDED_OUT', 'DECEASED'],
  initial: ['ACTIVE'],
  terminal: ['COMPLETED', 'CONVERTED', 'HANDED_OUT', 'DECEASED'],
  held: [],
  asksPeople: true,
  actions: {
    reportHealth: {
      from: ['ACTIVE', 'LATE'],
      to: 'ACTIVE',
      by: travellerOrHost,
      fact: true,
      doc: 'Temperature and symptoms of the day; with it nothing is late any more.',
    },
    swab: {
      from: ['ACTIVE', 'LATE'],
      to: 'ACTIVE',
      by: [...sampler, ...outbox],
      fact: true,
      doc: 'A swab of the tracker is taken.',
    },
    miss: {
      from: ['ACTIVE'],
      to: 'LATE',
      by: timer,
      limit: { minutes: 240, fires: 'lateOverdue' },
      doc: 'A report or a swab is missing.',
    },
    lateOverdue: { from: ['LATE'], to: 'SAME', by: timer, doc: 'Four hours late: the grid worker calls.' },
    recordCall: { from: ['LATE'], to: 'SAME', by: grid, fact: true, doc: 'Phoned: answered, or not.' },
    complete: {
      from: ['ACTIVE', 'LATE'],
      to: 'COMPLETED',
      by: [...timer, ...outbox, ...grid],
      doc: 'The days are over and every test is negative.',
    },
    convert: {
      from: ['ACTIVE', 'LATE'],
      to: 'CONVERTED',
      by: [...policy, ...outbox, ...investigator],
      needs: ['reason'],
      doc: 'Positive, or the category was raised: a new linked traveller or episode goes on.',
    },
    handOut: {
      from: ['ACTIVE', 'LATE'],
      to: 'HANDED_OUT',
      by: [...outbox, ...township],
      doc: 'Another county has taken over, by name.',
    },
    recordDeath: {
      from: ['ACTIVE', 'LATE'],
      to: 'DECEASED',
      by: gridLeader,
      doc: 'By a grid leader with authority, as of somebody in quarantine: every prompt, message, alert and bill stops.',
    },
  },
});
