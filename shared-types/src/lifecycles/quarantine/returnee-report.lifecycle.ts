import { lifecycle } from '../lifecycle';
import { checkpoint, outbox, screener, travellerOrHost } from './actors';

/** What is said of one trip before or on arrival; each traveller named in it has a state of their own (handbook 2.2). */
export const returneeReportLifecycle = lifecycle({
  name: 'returneeReport',
  resource: 'returnee-reports',
  states: ['DRAFT', 'SUBMITTED', 'CLOSED', 'WITHDRAWN'],
  // SUBMITTED: what a screener, a checkpoint or a register finds was never a draft
  initial: ['DRAFT', 'SUBMITTED'],
  terminal: ['CLOSED', 'WITHDRAWN'],
  held: [],
  actions: {
    submit: {
      from: ['DRAFT'],
      to: 'SUBMITTED',
      by: [...travellerOrHost, ...screener, ...checkpoint],
      doc: 'Complete and sent; who has no household here names a responsible host. A late one is taken and flagged.',
    },
    close: { from: ['SUBMITTED'], to: 'CLOSED', by: outbox, doc: 'All its travellers have come to an end.' },
    withdraw: {
      from: ['SUBMITTED'],
      to: 'WITHDRAWN',
      by: travellerOrHost,
      needs: ['reason'],
      doc: 'The trip is not made, or was reported by mistake; its travellers are cancelled by themselves.',
    },
  },
});
