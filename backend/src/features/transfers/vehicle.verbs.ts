import type { Effects, Verb } from '../../acting';
import { instead } from '../../acting';
import { type Unfit, unfitFor, type VehicleTraits } from './fleet.rules';
import type { TransferDeps } from './transfer.deps';
import { transferRepository } from './transfer.repository';
import { needsOf } from './trip-needs';
import type { Vehicle, VehicleAction, VehicleBody } from './vehicle';
import { isStranded } from './vehicle.presenter';
import { mustBeDrivers, mustBeOwnPlate } from './vehicle-facts';
import { wrong } from './verb';

type VehicleVerb = Verb<Vehicle, VehicleBody, TransferDeps>;

const fieldOf: Readonly<Record<Unfit, string>> = {
  ...{ SEATS: 'seats', PARTITION: 'partition', KIND: 'kinds', NEEDS: 'carries' },
};

/**
 * A vehicle that is on a trip still fits it when it is changed.
 * @throws Problem invalid-input naming what would be too little
 */
async function mustStillFit(deps: TransferDeps, vehicle: Vehicle, traits: VehicleTraits): Promise<void> {
  const [seat] = vehicle.seats ?? [];
  const trip = seat && (await transferRepository(deps.connection).byId(vehicle.county, seat.task));
  if (!trip || isStranded(vehicle, trip)) return;
  const needs = await needsOf(deps, trip);
  const why = unfitFor(needs, traits);
  if (why) throw wrong(fieldOf[why], `its trip needs it: ${needs.people} people`);
}

const change: VehicleVerb = async ({ deps, record, body }): Promise<Effects<Vehicle>> => {
  const { plate = record.plate, seats = record.places, partition = record.partition } = body;
  const { kinds = record.kinds, carries = record.carries, drivers = record.drivers } = body;
  if (plate !== record.plate) await mustBeOwnPlate(deps, record, plate);
  await mustBeDrivers(deps, record.county, drivers);
  await mustStillFit(deps, record, { seats, partition, kinds, carries });
  const lists = { kinds: [...new Set(kinds)], carries: [...new Set(carries)], drivers: [...new Set(drivers)] };
  return { set: { plate, places: seats, partition, ...lists } };
};

/** What has people in it, or has had and is not clean yet, is the business of its trip. */
const takeOutOfService: VehicleVerb = async ({ deps, record }) => {
  const [seat] = record.seats ?? [];
  if (!seat) return {};
  const trip = await transferRepository(deps.connection).byId(record.county, seat.task);
  throw instead(record, isStranded(record, trip) ? 'disinfect' : 'breakDown');
};

/** What each action changes beside the state. */
export const vehicleVerbs: Readonly<Partial<Record<VehicleAction, VehicleVerb>>> = { change, takeOutOfService };
