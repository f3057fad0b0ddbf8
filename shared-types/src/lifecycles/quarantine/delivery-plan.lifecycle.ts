import { lifecycle } from '../lifecycle';
import { grid, outbox, person, timer } from './actors';

/** The supply clock of somebody in quarantine: when food, medicine, kits and bags run out (handbook 2.3). */
export const deliveryPlanLifecycle = lifecycle({
  name: 'deliveryPlan',
  resource: 'delivery-plans',
  states: ['ACTIVE', 'DUE_SOON', 'NOT_ENSURED', 'CLOSED'],
  initial: ['ACTIVE'],
  terminal: ['CLOSED'],
  held: [],
  asksPeople: true,
  actions: {
    tellNeeds: {
      from: ['ACTIVE', 'DUE_SOON', 'NOT_ENSURED'],
      to: 'SAME',
      by: [...person, ...grid],
      doc: 'What runs out when: parcel, medicine, infants, diabetics, self-tests, yellow bags.',
    },
    dueSoon: { from: ['ACTIVE'], to: 'DUE_SOON', by: timer, doc: 'Something runs out soon.' },
    notEnsured: {
      from: ['DUE_SOON'],
      to: 'NOT_ENSURED',
      by: timer,
      doc: 'Nobody brings it in time: a delivery with a timer begins.',
    },
    ensure: {
      from: ['DUE_SOON', 'NOT_ENSURED'],
      to: 'ACTIVE',
      by: [...outbox, ...grid],
      doc: 'It is there; the clock of that good begins anew.',
    },
    noSign: {
      from: ['ACTIVE', 'DUE_SOON', 'NOT_ENSURED'],
      to: 'SAME',
      by: timer,
      doc: 'A day without request, health report or door event: a call, first in the queue.',
    },
    recordCall: {
      from: ['ACTIVE', 'DUE_SOON', 'NOT_ENSURED'],
      to: 'SAME',
      by: grid,
      fact: true,
      doc: 'Phoned: answered, or not.',
    },
    close: {
      from: ['ACTIVE', 'DUE_SOON', 'NOT_ENSURED'],
      to: 'CLOSED',
      by: outbox,
      doc: 'Out of quarantine: what is under way stays valid, the rules for the door end, what is unpaid stays.',
    },
  },
});
