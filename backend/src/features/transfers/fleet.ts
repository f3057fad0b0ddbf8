import type { Connection } from 'mongoose';
import mongoose from 'mongoose';
import { Problem } from '../../http/problem';
import { recordsIn } from '../../lifecycle';
import { addMissing, indexPlan } from '../../platform/database';
import { leaveSeat, type Seat, takeSeat } from '../../reservations';
import type { VehicleTraits } from './fleet.rules';
import type { Taken } from './transfer';

/** Vehicles and drivers: each has one seat, which is the trip that has it. */
export const fleetCollection = 'fleet';

interface Owner {
  readonly _id: string;
  readonly county: string;
  readonly seats?: readonly Seat[];
}

/** A vehicle of the county. Passenger seats are `places`; `seats` is who has the vehicle itself. */
export interface Vehicle extends Owner {
  readonly what: 'VEHICLE';
  readonly plate: string;
  readonly area: string;
  readonly places: number;
  readonly partition: boolean;
  readonly kinds: VehicleTraits['kinds'];
}

/** Written when somebody first drives. */
interface DriverSeat extends Owner {
  readonly what: 'DRIVER';
}

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    county: { type: String, required: true },
    what: { type: String, required: true },
    plate: String,
    area: String,
    places: Number,
    partition: Boolean,
    kinds: { type: [String], default: undefined },
    seats: { type: [{ task: String, opId: String, at: Date, _id: false }], default: undefined },
  },
  { collection: fleetCollection, strict: 'throw', versionKey: false },
);
/** The model on one connection. */
const fleetModel = (connection: Connection) =>
  connection.models.Fleet ?? connection.model<Vehicle | DriverSeat>('Fleet', schema);

export const fleetIndexes = indexPlan(fleetCollection, [{ key: { county: 1, what: 1, plate: 1 } }]);

/** One trip has a vehicle or a driver; the database itself lets no second one in. */
const oneTrip = 1;

/** What is driven and who drives, as reservations (handbook 2.4: no vehicle and no driver twice). */
export function fleet(connection: Connection) {
  const { collection } = fleetModel(connection);
  const vehicles = recordsIn<Vehicle>(collection);
  const drivers = recordsIn<DriverSeat>(collection);
  return {
    vehicle: (county: string, id: string) => vehicles.findOne({ _id: id, county, what: 'VEHICLE' }),
    all: (county: string): Promise<Vehicle[]> =>
      vehicles.find({ county, what: 'VEHICLE' }).sort({ plate: 1 }).toArray(),
    /** Of these drivers, those that a trip has. */
    async busy(county: string, people: readonly string[]): Promise<ReadonlySet<string>> {
      const found = await drivers.find({
        _id: { $in: [...people] },
        county,
        what: 'DRIVER',
        'seats.0': { $exists: true },
      });
      return new Set((await found.toArray()).map(({ _id }) => _id));
    },
    /** @throws Problem not-fit when another trip has it */
    async take(county: string, what: 'VEHICLE' | 'DRIVER', seat: Seat & Pick<Taken, 'owner'>): Promise<void> {
      const { owner, ...one } = seat;
      if (what === 'DRIVER')
        await drivers.updateOne({ _id: owner }, { $setOnInsert: { county, what } }, { upsert: true });
      try {
        await takeSeat({ collection, owner, county }, oneTrip, one);
      } catch (error) {
        const isTaken = error instanceof Problem && ['capacity-full', 'already-open'].includes(error.type);
        throw isTaken ? new Problem('not-fit', undefined, { because: `${what}_TAKEN`, next: 'choices' }) : error;
      }
    },
    leave: (county: string, { owner, opId }: Taken): Promise<void> => leaveSeat({ collection, owner, county }, opId),
    collection,
    /** Stores vehicles; one that is there already stays as it is. */
    addVehicles: (list: readonly Omit<Vehicle, 'what' | 'seats'>[]): Promise<void> =>
      addMissing(
        vehicles,
        list.map((vehicle) => ({ ...vehicle, what: 'VEHICLE' })),
      ),
  };
}
