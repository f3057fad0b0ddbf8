export { lateSlotFacts } from './late-slot-facts';
export { pickupClaimIndexes } from './pickup-claim.model';
export type { PickupPlace, PickupSlot } from './pickup-slot';
export type { PickupSlotDeps } from './pickup-slot.deps';
export { type PickupSlotHandlers, pickupSlotHandlers } from './pickup-slot.handlers';
export { pickupSlotRepository } from './pickup-slot.repository';
export { pickupSlotRoutes } from './pickup-slot.routes';
export { usualHours } from './pickup-times.rules';
export { sweepPickupClaims } from './sweep-claims';
