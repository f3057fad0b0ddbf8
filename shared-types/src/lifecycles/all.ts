import { deliveryLifecycle } from './delivery.lifecycle';
import { handoverLegLifecycle } from './handover-leg.lifecycle';
import { lateFactLifecycle } from './late-fact.lifecycle';
import type { Lifecycle } from './lifecycle';
import { pickupSlotLifecycle } from './pickup-slot.lifecycle';
import { quarantineLifecycles } from './quarantine/all';
import { runLifecycle } from './run.lifecycle';

/** Every state machine of the product: read by the graph check, the role matrix and the diagrams. */
export const lifecycles: readonly Lifecycle[] = [
  deliveryLifecycle,
  runLifecycle,
  handoverLegLifecycle,
  pickupSlotLifecycle,
  lateFactLifecycle,
  ...quarantineLifecycles,
];
