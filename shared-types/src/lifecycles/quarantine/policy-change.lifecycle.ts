import { lifecycle } from '../lifecycle';
import { county, countyHead, outbox, timer } from './actors';

/** Another policy set, or another list of areas, seen before it counts (handbook 2.11, 5.7). */
export const policyChangeLifecycle = lifecycle({
  name: 'policyChange',
  resource: 'policy-changes',
  states: ['DRAFT', 'PREVIEWED', 'APPROVED', 'APPLIED', 'CANCELLED'],
  initial: ['DRAFT'],
  terminal: ['APPLIED', 'CANCELLED'],
  held: [],
  actions: {
    preview: {
      from: ['DRAFT'],
      to: 'PREVIEWED',
      by: county,
      doc: 'Who shortens, lengthens, starts and ends, by name to those entitled.',
    },
    agreeToLonger: {
      from: ['PREVIEWED'],
      to: 'SAME',
      by: countyHead,
      needs: ['revision', 'reason'],
      doc: 'A head of the county says, by name, that who would stay longer does; without it the old ends stay.',
    },
    approve: {
      from: ['PREVIEWED'],
      to: 'APPROVED',
      by: countyHead,
      needs: ['revision'],
      doc: 'Either head of the county approves what was shown; the record says which.',
    },
    apply: {
      from: ['APPROVED'],
      to: 'APPLIED',
      by: [...timer, ...outbox],
      doc: 'From its instant on: shorter by itself, longer only in the name of the head who agreed to it.',
    },
    cancel: {
      from: ['DRAFT', 'PREVIEWED'],
      to: 'CANCELLED',
      by: [...county, ...countyHead],
      needs: ['reason'],
      doc: 'Not wanted.',
    },
  },
});
