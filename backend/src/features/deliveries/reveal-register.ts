import type { BodyOf } from '@grid-relief/shared-types/contract';
import type { revealRegister as contract } from '@grid-relief/shared-types/deliveries/register.contract';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import type { DeliveryDeps } from './delivery.deps';
import { standingOf } from './delivery.policy';
import { deliveryRepository } from './delivery.repository';
import { openPatient } from './register.verbs';

type Asked = Pick<BodyOf<typeof contract>, 'opId' | 'why'>;

/**
 * Whom the pharmacy registers, for whoever holds the request and stands in the shop (handbook 4.8). The look is stored
 * before anything is answered: when it cannot be stored, nothing is shown.
 * @throws Problem not-found (also for everybody who does not hold it), transition-not-allowed, op-id-reused
 */
export async function revealRegister(deps: DeliveryDeps, actor: PersonActor, id: string, { opId, why }: Asked) {
  const at = deps.now();
  const delivery = await deliveryRepository(deps.connection).byId(actor.county, id);
  const holds = delivery?.assignment.assignee === actor.personId && standingOf(delivery, actor, at) === 'HOLDER';
  if (!delivery || !holds) throw new Problem('not-found');
  const { state, revision, household } = delivery;
  const next = (step: string) => new Problem('transition-not-allowed', undefined, { state, revision, next: step });
  if (state !== 'SHOPPING') throw next('start-shopping');
  const patient = await openPatient(deps, delivery);
  if (!patient) throw next('ask-household');
  const look = { actor, opId, household, why, role: 'VOLUNTEER' as const, at };
  return { patient, recordedAt: (await deps.auditReveal(look)).toISOString() };
}
