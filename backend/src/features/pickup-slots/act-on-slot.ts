import { Problem } from '../../http/problem';
import { type Actor, type ActRequest, type ActResult, act, type Condition, isAllowed } from '../../lifecycle';
import { numberKey, pickupClaims, turnKey } from './pickup-claim.repository';
import { machine, type PickupSlot, type SlotAction } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { maySeeSlot } from './pickup-slot.policy';
import { pickupSlotRepository } from './pickup-slot.repository';
import { slotVerbs } from './pickup-slot.verbs';
import type { SlotAttempt, SlotEffects } from './slot-verb';

/** One action to one slot, asked for by a person or by the product. */
export interface SlotRequest {
  readonly county: string;
  readonly id: string;
  readonly action: SlotAction;
  readonly actor: Actor;
  readonly opId: string;
  readonly body?: SlotAttempt['body'];
  readonly occurredAt?: Date;
  readonly reason?: string;
  readonly revision?: number;
  readonly guard?: Condition;
}

const attempts = 4;
/** The act may have happened, or its twin has: what it took may be in use. */
const mayHold: ReadonlySet<string> = new Set(['outcome-unknown', 'op-id-reused']);

/**
 * Does one action to a slot (handbook 2.1c). What is scarce is taken first, under this operation, and given back when
 * the act does not come about; what was decided from the record is decided again when somebody wrote meanwhile.
 * @throws Problem as `act`, and capacity-full, code-wrong, invalid-input; transition-not-allowed when the rules say so
 */
export async function actOnSlot(deps: PickupSlotDeps, request: SlotRequest): Promise<ActResult<PickupSlot>> {
  for (let attempt = 1; ; attempt++) {
    const slot = await pickupSlotRepository(deps.connection).byId(request.county, request.id);
    if (!slot) throw new Problem('not-found');
    try {
      return await once(deps, request, slot);
    } catch (error) {
      const raced = error instanceof Problem && error.type === 'changed-meanwhile';
      const wroteMeanwhile = raced && error.extras.revision !== slot.revision;
      if (!wroteMeanwhile || request.revision !== undefined || attempt === attempts) throw error;
    }
  }
}

async function once(deps: PickupSlotDeps, request: SlotRequest, slot: PickupSlot): Promise<ActResult<PickupSlot>> {
  const { id, opId, actor, action, reason, body = {} } = request;
  const now = deps.now();
  const decided = mayDecide(request, slot, now);
  const effects = decided ? await slotVerbs[action]({ deps, slot, actor, opId, now, reason, body }) : {};
  const { claimed } = effects;
  const giveBack = async () => {
    if (claimed) await pickupClaims(deps.connection).give(claimed, { slot: id, opId });
  };
  try {
    const result = await act(written(deps, request, slot, effects, decided, now));
    // its twin was faster with another one, or the fact came too late
    if (!holds(result.document, claimed)) await giveBack();
    return result;
  } catch (error) {
    if (error instanceof Problem && !mayHold.has(error.type)) await giveBack();
    throw error;
  }
}

function holds({ detail }: PickupSlot, claimed: string | undefined): boolean {
  const { placeArea, from, number } = detail;
  const held = [turnKey(placeArea, from), ...(number === undefined ? [] : [numberKey(placeArea, number)])];
  return claimed === undefined || held.includes(claimed);
}

/** If not, the engine alone knows the answer: a repeat, a late fact or a refusal. */
function mayDecide({ action, actor, opId }: SlotRequest, slot: PickupSlot, now: Date): boolean {
  const rule = machine.actions[action];
  const repeated = slot.history.some((entry) => entry.opId === opId);
  return !repeated && rule.from.some((state) => state === slot.state) && isAllowed(rule, slot, actor, now);
}

function written(
  deps: PickupSlotDeps,
  request: SlotRequest,
  slot: PickupSlot,
  effects: SlotEffects,
  decided: boolean,
  now: Date,
): ActRequest<string, string, PickupSlot> {
  const { county: _county, body, guard = {}, ...sent } = request;
  const { claimed: _claimed, ...changes } = effects;
  const asRead = decided ? { revision: slot.revision } : {};
  const parts = [guard, asRead].filter((part) => Object.keys(part).length > 0);
  return {
    ...changes,
    ...sent,
    collection: pickupSlotRepository(deps.connection).collection,
    machine,
    kind: 'PICKUP_SLOT',
    now,
    input: body,
    // without an empty part: inside $and one makes the database walk the collection
    guard: parts.length > 1 ? { $and: parts } : (parts[0] ?? {}),
    visible: (found, viewer) => maySeeSlot(found, viewer, now),
  };
}
