import { lifecycle } from '../lifecycle';
import { crew, grid, outbox, siteManager, transferDesk } from './actors';

/**
 * One person on the list of a trip, a record of its own: a trip never waits for one, and none of them undoes the others.
 * It is held by the driver of its trip (handbook 2.4).
 */
export const passengerLifecycle = lifecycle({
  name: 'passenger',
  resource: 'passengers',
  states: ['LISTED', 'BOARDED', 'TAKEN_OVER', 'NOT_THERE', 'REFUSED', 'DROPPED_OUT', 'TO_120'],
  initial: ['LISTED'],
  terminal: ['TAKEN_OVER', 'NOT_THERE', 'REFUSED', 'DROPPED_OUT', 'TO_120'],
  held: [],
  actions: {
    join: {
      from: ['LISTED', 'BOARDED'],
      to: 'SAME',
      by: outbox,
      doc: 'The driver and the place of the trip: who may board and who may take over.',
    },
    board: {
      from: ['LISTED'],
      to: 'BOARDED',
      by: [...crew, ...outbox],
      fact: true,
      doc: 'On board: identity, temperature, mask, pieces of luggage.',
    },
    handOver: {
      from: ['BOARDED'],
      to: 'TAKEN_OVER',
      by: [...siteManager, ...grid, ...outbox],
      doc: 'Taken over at the destination, with room and time.',
    },
    notThere: {
      from: ['LISTED'],
      to: 'NOT_THERE',
      by: crew,
      fact: true,
      doc: 'Not at the pick-up, tried in two ways: absent from the quarantine, or searched for as a traveller.',
    },
    refuse: {
      from: ['LISTED'],
      to: 'REFUSED',
      by: crew,
      needs: ['reason'],
      fact: true,
      doc: 'Does not board: a refusal begins, and a new request; never a breach by itself.',
    },
    dropOut: {
      from: ['LISTED'],
      to: 'DROPPED_OUT',
      by: [...transferDesk, ...outbox],
      needs: ['reason'],
      doc: 'Need not go any more, or not on this trip.',
    },
    takenBy120: {
      from: ['BOARDED'],
      to: 'TO_120',
      by: crew,
      fact: true,
      doc: 'An ambulance has taken the person over; the trip goes on.',
    },
  },
});
