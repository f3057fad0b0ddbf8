import { type Allowed, lifecycle } from './lifecycle';

const outside: Allowed[] = [{ role: 'VOLUNTEER', relation: 'assignee' }];
const inside: Allowed[] = [{ role: 'VOLUNTEER', relation: 'eligible' }];
const leader: Allowed[] = [{ role: 'GRID_LEADER', relation: 'inArea' }];

/** Sealed zones: an outside runner leaves bags at the handover point, an inside carrier takes them on (handbook 2.1b). */
export const handoverLegLifecycle = lifecycle({
  name: 'handoverLeg',
  resource: 'handover-legs',
  states: [
    'PLANNED',
    'OUTSIDE_EN_ROUTE',
    'AT_POINT',
    'COUNT_DIFFERS',
    'NOT_TAKEN',
    'TAKEN_INSIDE',
    'DONE',
    'RETURNED',
    'CANCELLED',
  ],
  initial: ['PLANNED'],
  terminal: ['DONE', 'RETURNED', 'CANCELLED'],
  held: ['PLANNED', 'OUTSIDE_EN_ROUTE', 'AT_POINT', 'COUNT_DIFFERS', 'NOT_TAKEN', 'TAKEN_INSIDE'],
  actions: {
    setOut: {
      from: ['PLANNED'],
      to: 'OUTSIDE_EN_ROUTE',
      by: [...outside, { system: 'outbox' }],
      doc: 'The outside runner is on the way to the point.',
    },
    leaveAtPoint: {
      from: ['OUTSIDE_EN_ROUTE'],
      to: 'AT_POINT',
      by: [...outside, { system: 'outbox' }],
      fact: true,
      limit: { minutes: 20, fires: 'notTaken' },
      doc: 'Bags on the shelf, counted and photographed.',
    },
    takeInside: {
      from: ['AT_POINT', 'NOT_TAKEN'],
      to: 'TAKEN_INSIDE',
      by: inside,
      doc: 'The inside carrier counts the same and takes them.',
    },
    countDiffers: {
      from: ['AT_POINT', 'NOT_TAKEN'],
      to: 'COUNT_DIFFERS',
      by: inside,
      needs: ['reason'],
      limit: { minutes: 15, fires: 'decisionOverdue' },
      doc: 'The counts differ: the inside carrier signs for the other count, the grid leader decides in 15 minutes.',
    },
    signCount: {
      from: ['COUNT_DIFFERS'],
      to: 'SAME',
      by: outside,
      doc: 'The outside runner signs for the count as it is, too.',
    },
    letIn: {
      from: ['COUNT_DIFFERS'],
      to: 'TAKEN_INSIDE',
      by: leader,
      needs: ['reason'],
      doc: 'The grid leader decides: whoever counted them inside takes them on.',
    },
    decisionOverdue: {
      from: ['COUNT_DIFFERS'],
      to: 'SAME',
      by: [{ system: 'timer' }],
      doc: 'Nobody has decided in 15 minutes: the township hears of it.',
    },
    notTaken: {
      from: ['AT_POINT'],
      to: 'NOT_TAKEN',
      by: [{ system: 'timer' }],
      doc: 'Nobody came for them in 20 minutes.',
    },
    sendBack: {
      from: ['COUNT_DIFFERS', 'NOT_TAKEN'],
      to: 'RETURNED',
      by: [...leader, { system: 'outbox' }],
      needs: ['reason'],
      doc: 'The bags go back.',
    },
    finish: {
      from: ['TAKEN_INSIDE'],
      to: 'DONE',
      by: [{ system: 'outbox' }, ...leader],
      doc: 'The bags are at the door, or have gone another way since.',
    },
    cancel: {
      from: ['PLANNED', 'OUTSIDE_EN_ROUTE'],
      to: 'CANCELLED',
      by: [{ system: 'outbox' }, ...leader],
      needs: ['reason'],
      doc: 'Not needed any more.',
    },
  },
});
