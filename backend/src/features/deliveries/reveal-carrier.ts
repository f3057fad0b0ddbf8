import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import type { DeliveryDeps } from './delivery.deps';
import { callsAs, isCallable, maySee } from './delivery.policy';
import { deliveryRepository } from './delivery.repository';

interface Call {
  readonly opId: string;
  readonly why: string;
}

/**
 * Opens the number of whoever holds a request. The look is stored before anything is answered: when it cannot be
 * stored, nothing is shown.
 * @throws Problem not-found, not-allowed, transition-not-allowed while nobody else holds it, op-id-reused
 */
export async function revealCarrier(deps: DeliveryDeps, actor: PersonActor, id: string, { opId, why }: Call) {
  const at = deps.now();
  const { county } = actor;
  const delivery = await deliveryRepository(deps.connection).byId(county, id);
  if (!delivery || !maySee(delivery, actor, at)) throw new Problem('not-found');
  const role = callsAs(delivery, actor, at);
  if (!role) throw new Problem('not-allowed');
  const { state, revision, assignment } = delivery;
  const { assignee: person } = assignment;
  if (person === undefined || !isCallable(delivery, actor)) {
    throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'refresh' });
  }
  const recordedAt = await deps.auditCall({ actor, person, opId, why, role, at });
  const [phone, labels] = await Promise.all([deps.phoneOf(county, person), deps.labelsOf(county, [person])]);
  if (phone === undefined) throw new Problem('not-found');
  return { label: labels.get(person)?.label ?? '', phone, recordedAt: recordedAt.toISOString() };
}
