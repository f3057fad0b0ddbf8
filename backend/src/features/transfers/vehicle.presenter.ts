import type { DriverView, VehicleView } from '@grid-relief/shared-types/transfers/vehicle.schema';
import { type PersonActor, permittedActions } from '../../lifecycle';
import type { Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
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

interface Seen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly labels: Labels;
}

/** A vehicle as the desk sees it, with the trip that has it. Pure; ids were parsed when they came in. */
export function vehicleView({ actor, now, labels }: Seen, vehicle: Vehicle, trip: Transfer | undefined): VehicleView {
  const { _id: id, state, revision, plate, places: seats, partition, kinds, carries, drivers } = vehicle;
  const [seat] = vehicle.seats ?? [];
  const out = vehicle.history.findLast(({ action }) => action === 'takeOutOfService');
  const view = {
    ...{ id, state, revision, plate, seats, partition, kinds, carries, drivers: driverViews(labels, drivers) },
    ...(state === 'OUT_OF_SERVICE' && out?.reason ? { reason: out.reason } : {}),
    ...(seat ? { trip: seat.task } : {}),
    stranded: isStranded(vehicle, trip),
    actions: permittedActions(vehicleMachine, vehicle, actor, now),
  };
  return view as VehicleView;
}
