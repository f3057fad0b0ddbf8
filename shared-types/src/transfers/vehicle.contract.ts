import { action, byId, endpoint, intent } from '../contract';
import { vehicleLifecycle as machine } from '../lifecycles/quarantine/vehicle.lifecycle';
import * as z from '../zod';
import { DriverView, VehicleDraft, vehicleTraits, VehicleView as view } from './vehicle.schema';

const readers = ['TRANSFER_DESK', 'COUNTY_DISPATCHER'];
const optional = <T extends z.core.$ZodType>(schema: T) => z.optional(schema);

export const listVehicles = endpoint({
  name: 'listVehicles',
  method: 'GET',
  path: '/vehicles',
  access: { roles: readers },
  response: z.object({ items: z.array(view), drivers: z.array(DriverView) }),
  summary: 'The vehicles of the county, which trip has each, and everybody who drives.',
});
export const addVehicle = endpoint({
  name: 'addVehicle',
  method: 'POST',
  path: '/vehicles',
  access: { roles: ['TRANSFER_DESK'] },
  body: VehicleDraft,
  response: view,
  problems: ['invalid-input', 'id-taken', 'outcome-unknown'],
  summary: 'One more vehicle that may be sent.',
});
export const vehicleDisinfected = endpoint({
  name: 'vehicleDisinfected',
  method: 'POST',
  path: '/vehicles/{id}/disinfected',
  access: { roles: ['TRANSFER_DESK'] },
  params: byId,
  body: z.strictObject({ opId: intent.opId, trip: byId.shape.id }),
  response: view,
  problems: ['not-found', 'transition-not-allowed'],
  summary: 'A vehicle that was stranded on a trip is disinfected and may be sent again.',
});

export const vehicleQueries = { listVehicles, addVehicle, vehicleDisinfected };

const { plate, seats, partition, kinds, carries, drivers } = vehicleTraits;

/** What the desk does about a vehicle; what is not named stays as it is. */
export const vehicleActions = {
  change: action(
    machine,
    'change',
    {
      ...{ plate: optional(plate), seats: optional(seats), partition: optional(partition) },
      ...{ kinds: optional(kinds), carries: optional(carries), drivers: optional(drivers) },
    },
    view,
    ['invalid-input'],
  ),
  takeOutOfService: action(machine, 'takeOutOfService', {}, view),
  bringBack: action(machine, 'bringBack', {}, view),
  retire: action(machine, 'retire', {}, view),
};
