import { lifecycle } from '../lifecycle';
import { grid, gridLeader, investigator, timer, township } from './actors';

/** The same person twice: shown first, undone within a day, never a silent overwrite (handbook 2.11). */
export const personMergeLifecycle = lifecycle({
  name: 'personMerge',
  resource: 'person-merges',
  states: ['PROPOSED', 'PREVIEWED', 'APPLIED', 'FINAL', 'UNDONE', 'REJECTED'],
  initial: ['PROPOSED'],
  terminal: ['FINAL', 'UNDONE', 'REJECTED'],
  held: [],
  actions: {
    preview: {
      // again as well: what both have may have changed since
      from: ['PROPOSED', 'PREVIEWED'],
      to: 'PREVIEWED',
      by: [...grid, ...township],
      doc: 'What both have: episodes, reservations, deliveries.',
    },
    apply: {
      from: ['PREVIEWED'],
      to: 'APPLIED',
      by: [...gridLeader, ...township],
      needs: ['revision'],
      limit: { minutes: 1440, fires: 'makeFinal' },
      doc: 'One person from now on. Of two open episodes the later end holds.',
    },
    decideEnd: {
      from: ['PREVIEWED', 'APPLIED'],
      to: 'SAME',
      by: investigator,
      needs: ['reason'],
      doc: 'Of two open episodes: which end is right.',
    },
    undo: {
      from: ['APPLIED'],
      to: 'UNDONE',
      by: [...gridLeader, ...township],
      needs: ['reason'],
      doc: 'They are two after all.',
    },
    makeFinal: { from: ['APPLIED'], to: 'FINAL', by: timer, doc: 'A day has passed.' },
    reject: {
      from: ['PROPOSED', 'PREVIEWED'],
      to: 'REJECTED',
      by: [...grid, ...township],
      needs: ['reason'],
      doc: 'Two people.',
    },
  },
});
