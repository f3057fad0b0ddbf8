import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { handoverLegLifecycle } from '@grid-relief/shared-types/lifecycles/handover-leg.lifecycle';
import type { Lifecycle } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { pickupSlotLifecycle } from '@grid-relief/shared-types/lifecycles/pickup-slot.lifecycle';
import { chainLinkLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/chain-link.lifecycle';
import { sensorAlertLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/sensor-alert.lifecycle';
import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import type { TaskKind } from './task.model';

/** The states and actions of each kind of task. */
export const taskMachines: Readonly<Record<TaskKind, Lifecycle>> = {
  DELIVERY: deliveryLifecycle,
  RUN: runLifecycle,
  HANDOVER_LEG: handoverLegLifecycle,
  PICKUP_SLOT: pickupSlotLifecycle,
  CHAIN_LINK: chainLinkLifecycle,
  SENSOR_ALERT: sensorAlertLifecycle,
};
