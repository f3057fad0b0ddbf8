import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { TransferChoices, VehicleView } from '@grid-relief/shared-types/transfers/transfer.schema';
import { Problem } from '../../http/problem';
import { holdsRole, type PersonActor } from '../../lifecycle';
import { fleet, type Vehicle } from './fleet';
import { unfitFor } from './fleet.rules';
import { isComing } from './passenger';
import type { Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { planners } from './transfer.policy';
import { transferRepository } from './transfer.repository';

function vehicleView({ _id: id, plate, places: seats, partition, seats: held = [] }: Vehicle, stranded: boolean) {
  const [seat] = held;
  const view = { id, plate, seats, partition, ...(seat ? { trip: seat.task } : {}), stranded };
  return view as VehicleView; // ids were parsed when they came in
}

/** Whether it waits for disinfection where it broke down: its trip goes on without it. */
function isStranded({ _id, seats: [seat] = [] }: Vehicle, trips: ReadonlyMap<string, Transfer>): boolean {
  const detail = seat && trips.get(seat.task)?.detail;
  return detail?.strandedVehicles?.some(({ owner, opId }) => owner === _id && opId === seat?.opId) ?? false;
}

async function viewsOf(deps: TransferDeps, county: string, list: readonly Vehicle[]): Promise<VehicleView[]> {
  const ids = list.flatMap(({ seats = [] }) => seats.map(({ task }) => task));
  const trips = await transferRepository(deps.connection).byIds(county, ids);
  const byId = new Map(trips.map((trip) => [trip._id, trip]));
  return list.map((vehicle) => vehicleView(vehicle, isStranded(vehicle, byId)));
}

/** The vehicles of the county by plate. */
export async function listVehicles(deps: TransferDeps, actor: PersonActor) {
  return { items: await viewsOf(deps, actor.county, await fleet(deps.connection).all(actor.county)) };
}

/**
 * What a trip can be given: the roomiest site first, the smallest vehicle that fits first.
 * @throws Problem not-found
 */
export async function choicesFor(deps: TransferDeps, actor: PersonActor, id: string): Promise<TransferChoices> {
  const stored = transferRepository(deps.connection);
  const { county } = actor;
  const trip = await stored.byId(county, id);
  if (!trip || !holdsRole(actor, planners, trip.scope, deps.now())) throw new Problem('not-found');
  const people = (await stored.passengersOf(trip)).filter(isComing).length;
  const [sites, all, drivers] = await Promise.all([
    deps.beds.list(county),
    fleet(deps.connection).all(county),
    deps.driversFor(county, trip.scope),
  ]);
  const fits = all.filter(
    (one) => !one.seats?.length && !unfitFor({ kind: trip.detail.kind, people }, { ...one, seats: one.places }),
  );
  const busy = await fleet(deps.connection).busy(county, drivers);
  const labels = await deps.labelsOf(county, drivers);
  const choices = {
    sites: [...sites]
      .sort((a, b) => b.free - a.free)
      .map(({ area, ...site }) => ({ ...site, areaName: deps.areaName(areaId(area)) })),
    vehicles: [...fits].sort((a, b) => a.places - b.places).map((one) => vehicleView(one, false)),
    drivers: drivers
      .filter((driver) => !busy.has(driver) || trip.detail.driver?.owner === driver)
      .map((driver) => ({ driver, label: labels.get(driver)?.label ?? '' })),
  };
  return choices as TransferChoices; // ids were parsed when they came in
}

/**
 * A vehicle that broke down on a trip is clean again. A second time nothing happens.
 * @throws Problem not-found; transition-not-allowed while a trip has it that has not lost it
 */
export async function vehicleDisinfected(
  deps: TransferDeps,
  actor: PersonActor,
  id: string,
  trip: string,
): Promise<VehicleView> {
  const { county } = actor;
  const book = fleet(deps.connection);
  const vehicle = await book.vehicle(county, id);
  if (!vehicle) throw new Problem('not-found');
  const [seat] = vehicle.seats ?? [];
  if (!seat || seat.task !== trip) return vehicleView(vehicle, false);
  const [view] = await viewsOf(deps, county, [vehicle]);
  if (!view?.stranded) throw new Problem('transition-not-allowed', undefined, { state: 'TAKEN', next: 'disinfect' });
  await book.leave(county, { owner: id, opId: seat.opId });
  return vehicleView({ ...vehicle, seats: [] }, false);
}
