import { type Allowed, lifecycle } from './lifecycle';

const household: Allowed[] = [
  { role: 'RESIDENT', relation: 'own' },
  { role: 'PROXY', relation: 'own' },
];
const staff: Allowed[] = [
  { role: 'GRID_WORKER', relation: 'inArea' },
  { role: 'GRID_LEADER', relation: 'inArea' },
];
const atPlace: Allowed[] = [{ role: 'VOLUNTEER', relation: 'eligible' }];
const outbox: Allowed[] = [{ system: 'outbox' }];
const timer: Allowed[] = [{ system: 'timer' }];

/** A household's turn at a numbered pick-up place, one every three minutes (handbook 2.1c). */
export const pickupSlotLifecycle = lifecycle({
  name: 'pickupSlot',
  resource: 'pickup-slots',
  states: ['RESERVED', 'CALLED', 'MISSED', 'PICKED_UP', 'TO_DOOR', 'CANCELLED'],
  initial: ['RESERVED'],
  terminal: ['PICKED_UP', 'TO_DOOR', 'CANCELLED'],
  held: [],
  actions: {
    changeTime: {
      from: ['RESERVED'],
      to: 'SAME',
      by: [...household, ...staff],
      doc: 'Another free time, until the bag stands there.',
    },
    postpone: {
      from: ['RESERVED'],
      to: 'SAME',
      by: timer,
      doc: 'The bag has not come in time: the next free time, and the household is told.',
    },
    call: {
      from: ['RESERVED'],
      to: 'CALLED',
      by: [...atPlace, ...staff, ...outbox, ...timer],
      fact: true,
      limit: { minutes: 15, fires: 'miss' },
      doc: 'The bag stands on its numbered place; the time to fetch it ends 15 minutes after the turn began.',
    },
    pickUp: {
      from: ['RESERVED', 'CALLED', 'MISSED'],
      to: 'PICKED_UP',
      by: [...household, ...atPlace, ...staff, ...outbox],
      fact: true,
      doc: 'Fetched: by the household itself, or said at the place by the code on the bag.',
    },
    miss: {
      from: ['CALLED'],
      to: 'MISSED',
      by: [...timer, ...atPlace, ...staff],
      limit: { minutes: 30, fires: 'reserveAgain' },
      doc: 'Nobody came in time.',
    },
    reserveAgain: {
      from: ['MISSED'],
      to: 'RESERVED',
      by: [...household, ...staff, ...timer],
      doc: 'One more time, once; given by the product when nobody has chosen one in 30 minutes.',
    },
    toDoor: {
      from: ['RESERVED', 'CALLED', 'MISSED'],
      to: 'TO_DOOR',
      by: [...household, ...staff, ...outbox],
      doc: 'Elders, disabled people and homes in quarantine at once; everybody else after the second missed time.',
    },
    cancel: {
      from: ['RESERVED'],
      to: 'CANCELLED',
      by: [...household, ...staff, ...outbox],
      needs: ['reason'],
      doc: 'Not needed any more; the time is free for somebody else.',
    },
    withdraw: {
      from: ['CALLED', 'MISSED'],
      to: 'CANCELLED',
      by: outbox,
      needs: ['reason'],
      doc: 'What stood there has gone another way.',
    },
  },
});
