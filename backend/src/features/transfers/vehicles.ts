import type { VehicleDraft } from '@grid-relief/shared-types/transfers/vehicle.schema';
import { type ActingOn, actingOn } from '../../acting';
import { Problem } from '../../http/problem';
import { type Actor, areasOf, holdsRole, inputHash, isSystem, type PersonActor, untilKnown } from '../../lifecycle';
import { fleet } from './fleet';
import type { TransferDeps } from './transfer.deps';
import { countyDesk, desk } from './transfer.policy';
import { newVehicle, type Vehicle, type VehicleAction, type VehicleBody, vehicleKind, vehicleMachine } from './vehicle';
import { vehicleVerbs } from './vehicle.verbs';
import { mustBeDrivers, mustBeOwnPlate } from './vehicle-facts';

export type Vehicles = ActingOn<Vehicle, VehicleAction, VehicleBody>;

/** A desk of another place sends the vehicle of the county, and has nothing to do with it otherwise. */
const maySeeVehicle = ({ scope }: Vehicle, actor: Actor, now: Date): boolean =>
  isSystem(actor) || holdsRole(actor, [desk, countyDesk], scope, now);

/** What the desk does about its vehicles. @throws Problem from `act` beside the engine's: invalid-input */
export function vehicles(deps: TransferDeps): Vehicles {
  const { collection } = fleet(deps.connection);
  return actingOn({
    ...{ kind: vehicleKind, machine: vehicleMachine, deps, collection, verbs: vehicleVerbs, maySee: maySeeVehicle },
  });
}

/**
 * One more vehicle, of the desk's own area. The same draft again answers the stored one.
 * @throws Problem invalid-input, id-taken, outcome-unknown
 */
export async function addVehicle(deps: TransferDeps, actor: PersonActor, draft: VehicleDraft): Promise<Vehicle> {
  const { county, personId: addedBy } = actor;
  const { id: _id, seats: places, plate, partition } = draft;
  const draftHash = actor.asked ?? inputHash('addVehicle', draft);
  const book = fleet(deps.connection);
  const isSame = (found: Vehicle) => found.addedBy === addedBy && found.draftHash === draftHash;
  const before = await book.vehicle(county, _id);
  if (before && isSame(before)) return before;
  if (before) throw new Problem('id-taken');
  await mustBeOwnPlate(deps, { county, _id }, plate);
  await mustBeDrivers(deps, county, draft.drivers);
  const [area = county] = areasOf(actor, desk, deps.now());
  const lists = { kinds: [...new Set(draft.kinds)], carries: [...new Set(draft.carries)] };
  const facts = { _id, county, area, plate, places, partition, ...lists, drivers: [...new Set(draft.drivers)] };
  const isNew = await untilKnown(() => vehicles(deps).insert(newVehicle({ ...facts, addedBy, draftHash }, deps.now())));
  const stored = await book.vehicle(county, _id);
  if (!stored || !(isNew || isSame(stored))) throw new Problem('id-taken');
  return stored;
}
