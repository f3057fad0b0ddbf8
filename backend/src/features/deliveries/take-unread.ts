import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { Problem } from '../../http/problem';
import { type ActResult, act, isSystem, type PersonActor } from '../../lifecycle';
import type { PlaceTraits, SeatClaim } from '../volunteers';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { holderStates, maySee } from './delivery.policy';
import { deliveryRepository } from './delivery.repository';
import { takenUnread } from './holding.verbs';
import type { DeliveryAction, Performance } from './perform';

/**
 * By which somebody takes work that nobody has. Their answer is the receipt alone: name and door are read, and the look
 * recorded, where they are shown (docs/decisions/0009).
 */
export const takingActions: ReadonlySet<DeliveryAction> = new Set<DeliveryAction>(['claim', 'accept']);

/**
 * Takes waiting work in the two writes it needs, a place and the work, without reading anything: who may, and whether
 * it still waits, stands in the filter, and nothing that is written depends on the record.
 * @returns undefined when it is no such action, or there is no place: the record then says which refusal is the right one
 * @throws Problem as `act`; not-allowed when it is not for this person
 */
export async function takeUnread(deps: DeliveryDeps, request: Performance): Promise<ActResult<Delivery> | undefined> {
  const { action, county, id, actor, opId, revision, words, guard } = request;
  const depends = revision !== undefined || words !== undefined || guard !== undefined;
  if (isSystem(actor) || !takingActions.has(action) || depends) return undefined;
  const now = deps.now();
  const claim = { county, person: actor.personId, task: id, opId };
  const place = await placeFor(deps, claim, now);
  if (!place) return undefined;
  const take = () => write(deps, { ...request, actor }, place.traits, now);
  const result = await deps.seats.actInPlace(claim, now, take);
  // a repeat, after the work was done and its place had been freed
  const isOver = result.repeated && place.isNew && !holderStates.includes(result.document.state);
  if (isOver) await deps.seats.release(claim, now);
  return result;
}

async function placeFor({ seats }: DeliveryDeps, claim: SeatClaim, now: Date) {
  try {
    return await seats.reserve(claim, now);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

async function write(
  deps: DeliveryDeps,
  { action, id, actor, opId, body, occurredAt, reason }: Performance & { readonly actor: PersonActor },
  traits: PlaceTraits,
  now: Date,
): Promise<ActResult<Delivery>> {
  const { skills, ppe, loop } = traits;
  const { loop: _remembered, ...person } = actor;
  try {
    return await act<string, string, Delivery>({
      ...takenUnread({ opId, now }, actor.personId),
      ...{ collection: deliveryRepository(deps.connection).collection, machine, kind: 'DELIVERY' },
      ...{ action, id, opId, now, input: body, guard: deps.mayTake(traits, now) },
      // what the person brings is taken from the place, which was written a moment ago
      actor: { ...person, skills, ppe, ...(loop === undefined ? {} : { loop }) },
      ...(occurredAt ? { occurredAt } : {}),
      ...(reason ? { reason } : {}),
      visible: (delivery, viewer) => maySee(delivery, viewer, now),
    });
  } catch (error) {
    throw isForOthers(error, action) ? new Problem('not-allowed', undefined, { next: 'leave-to-others' }) : error;
  }
}

/** It still waits, and the table lets this person: what kept it is that the work is not for this one. */
function isForOthers(error: unknown, action: DeliveryAction): boolean {
  if (!(error instanceof Problem) || error.type !== 'changed-meanwhile') return false;
  const { actions } = error.extras;
  return Array.isArray(actions) && actions.includes(action);
}
