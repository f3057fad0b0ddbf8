import * as z from '../zod';
import { DriverView, VehicleView } from './vehicle.schema';

/** What a trip can be given: sites with room, vehicles and drivers that are free, the fitting ones first. */
export const TransferChoices = z.object({
  sites: z.array(
    z.object({
      site: z.string(),
      name: z.string(),
      areaName: z.string(),
      free: z.int(),
      rooms: z.int(),
      low: z.boolean(),
    }),
  ),
  vehicles: z.array(VehicleView),
  drivers: z.array(DriverView),
});
export type TransferChoices = z.infer<typeof TransferChoices>;
