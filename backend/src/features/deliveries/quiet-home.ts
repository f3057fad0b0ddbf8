import type { DeliveryRow, DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { inCare } from '@grid-relief/shared-types/deliveries/next-step.schema';
import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { isOwn, type PersonActor } from '../../lifecycle';
import type { DeliveryDeps } from './delivery.deps';
import type { DeliveryInList } from './delivery-in-list';

/**
 * What a home is asked for, by a button or a question: to say that it came, that it is paid, what else would do. The
 * product, the grid or time answers instead. What it may do of its own accord, such as stopping a request, stays.
 */
export const askedOfHome: readonly ActionOf<typeof machine>[] = [
  ...(['confirm', 'pickedUp', 'finishErrand', 'returnCustody', 'tickPaid'] as const),
  ...(['resume', 'answerSubstitution', 'giveConsent', 'answerAddress', 'answerSymptoms', 'giveRegister'] as const),
];

/** Steps that are told of a bill: that it is not paid, and that somebody was reminded. */
const ofTheBill: readonly string[] = ['markUnpaid', 'repayOverdue'] satisfies readonly ActionOf<typeof machine>[];

/** Nobody at home has anything to do with it any more. */
const over: readonly string[] = [...machine.terminal, 'SETTLED', 'PAID_BY_AID', 'WRITTEN_OFF'];

/** Which of these requests somebody reads as their home's own, and is asked nothing about: somebody there has died. */
export async function quietFor(
  { quietHomes }: Pick<DeliveryDeps, 'quietHomes'>,
  actor: PersonActor,
  deliveries: readonly Pick<DeliveryInList, 'household'>[],
): Promise<Awaited<ReturnType<DeliveryDeps['quietHomes']>>> {
  const own = deliveries.filter(({ household }) => isOwn({ household }, actor)).map(({ household }) => household);
  // most readers live elsewhere, and their lists cost no read
  return own.length > 0 ? quietHomes(actor.county, [...new Set(own)]) : () => false;
}

/**
 * The same request with no question, no bill and no button that presses anybody; what is to come is that the community
 * sees to it, never why (handbook 2.3). Pure.
 */
export function withoutAsking<Shown extends DeliveryView | DeliveryRow>(shown: Shown): Shown {
  const { state, next, actions } = shown;
  const told =
    'timeline' in shown ? { timeline: shown.timeline.filter(({ action }) => !ofTheBill.includes(action)) } : {};
  return {
    ...shown,
    ...told,
    // left out of the answer
    ...{ money: undefined, consent: undefined, substitution: undefined },
    next: over.includes(state) ? next : inCare,
    actions: actions.filter((action) => !askedOfHome.some((asked) => asked === action)),
  };
}
