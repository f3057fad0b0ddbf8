import type { DeliveryRow, DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { inCare } from '@grid-relief/shared-types/deliveries/next-step.schema';
import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { Problem } from '../../http/problem';
import { isOwn, type PersonActor } from '../../lifecycle';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';
import type { DeliveryInList } from './delivery-in-list';

/** What a home is asked to decide. What it reports (goods, money and a card that changed hands) is kept as ever. */
const decidedByHome: readonly ActionOf<typeof machine>[] = [
  ...(['resume', 'answerSubstitution', 'giveConsent', 'answerAddress', 'answerSymptoms', 'giveRegister'] as const),
];

/**
 * What a home is asked for, by a button or a question: to say that it came, that it is paid, what else would do. The
 * product, the grid or time answers instead. What it may do of its own accord, such as stopping a request, stays.
 */
export const askedOfHome: readonly ActionOf<typeof machine>[] = [
  ...(['confirm', 'pickedUp', 'finishErrand', 'returnCustody', 'tickPaid'] as const),
  ...decidedByHome,
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

interface Asked {
  readonly id: string;
  readonly action: ActionOf<typeof machine>;
  readonly opId: string;
}

/**
 * A page that was kept on a phone still has the buttons of before: whatever they decide waits for nobody any more.
 * @throws Problem transition-not-allowed for a decision that the home is not asked for; a repeat has its answer as ever
 */
export async function mustBeAsked(
  deps: Pick<DeliveryDeps, 'connection' | 'quietHomes'>,
  actor: PersonActor,
  { id, action, opId }: Asked,
): Promise<void> {
  if (!decidedByHome.includes(action)) return;
  const found = await deliveryRepository(deps.connection).byId(actor.county, id);
  if (!found || found.history.some((one) => one.opId === opId)) return;
  if (!(await quietFor(deps, actor, [found]))(found)) return;
  const { state, revision } = found;
  throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'in-care' });
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
