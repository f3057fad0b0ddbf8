import type { PickupPart, PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type * as z from '@grid-relief/shared-types/zod';
import { type PersonActor, permittedActions } from '../../lifecycle';
import { machine, type PickupSlot } from './pickup-slot';
import { meansSomething } from './pickup-slot.policy';
import { turnEnd } from './pickup-times.rules';

/** What a view is made of besides the slot. */
export interface SlotAround {
  readonly actor: PersonActor;
  readonly part: z.infer<typeof PickupPart>;
  readonly areaName: string;
  /** A number on which no bag stands, for whoever may put this one there. */
  readonly freeNumber: number | undefined;
  /** How many numbers its place has; for everybody but the household. */
  readonly numbers: number | undefined;
  /** The household is one that does not come. */
  readonly goesToDoor: boolean;
  readonly now: Date;
}

/** One turn for this viewer: bag code, place and time, and what may be done next. Pure. */
export function presentSlot(slot: PickupSlot, around: SlotAround): PickupSlotView {
  const { _id: id, state, revision, area, detail, history, createdAt } = slot;
  const { delivery, code, place, number, from, until, missed, bagAt } = detail;
  const { actor, part, areaName, freeNumber, numbers, now } = around;
  const actions = permittedActions(machine, slot, actor, now).filter((name) => meansSomething(slot, name, around));
  return {
    ...{ id, state, revision, delivery, code, area: areaId(area), areaName, place, missed, part, actions },
    ...(number === undefined ? {} : { number }),
    ...(freeNumber === undefined ? {} : { freeNumber }),
    ...(numbers === undefined ? {} : { numbers }),
    from: from.toISOString(),
    to: turnEnd(from).toISOString(),
    until: until.toISOString(),
    bagThere: bagAt !== undefined && (state === 'CALLED' || state === 'MISSED' || state === 'RESERVED'),
    since: (history.at(-1)?.recordedAt ?? createdAt).toISOString(),
  } as PickupSlotView; // ids were parsed when they came in
}
