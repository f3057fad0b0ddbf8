import type { ActionRule } from '../lifecycle';
import { cashier, holder, household, leader, outbox, timer } from './actors';
import type { DeliveryState } from './states';

/** Disputes, ticks for money and how a request ends (handbook 2.1). */
export const settling = {
  dispute: {
    from: ['DROPPED', 'CONFIRMED', 'READY_FOR_PICKUP'],
    to: 'DISPUTED',
    by: household,
    needs: ['reason'],
    limit: { minutes: 1440, fires: 'disputeOverdue' },
    doc: 'Something is missing or wrong, within 48 hours.',
  },
  disputeOverdue: {
    from: ['DISPUTED'],
    to: 'SAME',
    by: timer,
    doc: 'A day without a decision: the township decides.',
  },
  resolveDispute: {
    from: ['DISPUTED'],
    to: 'RESOLVED',
    by: leader,
    needs: ['reason'],
    doc: 'Refund, redelivery, accepted as it is, or unfounded; the household reads why.',
  },
  closeResolved: {
    from: ['RESOLVED'],
    to: ['SETTLED', 'CLOSED'],
    by: [...outbox, ...cashier],
    doc: 'The decision is booked.',
  },
  disposeReturned: {
    from: ['RETURNED'],
    to: ['SETTLED', 'CLOSED'],
    by: [{ role: 'STORE_KEEPER', relation: 'inArea' }, ...cashier],
    needs: ['reason'],
    doc: 'Restocked, donated or destroyed.',
  },
  tickPaid: {
    from: ['CONFIRMED', 'UNPAID'],
    to: ['CONFIRMED', 'UNPAID', 'SETTLED'],
    by: household,
    doc: 'The household says it has paid.',
  },
  tickReceived: {
    from: ['CONFIRMED', 'UNPAID'],
    to: ['CONFIRMED', 'UNPAID', 'SETTLED'],
    by: [...holder, ...cashier],
    doc: 'The money has arrived.',
  },
  repayOverdue: {
    from: [
      'PURCHASED',
      'IN_TRANSIT',
      'HANDOVER_PENDING',
      'READY_FOR_PICKUP',
      'ADDRESS_QUERY',
      'FAILED_DELIVERY',
      'DROPPED',
      'CONFIRMED',
      'DISPUTED',
      'RESOLVED',
      'RETURNED',
      'SETTLED',
      'UNPAID',
      'PAID_BY_AID',
      'WRITTEN_OFF',
    ],
    to: 'SAME',
    by: timer,
    doc: 'A day without repayment of what a carrier advanced: cashier, then grid leader, then township.',
  },
  settle: {
    from: ['CONFIRMED', 'UNPAID'],
    to: 'SETTLED',
    by: [...outbox, ...cashier],
    doc: 'Both sides have ticked, or the cashier has.',
  },
  closeFree: { from: ['CONFIRMED'], to: 'CLOSED', by: outbox, doc: 'Nothing to pay.' },
  markUnpaid: {
    from: ['CONFIRMED'],
    to: 'UNPAID',
    by: timer,
    doc: 'Two days without payment; the volunteer is repaid in any case.',
  },
  payByAid: {
    from: ['UNPAID'],
    to: 'PAID_BY_AID',
    by: [...cashier, { role: 'TOWNSHIP_DISPATCHER', relation: 'inArea' }],
    needs: ['reason'],
    doc: 'Taken over by aid money.',
  },
  writeOff: {
    from: ['UNPAID'],
    to: 'WRITTEN_OFF',
    by: [{ role: 'TOWNSHIP_DISPATCHER', relation: 'inArea' }],
    needs: ['reason'],
    doc: 'Given up, with reason.',
  },
  closeSettled: {
    from: ['SETTLED', 'PAID_BY_AID', 'WRITTEN_OFF'],
    to: 'CLOSED',
    by: [...outbox, ...cashier],
    doc: 'Nobody owes anybody anything.',
  },
} as const satisfies Record<string, ActionRule<DeliveryState>>;
