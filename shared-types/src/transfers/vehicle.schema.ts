import { vehicleLifecycle } from '../lifecycles/quarantine/vehicle.lifecycle';
import { PersonId, RecordId } from '../primitives/ids';
import * as z from '../zod';
import { CarryNeed, Plate, TransferKind } from './transfer.schema';

/** A coach has no more than this beside its crew. */
const seatsAtMost = 60;
/** Two or three drive one vehicle (handbook 2.4, guide). */
const driversAtMost = 6;

/** What a vehicle is. */
export const vehicleTraits = {
  plate: Plate,
  /** Passengers, beside the crew. */
  seats: z.int().check(z.gte(1), z.lte(seatsAtMost)),
  /** A wall between cab and passengers. */
  partition: z.boolean(),
  /** Trips that it may make. */
  kinds: z.array(TransferKind).check(z.minLength(1), z.maxLength(TransferKind.options.length)),
  carries: z.array(CarryNeed).check(z.maxLength(CarryNeed.options.length)),
  /** Who may drive it; nobody named: every driver. */
  drivers: z.array(PersonId).check(z.maxLength(driversAtMost)),
};

export const VehicleDraft = z.strictObject({ id: RecordId, ...vehicleTraits });
export type VehicleDraft = z.infer<typeof VehicleDraft>;

/** Surname and stars of somebody who drives. */
export const DriverView = z.object({ driver: PersonId, label: z.string() });
export type DriverView = z.infer<typeof DriverView>;

/** A vehicle as the desk sees it. */
export const VehicleView = z.object({
  id: RecordId,
  state: z.enum(vehicleLifecycle.states as [string, ...string[]]),
  revision: z.int(),
  plate: z.string(),
  seats: z.int(),
  partition: z.boolean(),
  kinds: z.array(TransferKind),
  carries: z.array(CarryNeed),
  drivers: z.array(DriverView),
  /** Why it is out of service. */
  reason: z.optional(z.string()),
  /** The trip that has it, until the vehicle is disinfected after it. */
  trip: z.optional(RecordId),
  /** Stranded on that trip: it waits for disinfection where it is. */
  stranded: z.boolean(),
  actions: z.array(z.string()),
});
export type VehicleView = z.infer<typeof VehicleView>;
