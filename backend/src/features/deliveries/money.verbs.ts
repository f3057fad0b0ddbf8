import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../../http/problem';
import { isSystem } from '../../lifecycle';
import type { Delivery } from './delivery';
import { isFree } from './delivery';
import { over } from './doctor.verbs';
import { fireAfter, follow, ledgerEntry, toGrid, toHousehold, toRole } from './entries';
import { seatBack } from './holding.verbs';
import { redeliveryId } from './linked-delivery';
import { accountFor, climbAfterMinutes, isOwed, repayers } from './owed';
import { refuse } from './refuse';
import { mayBecome } from './returns/returned-goods.rules';
import type { Effects, Verb, VerbOf } from './verb';

const repayStates: readonly string[] = deliveryLifecycle.actions.repayOverdue.from;
const disputeWithinMinutes = 48 * 60;

function owed({ detail }: Delivery): number {
  return detail.actualFen ?? 0;
}

/** Not in this way: what to do instead. */
function nextBy({ state, revision }: Delivery, next: string): Problem {
  return new Problem('transition-not-allowed', undefined, { state, revision, next });
}

/** Both sides have ticked: settled, and closed once the carrier has the money back. */
function ticked(delivery: Delivery, mine: 'paidTick' | 'receivedTick', other: boolean | undefined): Effects {
  return {
    to: other ? 'SETTLED' : delivery.state,
    set: { [`detail.${mine}`]: true },
    emit: other ? [follow('closeSettled')] : [],
  };
}

const tickReceived: Verb = async (delivery, { actor, deps }) => {
  const { advancedBy, paidTick, receivedTick } = delivery.detail;
  const effects = ticked(delivery, 'receivedTick', paidTick);
  if (receivedTick) return effects;
  const self = !isSystem(actor) && actor.personId === advancedBy;
  // repaid already, or a part of it: what the household pays now is the cashier's, who ticks it
  if (self && ((await accountFor(deps, delivery))?.repaidFen ?? 1) > 0) throw nextBy(delivery, 'cashier');
  return {
    ...effects,
    emit: [
      ledgerEntry('HOUSEHOLD_PAID', owed(delivery), undefined),
      // the carrier has the household's money in hand: nothing is owed to the carrier any more
      ...(self ? [ledgerEntry('REPAID', owed(delivery), advancedBy)] : []),
      ...(effects.emit ?? []),
    ],
  };
};

const dispute: VerbOf<'dispute'> = (delivery, { body, now }) => {
  const since = delivery.detail.confirmedAt ?? delivery.detail.droppedAt;
  if (since && addMinutes(since, disputeWithinMinutes) < now) {
    throw nextBy(delivery, 'call-grid');
  }
  return {
    set: {
      ...(body.lines ? { 'detail.disputedLines': body.lines } : {}),
      ...(body.photo ? { 'detail.disputePhoto': body.photo } : {}),
    },
    emit: [...seatBack(delivery), toGrid(delivery, 'DISPUTED', { urgent: true })],
  };
};

const resolveDispute: VerbOf<'resolveDispute'> = (delivery, { body }) => {
  const paid = owed(delivery);
  const refundFen = body.decision === 'REFUND' ? (body.refundFen ?? paid) : 0;
  // nobody gets back more than was paid
  if (refundFen > paid) refuse([{ pointer: '/refundFen', detail: `at most ${paid}` }]);
  return {
    set: { 'detail.decision': body.decision, 'detail.refundFen': refundFen },
    emit: [
      toHousehold(delivery, `DISPUTE_${body.decision}`, { urgent: true }),
      ...(refundFen > 0 ? [ledgerEntry('REFUND', refundFen, undefined)] : []),
      body.decision === 'REDELIVER' ? { kind: 'redeliver' } : follow('closeResolved'),
    ],
  };
};

/** Whether money is still to be counted after a decision or a return. */
function afterwards(delivery: Delivery): Pick<Effects, 'to' | 'emit'> {
  const counted = isFree(delivery) || owed(delivery) === 0;
  return counted ? { to: 'CLOSED' } : { to: 'SETTLED', emit: [follow('closeSettled')] };
}

/** Overdue repayment climbs: cashier, grid leader, township (handbook 2.1). */
const repayOverdue: Verb = async (delivery, { deps, now }) => {
  const told = delivery.detail.repayTold ?? 0;
  const role = repayers[told];
  if (!role || !(await isOwed(deps, delivery))) throw over(delivery);
  const more = told + 1 < repayers.length;
  return {
    inc: { 'detail.repayTold': 1 },
    emit: [
      toRole(role, delivery, 'REPAY_OVERDUE'),
      ...(more ? [fireAfter(climbAfterMinutes, 'repayOverdue', now, repayStates)] : []),
    ],
  };
};

/** Closed, nobody would be reminded any more: while anything is open between carrier and cashier, they close it. */
const closeSettled: Verb = async (delivery, { deps }) => {
  const account = await accountFor(deps, delivery);
  if (account && account.owedFen + account.overFen > 0) throw nextBy(delivery, 'repay');
  return {};
};

/** Money and quarrels, after the door. */
export const moneyVerbs = {
  tickPaid: ((delivery) => ticked(delivery, 'paidTick', delivery.detail.receivedTick)) satisfies Verb,
  tickReceived,
  settle: (() => ({ emit: [follow('closeSettled')] })) satisfies Verb,
  markUnpaid: ((delivery) => ({
    emit: [toRole('COMMUNITY_CASHIER', delivery, 'UNPAID'), toHousehold(delivery, 'UNPAID')],
  })) satisfies Verb,
  payByAid: ((delivery) => ({
    emit: [ledgerEntry('AID', owed(delivery), undefined), follow('closeSettled')],
  })) satisfies Verb,
  writeOff: ((delivery) => ({
    emit: [ledgerEntry('WRITTEN_OFF', owed(delivery), undefined), follow('closeSettled')],
  })) satisfies Verb,
  dispute,
  disputeOverdue: ((delivery) => ({
    push: { 'detail.flags': ['DISPUTE_OVERDUE'] },
    emit: [toRole('TOWNSHIP_DISPATCHER', delivery, 'DISPUTE_OVERDUE')],
  })) satisfies Verb,
  resolveDispute,
  closeResolved: ((delivery) => ({
    ...afterwards(delivery),
    ...(delivery.detail.decision === 'REDELIVER' ? { set: { 'detail.linkedTo': redeliveryId(delivery) } } : {}),
  })) satisfies Verb,
  repayOverdue,
  closeSettled,
  disposeReturned: ((delivery, { body: { disposition }, now }) => {
    if (!mayBecome(delivery).includes(disposition)) refuse([{ pointer: '/disposition', detail: 'kept back' }]);
    return { ...afterwards(delivery), set: { 'detail.disposition': disposition, 'detail.countedInAt': now } };
  }) satisfies VerbOf<'disposeReturned'>,
};
