import type { OtherWork } from '../deliveries';
import { machine, type SlotAction } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { pickupSlots } from './pickup-slots';
import type { SlotAttempt } from './slot-verb';

/** A bag set on its number, or fetched, as told by a phone that had no network: what it still does. */
export function lateSlotFacts(deps: PickupSlotDeps): OtherWork {
  const slots = pickupSlots(deps);
  return {
    find: (county, id) => slots.byId(county, id),
    catchesUp({ state }, { action }) {
      if (!isFact(action)) return 'GONE';
      if (machine.actions[action].from.some((from) => from === state)) return [action];
      return state === 'TO_DOOR' || state === 'CANCELLED' ? 'WENT_OTHER_WAY' : 'ALREADY_SO';
    },
    act: ({ body, action, ...request }) =>
      slots.act({
        ...request,
        action: action as SlotAction, // named above
        actor: { system: 'outbox', county: request.county },
        body: body as SlotAttempt['body'], // parsed by the contract of the fact
      }),
  };
}

function isFact(action: string): action is SlotAction {
  return Object.hasOwn(machine.actions, action);
}
