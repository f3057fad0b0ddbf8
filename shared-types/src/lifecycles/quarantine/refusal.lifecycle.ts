import { lifecycle } from '../lifecycle';
import { doctor, grid, outbox, police, timer, villageSecretary } from './actors';

/** What is refused (handbook 2.11). */
export const refusalKinds = ['DOOR', 'NOTICE', 'SWAB', 'BOARDING'] as const;

/** Minutes from the record to the first visit (handbook 2.11). */
export const firstVisitMinutes = 120;
/** Minutes from the visit to the talk with the police liaison (handbook 2.11). */
export const liaisonMinutes = 720;

/** Somebody says no: talked to by a ladder of people, never a breach by itself (handbook 2.11). */
export const refusalLifecycle = lifecycle({
  name: 'refusal',
  resource: 'refusals',
  states: ['RECORDED', 'VISITED', 'LIAISON', 'ESCALATED', 'AGREED', 'SERVED', 'MOOT'],
  initial: ['RECORDED'],
  terminal: ['AGREED', 'SERVED', 'MOOT'],
  held: [],
  asksPeople: true,
  actions: {
    visit: {
      from: ['RECORDED'],
      // the first of the two leaves it where it is
      to: ['RECORDED', 'VISITED'],
      by: [...villageSecretary, ...doctor],
      doc: 'Village secretary and doctor were there and listened; once both were, it is visited.',
    },
    visitOverdue: { from: ['RECORDED'], to: 'SAME', by: timer, doc: 'Two hours without a visit: the township hears.' },
    callLiaison: {
      from: ['VISITED'],
      to: 'LIAISON',
      by: police,
      doc: 'The police liaison has talked to the person.',
    },
    liaisonOverdue: {
      from: ['VISITED'],
      to: 'SAME',
      by: timer,
      doc: 'Twelve hours after the visit: the township hears.',
    },
    escalate: {
      from: ['LIAISON'],
      to: 'ESCALATED',
      by: [...police, ...villageSecretary],
      needs: ['reason'],
      doc: 'Talking did not help: the township goes on with it.',
    },
    agree: {
      from: ['VISITED', 'LIAISON', 'ESCALATED'],
      to: 'AGREED',
      by: [...villageSecretary, ...doctor, ...police, ...grid],
      doc: 'The person agrees.',
    },
    serve: {
      from: ['VISITED', 'LIAISON', 'ESCALATED'],
      to: 'SERVED',
      by: [...villageSecretary, ...police, ...grid],
      variants: ['NOTICE'],
      doc: 'The notice counts as given, before two witnesses who are named.',
    },
    dropMoot: {
      from: ['RECORDED', 'VISITED', 'LIAISON', 'ESCALATED'],
      to: 'MOOT',
      by: [...grid, ...outbox],
      needs: ['reason'],
      doc: 'What was refused is not asked for any more.',
    },
  },
});
