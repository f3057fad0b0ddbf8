import { lifecycle } from '../lifecycle';
import { investigator, timer } from './actors';

/** Minutes from the beginning to the report, the path and the first whole report (handbook 5.5). */
export const investigationMinutes = { report: 120, path: 240, firstReport: 1440 } as const;

const untilReviewed = ['OPEN', 'UNREACHABLE', 'INTERVIEWED', 'CONTACTS_LISTED'] as const;

/** Where a case has been and whom it met; only investigators see the list of contacts (handbook 2.11). */
export const investigationLifecycle = lifecycle({
  name: 'investigation',
  resource: 'investigations',
  states: ['OPEN', 'UNREACHABLE', 'INTERVIEWED', 'CONTACTS_LISTED', 'REVIEWED', 'CLOSED', 'EXCLUDED'],
  initial: ['OPEN'],
  terminal: ['CLOSED', 'EXCLUDED'],
  held: [],
  actions: {
    recordReport: {
      from: untilReviewed,
      to: 'SAME',
      by: investigator,
      doc: 'The case stands in the national register; the clock of two hours stops.',
    },
    notReached: {
      from: ['OPEN'],
      to: 'UNREACHABLE',
      by: investigator,
      needs: ['reason'],
      doc: 'The case cannot be spoken to; relatives and records are asked.',
    },
    interview: {
      from: ['OPEN', 'UNREACHABLE'],
      to: 'INTERVIEWED',
      by: investigator,
      doc: 'The interview is done: where the case was, and when. The clock of four hours stops.',
    },
    correctPath: {
      from: ['INTERVIEWED', 'CONTACTS_LISTED'],
      to: 'SAME',
      by: investigator,
      needs: ['revision'],
      doc: 'What was remembered later takes the place of the path that was written down.',
    },
    addContact: {
      from: untilReviewed,
      to: 'SAME',
      by: investigator,
      doc: 'Somebody the case has met; said twice, it is one person, with what is known of both.',
    },
    confirmContact: {
      from: untilReviewed,
      to: 'SAME',
      by: investigator,
      doc: 'The grid of the contact gets a chain for that person, and does not learn whose contact it is.',
    },
    dropContact: {
      from: [...untilReviewed, 'REVIEWED'],
      to: 'SAME',
      by: investigator,
      needs: ['reason'],
      doc: 'No contact after all: what followed from it alone is revoked.',
    },
    listContacts: {
      from: ['INTERVIEWED'],
      to: 'CONTACTS_LISTED',
      by: investigator,
      doc: 'The list is whole: who can be confirmed is confirmed, and their grids get tasks that do not name the case.',
    },
    review: {
      from: ['CONTACTS_LISTED'],
      to: 'REVIEWED',
      // whoever has written anything in it stands on the list of excluded people, who are never eligible
      by: [{ role: 'CDC_INVESTIGATOR', relation: 'eligible' }],
      doc: 'Its quality is scored, by an investigator who has not worked on it.',
    },
    sendBack: {
      from: ['REVIEWED'],
      to: 'INTERVIEWED',
      by: investigator,
      needs: ['reason'],
      doc: 'Not good enough: asked again.',
    },
    overdue: {
      from: untilReviewed,
      to: 'SAME',
      by: timer,
      doc: 'Report after 2 hours, path after 4, first whole report after 24: investigators and the county hear.',
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
      doc: 'Done with relatives and records alone; contacts found there are confirmed.',
    },
    exclude: {
      // a laboratory corrects itself at any hour: whoever is kept at home for nothing is free the same minute
      from: [...untilReviewed, 'REVIEWED'],
      to: 'EXCLUDED',
      by: investigator,
      needs: ['reason'],
      doc: 'The laboratory excludes the case: the quarantine of its contacts and of theirs is revoked at once.',
    },
  },
});
