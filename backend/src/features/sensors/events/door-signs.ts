import { sensorAlertRepository } from '../alerts/sensor-alert.repository';
import type { SensorDeps } from '../sensor.deps';
import { lastMoved } from './door-event.repository';

/** What a door says about the home behind it. */
export interface DoorSigns {
  /** Absent: nothing was heard of the door. */
  readonly movedAt?: Date;
  /** Somebody is calling there already. */
  readonly isAlerting: boolean;
}

/** When the door of a home last moved, and whether an alert of it is open (handbook 2.3). */
export function doorSigns(deps: SensorDeps): (county: string, household: string) => Promise<DoorSigns> {
  return async (county, household) => {
    const [movedAt, alerts] = await Promise.all([
      lastMoved(deps.connection, county, household),
      sensorAlertRepository(deps.connection).openOfHousehold(county, household),
    ]);
    return { ...(movedAt ? { movedAt } : {}), isAlerting: alerts.length > 0 };
  };
}
