import { doorSensorLifecycle as machine } from '../lifecycles/quarantine/door-sensor.lifecycle';
import { AreaId } from '../primitives/areas';
import { HouseholdId, RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import * as z from '../zod';

/** Which door of a home; a fire exit has none of them on it. */
export const DoorPlace = z.enum(['FRONT', 'BACK', 'YARD']);
export type DoorPlace = z.infer<typeof DoorPlace>;

/** How the household said yes, after it was told what the sensor does (handbook 2.3b). */
export const ConsentHow = z.enum(['SIGNED', 'SPOKEN']);
export type ConsentHow = z.infer<typeof ConsentHow>;

/** What stands beside the state of a sensor (handbook 2.3b). */
export const SensorFlag = z.enum(['LOW_BATTERY', 'TAMPER']);
export type SensorFlag = z.infer<typeof SensorFlag>;

/** What is printed on the sensor; no name and no door. */
export const SensorLabel = z.string().check(z.regex(/^[A-Z0-9-]{4,24}$/, 'label'));

/** A sensor as whoever sees to it has it before them. */
export const DoorSensorView = z.object({
  id: RecordId,
  label: z.string(),
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  area: AreaId,
  areaName: z.string(),
  flags: z.array(SensorFlag),
  /** Whether it has a key, without which it cannot be heard. */
  hasKey: z.boolean(),
  /** What was heard since it was put up: both, before it can be bound. */
  heard: z.object({ opened: z.boolean(), closed: z.boolean() }),
  heardAt: z.optional(Instant),
  isOpen: z.optional(z.boolean()),
  place: z.optional(DoorPlace),
  /** For the grid and for the household itself. */
  household: z.optional(HouseholdId),
  doorCode: z.optional(z.string()),
  consent: z.optional(z.object({ how: ConsentHow, at: Instant })),
  /** Since then nothing alerts, and somebody is to take it off. */
  removalAskedAt: z.optional(Instant),
  actions: z.array(z.string()),
});
export type DoorSensorView = z.infer<typeof DoorSensorView>;

/** Why a door is about to be opened, or was. */
export const DoorReason = z.enum(['DELIVERY', 'WASTE', 'SAMPLING', 'MEDICAL', 'OWN']);
export type DoorReason = z.infer<typeof DoorReason>;

/** A time in which an opened door alerts nobody. */
export const DoorWindowView = z.object({ id: RecordId, why: DoorReason, from: Instant, to: Instant });
export type DoorWindowView = z.infer<typeof DoorWindowView>;
