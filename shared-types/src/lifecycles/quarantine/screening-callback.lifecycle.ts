import { type Allowed, lifecycle } from '../lifecycle';

/** Calls without an answer, at most, before a home is no longer phoned for the comparison. */
export const callbackTries = 3;

/** Whoever was at the door stands on the list of excluded people, and compares no answer of their own. */
const callers: readonly Allowed[] = [
  { role: 'GRID_LEADER', relation: 'eligible' },
  { role: 'TOWNSHIP_DISPATCHER', relation: 'eligible' },
];

/** One home in ten is phoned, and what it says is held against what was told at the door (handbook 2.8). */
export const screeningCallbackLifecycle = lifecycle({
  name: 'screeningCallback',
  resource: 'screening-callbacks',
  states: ['TO_CALL', 'SAME_ANSWER', 'DIFFERS', 'NOT_REACHED'],
  initial: ['TO_CALL'],
  terminal: ['SAME_ANSWER', 'DIFFERS', 'NOT_REACHED'],
  held: [],
  actions: {
    sameAnswer: { from: ['TO_CALL'], to: 'SAME_ANSWER', by: callers, doc: 'The home says what was said at the door.' },
    differs: {
      from: ['TO_CALL'],
      to: 'DIFFERS',
      by: callers,
      needs: ['reason'],
      doc: 'The home says something else: its door is visited anew, and the screening goes on.',
    },
    noReply: {
      from: ['TO_CALL'],
      to: ['TO_CALL', 'NOT_REACHED'],
      by: callers,
      doc: 'Nobody answered; counted to three.',
    },
  },
});
