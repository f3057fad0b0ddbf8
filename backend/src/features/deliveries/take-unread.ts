import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { Problem } from '../../http/problem';
import { type ActResult, act, isSystem } from '../../lifecycle';
import type { SeatClaim } from '../volunteers';
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
 * @throws Problem as `act`
 */
export async function takeUnread(
  deps: DeliveryDeps,
  { action, county, id, actor, opId, body, occurredAt, reason, revision, words, guard }: Performance,
): Promise<ActResult<Delivery> | undefined> {
  const depends = revision !== undefined || words !== undefined || guard !== undefined;
  if (isSystem(actor) || !takingActions.has(action) || depends) return undefined;
  const now = deps.now();
  const person = actor.personId;
  const take = () =>
    act<string, string, Delivery>({
      ...takenUnread({ opId, now }, person),
      ...{ collection: deliveryRepository(deps.connection).collection, machine, kind: 'DELIVERY' },
      ...{ action, id, actor, opId, now, input: body },
      ...(occurredAt ? { occurredAt } : {}),
      ...(reason ? { reason } : {}),
      visible: (delivery, viewer) => maySee(delivery, viewer, now),
    });
  const place = { county, person, task: id, opId };
  const isNew = await placeFor(deps, place, now);
  if (isNew === undefined) return undefined;
  const result = await deps.seats.actInPlace(place, now, take);
  // a repeat, after the work was done and its place had been freed
  const isOver = result.repeated && isNew && !holderStates.includes(result.document.state);
  if (isOver) await deps.seats.release(place, now);
  return result;
}

/** Whether the place was taken just now; undefined: there is none for this person. */
async function placeFor({ seats }: DeliveryDeps, place: SeatClaim, now: Date): Promise<boolean | undefined> {
  try {
    return await seats.reserve(place, now);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
