import { type ActingOn, type Attempt, actingOn, type Effects, type Verb } from '../../acting';
import { Problem } from '../../http/problem';
import type { ActResult } from '../../lifecycle';
import { taskModel } from '../../tasks';
import { numberKey, pickupClaims, turnKey } from './pickup-claim.repository';
import { machine, type PickupSlot, type SlotAction } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { maySeeSlot } from './pickup-slot.policy';
import { slotVerbs } from './pickup-slot.verbs';
import type { SlotAttempt, SlotVerb } from './slot-verb';

export type PickupSlots = ActingOn<PickupSlot, SlotAction, SlotAttempt['body']>;
type Body = SlotAttempt['body'];

/** The act may have happened, or its twin has: what it took may be in use. */
const mayHold: ReadonlySet<string> = new Set(['outcome-unknown', 'op-id-reused']);

/**
 * Slots and what is done to them (handbook 2.1c). What is scarce is taken first, under the operation, and given back when
 * the act does not come about.
 * @throws Problem from `act` beside the engine's: capacity-full, code-wrong, invalid-input; transition-not-allowed when
 * the rules say so
 */
export function pickupSlots(deps: PickupSlotDeps): PickupSlots {
  return actingOn({
    ...{ kind: 'PICKUP_SLOT', machine, deps, verbs, maySee: maySeeSlot },
    collection: taskModel(deps.connection).collection,
  });
}

const verbs = Object.fromEntries(
  Object.entries(slotVerbs).map(([action, verb]) => [action, holding(verb)]),
) as unknown as Readonly<Record<SlotAction, Verb<PickupSlot, Body, PickupSlotDeps>>>; // the keys it was made from

/** A verb of slots, with what it took given back when nothing holds it. */
function holding(verb: SlotVerb): Verb<PickupSlot, Body, PickupSlotDeps> {
  return async (attempt) => {
    const { record: slot, ...rest } = attempt;
    const { claimed, ...effects } = await verb({ ...rest, slot });
    return claimed === undefined ? effects : { ...effects, around: keeping(attempt, claimed) };
  };
}

function keeping(
  { deps, record: { _id: slot }, opId }: Attempt<PickupSlot, Body, PickupSlotDeps>,
  claimed: string,
): NonNullable<Effects<PickupSlot>['around']> {
  const giveBack = () => pickupClaims(deps.connection).give(claimed, { slot, opId });
  return async (write) => {
    try {
      const result = await write();
      // its twin was faster with another one, or the fact came too late
      if (!holds(result, claimed)) await giveBack();
      return result;
    } catch (error) {
      if (error instanceof Problem && !mayHold.has(error.type)) await giveBack();
      throw error;
    }
  };
}

function holds({ document: { detail } }: ActResult<PickupSlot>, claimed: string): boolean {
  const { placeArea, from, number } = detail;
  return [turnKey(placeArea, from), ...(number === undefined ? [] : [numberKey(placeArea, number)])].includes(claimed);
}
