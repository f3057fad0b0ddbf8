import { alertVariants, sensorAlertLifecycle as machine } from '../lifecycles/quarantine/sensor-alert.lifecycle';
import { AreaId } from '../primitives/areas';
import { HouseholdId, RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { RecordStep } from '../primitives/record-step';
import * as z from '../zod';

/** An alert as whoever answers it has it before them: a door, never a name. */
export const SensorAlertRow = z.object({
  id: RecordId,
  variant: z.enum(alertVariants),
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  /** Four characters to speak of it. */
  code: z.string(),
  area: AreaId,
  areaName: z.string(),
  /** The sign of the door; absent for many sensors at once. */
  doorCode: z.optional(z.string()),
  /** For whoever may open its phone by a recorded look. */
  household: z.optional(HouseholdId),
  /** When the door was opened, or the first of many fell silent. */
  since: Instant,
  raisedAt: Instant,
  /** Whether the door stands open now, as far as it was heard. */
  isOpen: z.optional(z.boolean()),
  /** How many sensors are silent by it now. */
  silent: z.optional(z.int()),
  actions: z.array(z.string()),
});
export type SensorAlertRow = z.infer<typeof SensorAlertRow>;

/** The same with every step; people by their role. */
export const SensorAlertView = z.object({
  ...SensorAlertRow.shape,
  timeline: z.array(RecordStep),
});
export type SensorAlertView = z.infer<typeof SensorAlertView>;
