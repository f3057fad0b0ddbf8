import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { pickupSlotLifecycle } from '@grid-relief/shared-types/lifecycles/pickup-slot.lifecycle';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Task } from '../../tasks';
import type { PlaceHours } from './pickup-times.rules';

/** The states and actions of handbook 2.1c. */
export const machine = pickupSlotLifecycle;
export type SlotAction = ActionOf<typeof pickupSlotLifecycle>;

/** A pick-up place as the area tree knows it. */
export interface PickupPlace extends PlaceHours {
  /** The place of the tree it belongs to; its turns are counted there. */
  readonly area: AreaId;
  readonly name: string;
  /** Its numbered places. */
  readonly numbers: number;
}

/** What only a slot knows of itself; name, phone and door are in no field. */
export interface SlotDetail {
  readonly delivery: string;
  readonly code: string;
  /** When the delivery was asked for: after a death in the home nothing is said about what had begun before. */
  readonly askedAt?: Date;
  /** How many slots of this delivery came before. */
  readonly nth: number;
  /** The area whose pick-up place it is, and the name of that place. */
  readonly placeArea: string;
  readonly place: string;
  /** What the household said with the request, sealed as it stands there. */
  readonly said?: string;
  readonly from: Date;
  /** The operation under which this time is kept free for it. */
  readonly turnOp: string;
  /** Until then the bag waits on its place. */
  readonly until: Date;
  readonly number?: number;
  readonly numberOp?: string;
  readonly bagAt?: Date;
  readonly missed: number;
  /** The operation that made it. */
  readonly reserveOp: string;
}

/** One household's turn at a pick-up place; held by nobody. */
export interface PickupSlot extends Task<SlotDetail> {
  readonly kind: 'PICKUP_SLOT';
  readonly household: string;
}

/** Whether its turn is still to come, or its bag still waits. Pure. */
export function isOpenSlot({ state }: Pick<PickupSlot, 'state'>): boolean {
  return !machine.terminal.some((ended) => ended === state);
}
