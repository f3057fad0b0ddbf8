import { lifecycle } from '../lifecycle';
import { transferDesk } from './actors';

/** A vehicle of the transfer desk (handbook 2.4, guide; 3, TRANSFER_DESK): whether it may be sent, beside the trip that has it. */
export const vehicleLifecycle = lifecycle({
  name: 'vehicle',
  resource: 'vehicles',
  states: ['IN_SERVICE', 'OUT_OF_SERVICE', 'RETIRED'],
  initial: ['IN_SERVICE'],
  terminal: ['RETIRED'],
  held: [],
  actions: {
    change: {
      from: ['IN_SERVICE', 'OUT_OF_SERVICE'],
      to: 'SAME',
      by: transferDesk,
      needs: ['revision'],
      doc: 'Plate, seats, partition, what it carries, which trips it makes, who drives it; never below the list of its trip.',
    },
    takeOutOfService: {
      from: ['IN_SERVICE'],
      to: 'OUT_OF_SERVICE',
      by: transferDesk,
      needs: ['reason'],
      doc: 'Not to be sent for now; one that a trip has breaks down on that trip instead.',
    },
    bringBack: { from: ['OUT_OF_SERVICE'], to: 'IN_SERVICE', by: transferDesk, doc: 'May be sent again.' },
    retire: {
      from: ['OUT_OF_SERVICE'],
      to: 'RETIRED',
      by: transferDesk,
      needs: ['reason'],
      doc: 'No vehicle of the county any more.',
    },
  },
});
