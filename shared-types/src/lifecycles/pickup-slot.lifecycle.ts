import { type Allowed, lifecycle } from './lifecycle';

const household: Allowed[] = [
  { role: 'RESIDENT', relation: 'own' },
  { role: 'PROXY', relation: 'own' },
];
const staff: Allowed[] = [
  { role: 'GRID_WORKER', relation: 'inArea' },
  { role: 'GRID_LEADER', relation: 'inArea' },
];
const outbox: Allowed[] = [{ system: 'outbox' }];

/** A household's turn at a numbered pick-up place, one every three minutes (handbook 2.1c). */
export const pickupSlotLifecycle = lifecycle({
  name: 'pickupSlot',
  resource: 'pickup-slots',
  states: ['RESERVED', 'CALLED', 'MISSED', 'PICKED_UP', 'TO_DOOR', 'CANCELLED'],
  initial: ['RESERVED'],
  terminal: ['PICKED_UP', 'TO_DOOR', 'CANCELLED'],
  held: [],
  actions: {
    call: {
      from: ['RESERVED'],
      to: 'CALLED',
      by: [...outbox, ...staff],
      limit: { minutes: 15, fires: 'miss' },
      doc: 'The bag stands on its numbered place.',
    },
    pickUp: {
      from: ['CALLED', 'MISSED'],
      to: 'PICKED_UP',
      by: [...household, ...staff, ...outbox],
      fact: true,
      doc: 'Fetched.',
    },
    miss: { from: ['CALLED'], to: 'MISSED', by: [{ system: 'timer' }], doc: 'Nobody came.' },
    reserveAgain: { from: ['MISSED'], to: 'RESERVED', by: [...household, ...staff], doc: 'One more slot.' },
    toDoor: {
      from: ['RESERVED', 'CALLED', 'MISSED'],
      to: 'TO_DOOR',
      by: [...household, ...staff, ...outbox],
      doc: 'For elders, disabled people and homes in quarantine.',
    },
    cancel: {
      from: ['RESERVED'],
      to: 'CANCELLED',
      by: [...household, ...staff, ...outbox],
      needs: ['reason'],
      doc: 'Not needed any more.',
    },
  },
});
