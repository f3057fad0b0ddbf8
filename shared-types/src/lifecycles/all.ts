import { deliveryLifecycle } from './delivery.lifecycle';
import { handoverLegLifecycle } from './handover-leg.lifecycle';
import { lateFactLifecycle } from './late-fact.lifecycle';
import type { Lifecycle } from './lifecycle';
import { pickupSlotLifecycle } from './pickup-slot.lifecycle';
import { chainLinkLifecycle } from './quarantine/chain-link.lifecycle';
import { deliveryPlanLifecycle } from './quarantine/delivery-plan.lifecycle';
import { healthTrackerLifecycle } from './quarantine/health-tracker.lifecycle';
import { quarantineEpisodeLifecycle } from './quarantine/quarantine-episode.lifecycle';
import { returneeReportLifecycle } from './quarantine/returnee-report.lifecycle';
import { travellerLifecycle } from './quarantine/traveller.lifecycle';
import { runLifecycle } from './run.lifecycle';

/** Every state machine of the product: read by the graph check, the role matrix and the diagrams. */
export const lifecycles: readonly Lifecycle[] = [
  deliveryLifecycle,
  runLifecycle,
  handoverLegLifecycle,
  pickupSlotLifecycle,
  lateFactLifecycle,
  returneeReportLifecycle,
  travellerLifecycle,
  chainLinkLifecycle,
  healthTrackerLifecycle,
  quarantineEpisodeLifecycle,
  deliveryPlanLifecycle,
];
