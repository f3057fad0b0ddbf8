import { lifecycle } from '../lifecycle';
import { investigator, timer } from './actors';

/** Minutes from the beginning to the report, the path and the first whole report (handbook 5.5). */
export const investigationMinutes = { report: 120, path: 240, firstReport: 1440 } as const;

/** Where a case has been and whom it met; only investigators see the list of contacts (handbook 2.11). */
export const investigationLifecycle = lifecycle({
  name: 'investigation',
  resource: 'investigations',
  states: ['OPEN', 'UNREACHABLE', 'INTERVIEWED', 'CONTACTS_LISTED', 'REVIEWED', 'CLOSED', 'EXCLUDED'],
  initial: ['OPEN'],
  terminal: ['CLOSED', 'EXCLUDED'],
  held: [],
  actions: {
    notReached: {
      from: ['OPEN'],
      to: 'UNREACHABLE',
      by: investigator,
      needs: ['reason'],
      doc: 'The case cannot be spoken to; relatives and records are asked.',
    },
    interview: { from: ['OPEN', 'UNREACHABLE'], to: 'INTERVIEWED', by: investigator, doc: 'The interview is done.' },
    listContacts: {
      from: ['INTERVIEWED'],
      to: 'CONTACTS_LISTED',
      by: investigator,
      doc: 'Contacts are confirmed; their grids get tasks that do not name the case.',
    },
    review: {
      from: ['CONTACTS_LISTED'],
      to: 'REVIEWED',
      by: investigator,
      doc: 'Its quality is scored.',
    },
    sendBack: {
      from: ['REVIEWED'],
      to: 'INTERVIEWED',
      by: investigator,
      needs: ['reason'],
      doc: 'Not good enough: asked again.',
    },
    overdue: {
      from: ['OPEN', 'UNREACHABLE', 'INTERVIEWED', 'CONTACTS_LISTED'],
      to: 'SAME',
      by: timer,
      doc: 'Report after 2 hours, path after 4, first whole report after 24: the county hears.',
    },
    close: {
      from: ['REVIEWED'],
      to: 'CLOSED',
      by: investigator,
      doc: 'Done.',
    },
    closeByRecords: {
      from: ['UNREACHABLE'],
      to: 'CLOSED',
      by: investigator,
      needs: ['reason'],
      doc: 'Done with relatives and records alone.',
    },
    exclude: {
      from: ['OPEN'],
      to: 'EXCLUDED',
      by: investigator,
      needs: ['reason'],
      doc: 'The laboratory excludes the case: the quarantine of its contacts and of theirs is revoked at once.',
    },
  },
});
