import type { Connection } from 'mongoose';
import mongoose from 'mongoose';
import { Problem } from '../../http/problem';
import { recordsIn } from '../../lifecycle';
import { addMissing, indexPlan, withIds } from '../../platform/database';
import { leaveSeat, type Seat, takeSeat } from '../../reservations';
import type { Taken } from './transfer';
import { type NewVehicle, newVehicle, type Vehicle, vehicleKind } from './vehicle';

/** Vehicles and drivers: each has one seat, which is the trip that has it. */
export const fleetCollection = 'fleet';

/** Written when somebody first drives. */
interface DriverSeat {
  readonly _id: string;
  readonly county: string;
  readonly kind: 'DRIVER';
  readonly seats?: readonly Seat[];
}

const free = mongoose.Schema.Types.Mixed;
const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    county: { type: String, required: true },
    kind: { type: String, required: true },
    plate: String,
    area: String,
    places: Number,
    partition: Boolean,
    kinds: { type: [String], default: undefined },
    carries: { type: [String], default: undefined },
    drivers: { type: [String], default: undefined },
    seats: { type: [{ task: String, opId: String, at: Date, _id: false }], default: undefined },
    ...{ addedBy: String, draftHash: String },
    ...{ state: String, revision: Number, enteredBy: String, scope: { type: [String], default: undefined } },
    ...{ needs: free, assignment: free, history: { type: [free], default: undefined } },
  },
  { collection: fleetCollection, strict: 'throw', versionKey: false },
);
/** The model on one connection. */
const fleetModel = (connection: Connection) =>
  connection.models.Fleet ?? connection.model<Vehicle | DriverSeat>('Fleet', schema);

export const fleetIndexes = indexPlan(fleetCollection, [{ key: { county: 1, kind: 1, plate: 1 } }]);

/** One trip has a vehicle or a driver; the database itself lets no second one in. */
const oneTrip = 1;

/** What is driven and who drives, as reservations (handbook 2.4: no vehicle and no driver twice). */
export function fleet(connection: Connection) {
  const { collection } = fleetModel(connection);
  const vehicles = recordsIn<Vehicle>(collection);
  const drivers = recordsIn<DriverSeat>(collection);
  const seat = async (what: string, taking: () => Promise<void>) => {
    try {
      await taking();
    } catch (error) {
      const isTaken = error instanceof Problem && ['capacity-full', 'already-open'].includes(error.type);
      throw isTaken ? new Problem('not-fit', undefined, { because: `${what}_TAKEN`, next: 'choices' }) : error;
    }
  };
  return {
    vehicle: (county: string, id: string) => vehicles.findOne({ _id: id, county, kind: vehicleKind }),
    /** Every vehicle that the county still has. */
    all: (county: string): Promise<Vehicle[]> =>
      vehicles
        .find({ county, kind: vehicleKind, state: { $ne: 'RETIRED' } })
        .sort({ plate: 1 })
        .toArray(),
    /** Of these drivers, those that a trip has. */
    async busy(county: string, people: readonly string[]): Promise<ReadonlySet<string>> {
      const found = drivers.find({ ...withIds(county, people), kind: 'DRIVER', 'seats.0': { $exists: true } });
      return new Set((await found.toArray()).map(({ _id }) => _id));
    },
    /**
     * Takes a vehicle as it was read: one that was changed or put out of service meanwhile is not taken, and what is
     * changed afterwards is decided with the trip that has it.
     * @throws Problem not-fit when another trip has it, or it is another vehicle by now
     */
    takeVehicle: ({ county, _id: owner, revision }: Vehicle, one: Seat): Promise<void> =>
      seat(vehicleKind, () => takeSeat({ collection, owner, county, revision }, oneTrip, one)),
    /** @throws Problem not-fit when another trip has the driver */
    async takeDriver(county: string, owner: string, one: Seat): Promise<void> {
      const kind = 'DRIVER' as const;
      await drivers.updateOne({ _id: owner }, { $setOnInsert: { county, kind } }, { upsert: true });
      await seat(kind, () => takeSeat({ collection, owner, county }, oneTrip, one));
    },
    leave: (county: string, { owner, opId }: Taken): Promise<void> => leaveSeat({ collection, owner, county }, opId),
    collection,
    /** Stores vehicles; one that is there already stays as it is. */
    addVehicles: (list: readonly NewVehicle[], now: Date): Promise<void> =>
      addMissing(
        vehicles,
        list.map((one) => newVehicle(one, now)),
      ),
  };
}
