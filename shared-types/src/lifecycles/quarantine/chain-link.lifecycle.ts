import { lifecycle } from '../lifecycle';
import { grid, outbox, policy, sampler, timer, township } from './actors';

const notSampled = [
  'ACKNOWLEDGEMENT',
  'TRANSFER',
  'PLACEMENT',
  'CODE_REQUEST',
  'NOTICE',
  'DELIVERY_PLAN',
  'SENSOR',
  'EPISODE',
  'TRACKER',
];
/**
 * Links that people of the grid may begin and finish by hand. A code, an episode and a tracker have a record behind them that
 * alone ends the link; of the others, those with a record of their own (test, transfer, plan) need words on how they were done.
 */
const byHand = ['ACKNOWLEDGEMENT', 'LANDING_TEST', 'TRANSFER', 'PLACEMENT', 'NOTICE', 'DELIVERY_PLAN', 'SENSOR'];
const byHandNotSampled = byHand.filter((kind) => kind !== 'LANDING_TEST');

/**
 * One link of a traveller's chain, a small record of its own, so that none waits for another. Its variant is the kind of
 * link; one is open a traveller and kind, by reservation (handbook 2.2).
 */
export const chainLinkLifecycle = lifecycle({
  name: 'chainLink',
  resource: 'chain-links',
  states: ['WAITING', 'STARTED', 'DONE', 'FAILED', 'NOT_NEEDED', 'HANDED_OUT'],
  // NOT_NEEDED: what the category does not call for is said so from the start
  initial: ['WAITING', 'NOT_NEEDED'],
  terminal: ['DONE', 'NOT_NEEDED', 'HANDED_OUT'],
  held: [],
  asksPeople: true,
  actions: {
    start: {
      from: ['WAITING'],
      to: 'STARTED',
      by: outbox,
      variants: notSampled,
      doc: 'The record behind it exists.',
    },
    startByHand: {
      from: ['WAITING'],
      to: 'STARTED',
      by: [...grid, ...township],
      variants: byHand,
      doc: 'Somebody of the grid has begun, or the next rung of the ladder.',
    },
    swab: {
      from: ['WAITING', 'FAILED'],
      to: 'STARTED',
      by: [...sampler, ...outbox],
      variants: ['LANDING_TEST'],
      fact: true,
      doc: 'The landing swab is taken; once more after one that was lost or invalid.',
    },
    finish: {
      from: ['STARTED'],
      to: 'DONE',
      by: outbox,
      doc: 'The record behind it has come to an end, a refused code included; of a test, the result is there.',
    },
    finishByHand: {
      from: ['STARTED'],
      to: 'DONE',
      by: [...grid, ...township],
      variants: byHand,
      doc: 'Done by somebody of the grid: known, placed, notice signed or served, sensor bound, or seen to on paper.',
    },
    fail: {
      from: ['STARTED'],
      to: 'FAILED',
      by: outbox,
      needs: ['reason'],
      doc: 'The record behind it has failed; the next rung hears.',
    },
    failByHand: {
      from: ['STARTED'],
      to: 'FAILED',
      by: grid,
      variants: byHand,
      needs: ['reason'],
      doc: 'It did not work; the next rung hears.',
    },
    retry: {
      from: ['FAILED'],
      to: 'STARTED',
      by: outbox,
      variants: notSampled,
      doc: 'The record behind it runs once more.',
    },
    retryByHand: {
      from: ['FAILED'],
      to: 'STARTED',
      by: [...grid, ...township],
      variants: byHandNotSampled,
      doc: 'Tried again, by the next rung of the ladder.',
    },
    overdue: {
      from: ['WAITING', 'STARTED', 'FAILED'],
      to: 'SAME',
      by: timer,
      doc: 'Past the due time of its kind: on the command board with its owner, and the next rung hears.',
    },
    retime: {
      from: ['WAITING', 'STARTED', 'FAILED'],
      to: 'SAME',
      by: outbox,
      doc: 'The person is here, earlier or later than planned: its time runs from there.',
    },
    moveEnd: {
      from: ['STARTED'],
      to: 'SAME',
      by: outbox,
      variants: ['EPISODE'],
      doc: 'The quarantine behind it ends earlier or later than it was to: its time runs from there.',
    },
    skip: {
      from: ['WAITING', 'STARTED'],
      to: 'NOT_NEEDED',
      by: [...policy, ...outbox],
      needs: ['reason'],
      doc: 'The category does not call for it any more.',
    },
    visitInstead: {
      from: ['WAITING', 'STARTED'],
      to: 'NOT_NEEDED',
      by: grid,
      variants: ['SENSOR'],
      needs: ['reason'],
      doc: 'No consent or no working sensor: a person chooses two visits a day or a paper seal instead (2.3b).',
    },
    handOut: {
      from: ['WAITING', 'STARTED'],
      to: 'HANDED_OUT',
      by: outbox,
      doc: 'Another county has taken over the traveller.',
    },
  },
});
