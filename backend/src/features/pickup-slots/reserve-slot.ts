import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../http/problem';
import { type Actor, beginRecord, isOwn, isSystem, untilKnown } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { gridOf } from '../../routing';
import { type Delivery, goesToPlace } from '../deliveries';
import { notBefore, placeFor, takeTurn } from './choose-turn';
import { pickupClaims, turnKey } from './pickup-claim.repository';
import { isOpenSlot, type PickupPlace, type PickupSlot } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { pickupSlotRepository, slotPriority } from './pickup-slot.repository';
import { pickupSlots } from './pickup-slots';
import { waitsUntil } from './pickup-times.rules';
import { moved, postponeAt, told } from './slot-entries';

/** From the carrier on, until the household has it. */
const underWay: readonly string[] = [
  'ACCEPTED',
  'SHOPPING',
  'SUBSTITUTION_PENDING',
  'COLLECTED',
  'PURCHASED',
  'IN_TRANSIT',
  'HANDOVER_PENDING',
  'READY_FOR_PICKUP',
];

/** One wish for a time. */
export interface Wish {
  readonly actor: Actor;
  readonly opId: string;
  /** Absent: the earliest free one. */
  readonly at?: Date | undefined;
}

/** @throws Problem transition-not-allowed for what goes to the door, or has no carrier yet */
export function mustBeFetched(delivery: Delivery): void {
  const { state, revision } = delivery;
  if (goesToPlace(delivery) && underWay.includes(state)) return;
  const next = goesToPlace(delivery) ? 'refresh' : 'door';
  throw new Problem('transition-not-allowed', undefined, { state, revision, next });
}

/**
 * Keeps a time for a delivery, once: its slot is named by the delivery and by how many came before, so that two who
 * choose at once make one. A repeat of the operation answers the same slot.
 * @throws Problem transition-not-allowed, already-open, capacity-full, invalid-input, outcome-unknown
 */
export async function reserveSlot(deps: PickupSlotDeps, delivery: Delivery, wish: Wish): Promise<PickupSlot> {
  const { county, household, _id } = delivery;
  const stored = pickupSlotRepository(deps.connection);
  const earlier = await stored.ofDelivery(county, household, _id);
  const mine = earlier.find(({ detail }) => detail.reserveOp === wish.opId);
  if (mine) return mine;
  const open = earlier.find(isOpenSlot);
  if (open) throw alreadyOpen(open);
  mustBeFetched(delivery);
  const id = derivedId(county, _id, 'slot', String(earlier.length));
  const now = deps.now();
  const place = placeFor(deps, { area: gridAreaOf(delivery) });
  const earliest = notBefore(delivery.state, now);
  const from = await takeTurn(deps, { county, slot: id, opId: wish.opId }, { place, at: wish.at, earliest });
  const slot = newSlot(delivery, { id, nth: earlier.length, place, from, now }, wish);
  if (await untilKnown(() => pickupSlots(deps).insert(slot))) return slot;
  return await ofTwin(deps, slot, wish);
}

/** Somebody was faster: the same person again, or another one of the household. */
async function ofTwin(deps: PickupSlotDeps, slot: PickupSlot, { opId }: Wish): Promise<PickupSlot> {
  const other = await pickupSlotRepository(deps.connection).byId(slot.county, slot._id);
  const { placeArea, from } = slot.detail;
  const same = other?.detail.reserveOp === opId;
  if (!same || other.detail.from.getTime() !== from.getTime()) {
    await pickupClaims(deps.connection).give(turnKey(placeArea, from), { slot: slot._id, opId });
  }
  if (same) return other;
  throw other ? alreadyOpen(other) : new Problem('outcome-unknown');
}

function alreadyOpen({ _id, state, revision }: PickupSlot): Problem {
  return new Problem('already-open', undefined, { open: _id, state, revision, next: 'changeTime' });
}

/** The place is the grid's: which building the bag is for is nobody's there. */
function gridAreaOf({ area }: Delivery): string {
  return gridOf(area) ?? area;
}

interface Begun {
  readonly id: string;
  readonly nth: number;
  readonly place: PickupPlace;
  readonly from: Date;
  readonly now: Date;
}

function newSlot(delivery: Delivery, { id, nth, place, from, now }: Begun, { actor, opId }: Wish): PickupSlot {
  const { county, household, detail } = delivery;
  const area = areaId(gridAreaOf(delivery));
  const about = {
    ...{
      delivery: delivery._id,
      askedAt: delivery.createdAt,
      nth,
      code: detail.code,
      placeArea: place.area,
      place: place.name,
      ...(detail.said ? { said: detail.said } : {}),
    },
    ...{ from, turnOp: opId, until: waitsUntil(from, from), missed: 0, reserveOp: opId },
  };
  const chosenByHousehold = !isSystem(actor) && isOwn({ household }, actor);
  const beginning = { _id: id, county, kind: 'PICKUP_SLOT' as const, state: 'RESERVED', area, scope: scopeOf(area) };
  const emit = [
    moved,
    postponeAt(from),
    ...(chosenByHousehold ? [] : [told({ household, detail: about }, 'PICKUP_TIME')]),
  ];
  return {
    ...beginRecord({ ...beginning, household }, emit, now),
    ...{ kind: 'PICKUP_SLOT', household, priority: slotPriority, createdAt: now, waitingSince: from },
    assignment: { excluded: [], rung: 0 },
    detail: about,
  };
}
