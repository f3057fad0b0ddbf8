import { type Allowed, lifecycle } from '../lifecycle';
import { codeClerk, grid, outbox, party, timer } from './actors';

/**
 * Writer and approver differ: the verb that writes the request puts its writer on the list of excluded people, and every
 * approval is open to eligible people only, who are never on that list. So the write's own filter refuses, and the view
 * does not offer it.
 */
const firstApprovers: readonly Allowed[] = [
  { role: 'COMMUNITY_WORKER', relation: 'eligible' },
  { role: 'VILLAGE_SECRETARY', relation: 'eligible' },
];
const townshipApprovers: readonly Allowed[] = [
  { role: 'CODE_CLERK', relation: 'eligible' },
  { role: 'TOWNSHIP_DISPATCHER', relation: 'eligible' },
];
const countyApprovers: readonly Allowed[] = [{ role: 'COUNTY_HEAD', relation: 'eligible' }];

/** Asks the province to set or clear a health code; the product never sets one itself (handbook 2.11, 5.6). */
export const healthCodeRequestLifecycle = lifecycle({
  name: 'healthCodeRequest',
  resource: 'health-code-requests',
  states: [
    'DRAFT',
    'COMMUNITY_OK',
    'TOWNSHIP_OK',
    'COUNTY_OK',
    'SENT',
    'NO_ANSWER',
    'CONFIRMED',
    'REFUSED',
    'APPEALED',
    'REFUSED_FINAL',
    'WITHDRAWN',
  ],
  initial: ['DRAFT'],
  terminal: ['CONFIRMED', 'REFUSED_FINAL', 'WITHDRAWN'],
  held: [],
  actions: {
    approveCommunity: {
      from: ['DRAFT'],
      to: 'COMMUNITY_OK',
      by: firstApprovers,
      needs: ['revision'],
      doc: 'The community or village says yes; never the person who wrote it.',
    },
    approveTownship: {
      from: ['COMMUNITY_OK'],
      to: 'TOWNSHIP_OK',
      by: townshipApprovers,
      needs: ['revision'],
      doc: 'The township says yes; never the person who wrote it.',
    },
    approveCounty: {
      from: ['TOWNSHIP_OK'],
      to: 'COUNTY_OK',
      by: countyApprovers,
      needs: ['revision'],
      doc: 'Either head of the county says yes, and the record says which; never the person who wrote it.',
    },
    send: {
      from: ['COUNTY_OK', 'NO_ANSWER'],
      to: 'SENT',
      by: codeClerk,
      limit: { minutes: 120, fires: 'noAnswer' },
      doc: 'Sent to the province; once more when there was no answer.',
    },
    noAnswer: { from: ['SENT'], to: 'NO_ANSWER', by: timer, doc: 'Two hours without an answer.' },
    recordConfirmed: {
      from: ['SENT', 'APPEALED'],
      to: 'CONFIRMED',
      by: codeClerk,
      doc: 'The province has set or cleared the code.',
    },
    recordRefused: {
      from: ['SENT'],
      to: 'REFUSED',
      by: codeClerk,
      needs: ['reason'],
      limit: { minutes: 10_080, fires: 'closeRefused' },
      doc: 'The province has said no; the person reads why and how to appeal.',
    },
    appeal: {
      from: ['REFUSED'],
      to: 'APPEALED',
      by: [{ role: 'RESIDENT', relation: 'own' }, ...party],
      needs: ['reason'],
      doc: 'The person objects, never a proxy: it goes through community, township and county.',
    },
    recordAppealRefused: {
      from: ['APPEALED'],
      to: 'REFUSED_FINAL',
      by: codeClerk,
      needs: ['reason'],
      doc: 'The province has said no to the appeal.',
    },
    closeRefused: {
      from: ['REFUSED'],
      to: 'REFUSED_FINAL',
      by: timer,
      doc: 'Seven days without an appeal.',
    },
    withdraw: {
      from: ['DRAFT', 'COMMUNITY_OK', 'TOWNSHIP_OK', 'COUNTY_OK'],
      to: 'WITHDRAWN',
      by: [...codeClerk, ...grid, ...outbox],
      needs: ['reason'],
      doc: 'Not asked for any more, before it was sent.',
    },
  },
});
