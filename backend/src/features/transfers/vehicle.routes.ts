import { vehicleQueries as queries, vehicleActions } from '@grid-relief/shared-types/transfers/vehicle.contract';
import type { VehicleView } from '@grid-relief/shared-types/transfers/vehicle.schema';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { fleet } from './fleet';
import { vehicleViews } from './read-vehicles';
import type { TransferDeps } from './transfer.deps';
import type { Vehicle } from './vehicle';
import { driverViews } from './vehicle.presenter';
import { addVehicle, vehicles } from './vehicles';

async function view(deps: TransferDeps, actor: PersonActor, vehicle: Vehicle): Promise<VehicleView> {
  const [one] = await vehicleViews(deps, actor, [vehicle]);
  if (!one) throw new Problem('not-found');
  return one;
}

/** The vehicles of the county by plate, and everybody who drives there. */
async function list(deps: TransferDeps, actor: PersonActor) {
  const { county } = actor;
  const drivers = await deps.driversIn(county);
  const labels = await deps.labelsOf(county, drivers);
  const items = await vehicleViews(deps, actor, await fleet(deps.connection).all(county));
  return { items, drivers: driverViews(labels, drivers) };
}

/**
 * A vehicle that broke down on a trip is clean again. A second time nothing happens.
 * @throws Problem not-found; transition-not-allowed while a trip has it that has not lost it
 */
async function disinfected(deps: TransferDeps, actor: PersonActor, id: string, trip: string): Promise<VehicleView> {
  const { county } = actor;
  const book = fleet(deps.connection);
  const vehicle = await book.vehicle(county, id);
  if (!vehicle) throw new Problem('not-found');
  const [seat] = vehicle.seats ?? [];
  const before = await view(deps, actor, vehicle);
  if (!seat || seat.task !== trip) return before;
  if (!before.stranded) throw new Problem('transition-not-allowed', undefined, { state: 'TAKEN', next: 'disinfect' });
  await book.leave(county, { owner: id, opId: seat.opId });
  return view(deps, actor, { ...vehicle, seats: [] });
}

/** Endpoints of vehicles: reading and adding, and one for every action of the desk. */
export function vehicleRoutes(deps: TransferDeps): Route[] {
  return [
    mount(queries.listVehicles, ({ actor }) => list(deps, actor)),
    mount(queries.addVehicle, async ({ actor, body }) => view(deps, actor, await addVehicle(deps, actor, body))),
    mount(queries.vehicleDisinfected, ({ actor, params, body }) => disinfected(deps, actor, params.id, body.trip)),
    ...actionRoutes(vehicleActions, vehicles(deps), (actor, vehicle) => view(deps, actor, vehicle)),
  ];
}
