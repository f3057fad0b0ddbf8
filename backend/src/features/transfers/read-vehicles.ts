import type { VehicleView } from '@grid-relief/shared-types/transfers/vehicle.schema';
import type { PersonActor } from '../../lifecycle';
import type { TransferDeps } from './transfer.deps';
import { transferRepository } from './transfer.repository';
import type { Vehicle } from './vehicle';
import { vehicleView } from './vehicle.presenter';

/** Vehicles as the desk sees them, each with the trip that has it. */
export async function vehicleViews(
  deps: TransferDeps,
  actor: PersonActor,
  list: readonly Vehicle[],
): Promise<VehicleView[]> {
  const { county } = actor;
  const ids = list.flatMap(({ seats = [] }) => seats.map(({ task }) => task));
  const drivers = list.flatMap((one) => one.drivers);
  const [trips, labels] = await Promise.all([
    transferRepository(deps.connection).byIds(county, ids),
    deps.labelsOf(county, drivers),
  ]);
  const byId = new Map(trips.map((trip) => [trip._id, trip]));
  const seen = { actor, now: deps.now(), labels };
  return list.map((vehicle) => vehicleView(seen, vehicle, byId.get(vehicle.seats?.[0]?.task ?? '')));
}
