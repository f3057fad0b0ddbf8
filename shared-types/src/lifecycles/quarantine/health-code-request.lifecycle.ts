import type { Role } from '../../roles';
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

/** Where a request waits for somebody's step. */
export const codeSteps = ['DRAFT', 'COMMUNITY_OK', 'TOWNSHIP_OK', 'COUNTY_OK', 'NO_ANSWER', 'APPEALED'] as const;
export type CodeStep = (typeof codeSteps)[number];

const community: readonly Role[] = ['COMMUNITY_WORKER', 'VILLAGE_SECRETARY'];
const township: readonly Role[] = ['CODE_CLERK', 'TOWNSHIP_DISPATCHER'];
const county: readonly Role[] = ['COUNTY_HEAD'];
const clerk: readonly Role[] = ['CODE_CLERK'];
const dispatcher: readonly Role[] = ['TOWNSHIP_DISPATCHER'];

/** Whose step it is, and who hears after them, one limit after the other. Ours. */
export const codeLadders: Readonly<Record<CodeStep, readonly (readonly Role[])[]>> = {
  DRAFT: [community, township, county],
  COMMUNITY_OK: [township, county],
  TOWNSHIP_OK: [county],
  COUNTY_OK: [clerk, dispatcher, county],
  NO_ANSWER: [clerk, dispatcher, county],
  APPEALED: [clerk, dispatcher, county],
};

/**
 * Minutes that one step may take. To set a code: half an hour, so that all of them fit into the two hours of the link (2.2);
 * to clear one: four hours, so that they fit into the day of 5.6. An appeal has that day for its answer. Ours.
 */
export const codeStepMinutes = { ASSIGN: 30, CLEAR: 240, APPEAL: 1440 } as const;

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
  asksPeople: true,
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
    stepOverdue: {
      from: codeSteps,
      to: 'SAME',
      by: timer,
      doc: 'A step that is late: whoever has it hears again, then the next level hears as well.',
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
      by: [...timer, ...outbox],
      doc: 'Seven days without an appeal, or whoever might appeal has died.',
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
