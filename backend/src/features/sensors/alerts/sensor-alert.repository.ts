import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../../lifecycle';
import { taskModel } from '../../../tasks';
import { alertKind as kind, machine, type SensorAlert } from './sensor-alert';

/** A list leaves nobody out: 1,500 doors at worst (handbook 7). */
const listedAtMost = 5_000;
const open = openStates(machine);

/** Reads of alerts; they are written by `sensorAlerts`. */
export function sensorAlertRepository(connection: Connection) {
  const records = recordsIn<SensorAlert>(taskModel(connection).collection);
  const last = (filter: object): Promise<Pick<SensorAlert, '_id' | 'state' | 'area' | 'createdAt'> | undefined> =>
    records
      .find({ ...filter, kind })
      .project<Pick<SensorAlert, '_id' | 'state' | 'area' | 'createdAt'>>({ state: 1, area: 1, createdAt: 1 })
      .sort({ createdAt: -1, _id: -1 })
      .limit(1)
      .toArray()
      .then(([one]) => one);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    openIn: (county: string, areas: readonly string[]): Promise<SensorAlert[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: { $in: open } })
        .project<SensorAlert>({ outbox: 0, parked: 0, relay: 0, history: 0, 'detail.notes': 0 })
        .limit(listedAtMost)
        .toArray(),
    openGroups: (county: string): Promise<SensorAlert[]> =>
      records
        .find({ county, scope: county, kind, state: 'GROUPED' })
        .project<SensorAlert>({ outbox: 0, parked: 0, relay: 0, history: 0 })
        .limit(listedAtMost)
        .toArray(),
    /** The latest alert of a door. */
    lastOfDoor: (county: string, household: string, sensor: string) =>
      last({ county, household, 'detail.sensor': sensor }),
    /** The latest one for many sensors at once. */
    lastGroup: (county: string) => last({ county, scope: county, variant: 'SILENCE' }),
    openOfHousehold: (county: string, household: string): Promise<Pick<SensorAlert, '_id' | 'county'>[]> =>
      records
        .find({ county, household, kind, state: { $in: open } })
        .project<Pick<SensorAlert, '_id' | 'county'>>({ county: 1 })
        .limit(listedAtMost)
        .toArray(),
  };
}
