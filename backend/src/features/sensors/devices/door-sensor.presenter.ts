import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { DoorSensorView } from '@grid-relief/shared-types/sensors/door-sensor.schema';
import { type PersonActor, permittedActions } from '../../../lifecycle';
import type { SensorDeps } from '../sensor.deps';
import { machine } from './door-sensor';
import { maySeeDoor } from './door-sensor.policy';
import type { ListedSensor } from './door-sensor.repository';

/** Everything a view is made of. */
export interface Seen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly areaName: SensorDeps['areaName'];
  readonly doorCodes: ReadonlyMap<string, string>;
}

/** A sensor as this person may see it: the door, and how consent was given, to the grid and to those who live there. */
export function sensorView({ actor, now, areaName, doorCodes }: Seen, record: ListedSensor): DoorSensorView {
  const { _id: id, state, revision, area, household, detail } = record;
  const { label, key, signs, flags = {}, place, consent, removalAskedAt } = detail;
  const doorCode = household === undefined ? undefined : doorCodes.get(household);
  const isOfDoor = household !== undefined && maySeeDoor(record, actor, now);
  const view = {
    ...{ id, label, state, revision, area, areaName: areaName(areaId(area)) },
    ...{ flags: Object.keys(flags), hasKey: key !== undefined },
    heard: { opened: signs?.opened === true, closed: signs?.closed === true },
    ...(signs ? { heardAt: signs.at.toISOString() } : {}),
    ...(isOfDoor && signs?.door ? { isOpen: signs.door === 'OPEN' } : {}),
    ...(isOfDoor ? { household, ...(place ? { place } : {}), ...(doorCode ? { doorCode } : {}) } : {}),
    ...(isOfDoor && consent ? { consent: { how: consent.how, at: consent.at.toISOString() } } : {}),
    ...(removalAskedAt ? { removalAskedAt: removalAskedAt.toISOString() } : {}),
    actions: permittedActions(machine, { ...record, history: [] }, actor, now),
  };
  return view as DoorSensorView; // ids were parsed when they came in
}
