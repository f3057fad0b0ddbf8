import { assignable } from './assignable';
import { type Allowed, lifecycle } from './lifecycle';

const carrier: Allowed[] = [{ role: 'VOLUNTEER', relation: 'assignee' }];
const outbox: Allowed[] = [{ system: 'outbox' }];
const grid: Allowed[] = [
  { role: 'GRID_WORKER', relation: 'inArea' },
  { role: 'GRID_LEADER', relation: 'inArea' },
];

/** One carrier, several doors (handbook 2.1a). Its deliveries follow it; none of them undoes another. */
export const runLifecycle = lifecycle({
  name: 'run',
  resource: 'runs',
  states: ['PLANNED', 'OPEN', 'LOCKED', 'OFFERED', 'ACCEPTED', 'SHOPPING', 'DOORS', 'SETTLING', 'CLOSED', 'DISSOLVED'],
  initial: ['PLANNED'],
  terminal: ['CLOSED', 'DISSOLVED'],
  held: ['ACCEPTED', 'SHOPPING', 'DOORS', 'SETTLING'],
  actions: {
    open: {
      from: ['PLANNED'],
      to: 'OPEN',
      by: [{ system: 'policy' }, ...outbox, ...grid],
      doc: 'Takes late requests until the cut-off.',
    },
    lock: {
      from: ['OPEN'],
      to: 'LOCKED',
      by: [{ system: 'timer' }, ...grid],
      doc: 'List and walking order are fixed.',
    },
    ...assignable({ waiting: 'LOCKED', offered: 'OFFERED', working: 'ACCEPTED' }),
    giveBack: {
      from: ['ACCEPTED', 'SHOPPING'],
      to: 'LOCKED',
      by: [...carrier, { system: 'timer' }, { role: 'GRID_LEADER', relation: 'inArea' }],
      needs: ['reason'],
      doc: 'Nothing is paid yet; the doors wait for the next carrier.',
    },
    startShopping: { from: ['ACCEPTED'], to: 'SHOPPING', by: carrier, doc: 'One picking list for all doors.' },
    startDoors: {
      from: ['ACCEPTED', 'SHOPPING'],
      to: 'DOORS',
      by: carrier,
      doc: 'Everything is bought or collected; off to the first door.',
    },
    askHelp: {
      from: ['SHOPPING', 'DOORS'],
      to: 'SAME',
      by: carrier,
      needs: ['reason'],
      doc: 'The carrier cannot go on and has goods or money in hand: the grid is told, and its leader names who goes on.',
    },
    handOver: {
      from: ['SHOPPING', 'DOORS'],
      to: 'SAME',
      by: [...carrier, { role: 'GRID_LEADER', relation: 'inArea' }],
      needs: ['reason'],
      doc: 'Another carrier goes on; bags and cash are counted by both.',
    },
    countHandOver: {
      from: ['ACCEPTED', 'SHOPPING', 'DOORS', 'SETTLING'],
      to: 'SAME',
      by: carrier,
      doc: 'Who takes over counts bags and cash as well: the second tick.',
    },
    takeCash: {
      from: ['LOCKED', 'OFFERED', 'SETTLING'],
      to: 'SAME',
      by: [
        { role: 'COMMUNITY_CASHIER', relation: 'inArea' },
        { role: 'GRID_LEADER', relation: 'inArea' },
      ],
      doc: 'Nobody carries the run: whoever had its cash last brings it back, and it is counted.',
    },
    agreeCash: {
      from: ['LOCKED', 'OFFERED', 'ACCEPTED', 'SHOPPING', 'DOORS', 'SETTLING'],
      to: 'SAME',
      by: [
        { role: 'GRID_LEADER', relation: 'inArea' },
        { role: 'TOWNSHIP_DISPATCHER', relation: 'inArea' },
      ],
      needs: ['reason'],
      doc: 'Two counted the cash differently: somebody else has asked both and says what was passed on.',
    },
    giveFloat: {
      from: ['ACCEPTED', 'SHOPPING'],
      to: 'SAME',
      by: [
        { role: 'COMMUNITY_CASHIER', relation: 'inArea' },
        { role: 'GRID_LEADER', relation: 'inArea' },
      ],
      doc: 'Cash for the run is handed to its carrier and written down.',
    },
    settleDoors: {
      from: ['DOORS', 'SHOPPING'],
      to: 'SETTLING',
      by: [...carrier, ...outbox],
      doc: 'The last door is done; the money is counted.',
    },
    close: {
      from: ['SETTLING'],
      to: 'CLOSED',
      by: [...outbox, ...carrier, { role: 'COMMUNITY_CASHIER', relation: 'inArea' }],
      doc: 'The float is back and what was advanced is booked.',
    },
    dissolve: {
      from: ['PLANNED', 'OPEN', 'LOCKED', 'OFFERED', 'ACCEPTED', 'SHOPPING'],
      to: ['DISSOLVED', 'SETTLING'],
      by: [...outbox, { role: 'GRID_LEADER', relation: 'inArea' }],
      needs: ['reason'],
      doc: 'The last door left, or the shop closed; cash that is out is settled first.',
    },
  },
});
