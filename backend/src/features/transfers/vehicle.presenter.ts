import type { DriverView, VehicleView } from '@grid-relief/shared-types/transfers/vehicle.schema';
import { type PersonActor, permittedActions } from '../../lifecycle';
import type { Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { transferRepository } from './transfer.repository';
import { type Vehicle, vehicleMachine } from './vehicle';

type Labels = Awaited<ReturnType<TransferDeps['labelsOf']>>;

/** Whether it waits for disinfection where it broke down: its trip goes on without it. Pure. */
export function isStranded({ _id, seats: [seat] = [] }: Vehicle, trip: Transfer | undefined | null): boolean {
  const lost = trip?.detail.strandedVehicles ?? [];
  return lost.some(({ owner, opId }) => owner === _id && opId === seat?.opId);
}

/** People who drive, by surname and stars. Pure. */
export function driverViews(labels: Labels, drivers: readonly string[]): DriverView[] {
  // ids were parsed when they came in
  return drivers.map((driver) => ({ driver, label: labels.get(driver)?.label ?? '' }) as DriverView);
}

/** Vehicles as the desk sees them, each with the trip that has it. */
export async function vehicleViews(
  deps: TransferDeps,
  actor: PersonActor,
  list: readonly Vehicle[],
): Promise<VehicleView[]> {
  const { county } = actor;
  const ids = list.flatMap(({ seats = [] }) => seats.map(({ task }) => task));
  const [trips, labels] = await Promise.all([
    transferRepository(deps.connection).byIds(county, ids),
    deps.labelsOf(
      county,
      list.flatMap(({ drivers }) => drivers),
    ),
  ]);
  const byId = new Map(trips.map((trip) => [trip._id, trip]));
  return list.map((vehicle) => {
    const { _id: id, state, revision, plate, places: seats, partition, kinds, carries, drivers } = vehicle;
    const [seat] = vehicle.seats ?? [];
    const out = vehicle.history.findLast(({ action }) => action === 'takeOutOfService');
    const view = {
      ...{ id, state, revision, plate, seats, partition, kinds, carries, drivers: driverViews(labels, drivers) },
      ...(state === 'OUT_OF_SERVICE' && out?.reason ? { reason: out.reason } : {}),
      ...(seat ? { trip: seat.task } : {}),
      stranded: isStranded(vehicle, seat && byId.get(seat.task)),
      actions: permittedActions(vehicleMachine, vehicle, actor, deps.now()),
    };
    return view as VehicleView; // ids were parsed when they came in
  });
}
