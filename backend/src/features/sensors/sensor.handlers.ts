import type { EntryHandler } from '../../tasks';
import { sensorAlertRepository } from './alerts/sensor-alert.repository';
import { sensorAlerts } from './alerts/sensor-alerts';
import { doorSensorRepository, type ListedSensor } from './devices/door-sensor.repository';
import { doorSensors } from './devices/door-sensors';
import { endEvents } from './events/door-event.repository';
import type { SensorDeps } from './sensor.deps';

/** What the relay delivers of sensors and their alerts. Each reads how things are now, so that order and repeats do not matter. */
export interface SensorHandlers {
  readonly timer: EntryHandler;
  readonly alertTimer: EntryHandler;
  /** The chains of those behind the door hear how their link stands. */
  readonly sensorMoved: EntryHandler;
  /** Nothing alerts any more, and what the door did is kept for thirty days. */
  readonly doorReleased: EntryHandler;
}

const bound: readonly string[] = ['BOUND', 'ONLINE', 'OFFLINE'];

/** Joins sensors with chains and alerts. */
export function sensorHandlers(deps: SensorDeps): SensorHandlers {
  const stored = doorSensorRepository(deps.connection);
  return {
    timer: doorSensors(deps).timer,
    alertTimer: sensorAlerts(deps).timer,
    async sensorMoved({ county, _id }, { id }) {
      const sensor = await stored.byId(county, _id);
      if (!sensor) return;
      // whoever bound it has just heard it
      if (sensor.state === 'BOUND') await doorSensors(deps).follow(sensor, 'comeOnline', { because: id });
      for (const { about } of sensor.detail.behind ?? []) {
        if (!about) continue;
        const move = { county, about, link: 'SENSOR', because: id } as const;
        await deps.moveLink({ ...move, how: 'start' });
        if (bound.includes(sensor.state)) await deps.moveLink({ ...move, how: 'finish' });
      }
    },
    async doorReleased({ county, _id }) {
      const sensor = await stored.byId(county, _id);
      const household = sensor?.household;
      if (!household) return;
      const alerts = await sensorAlertRepository(deps.connection).openOfHousehold(county, household);
      for (const alert of alerts) await sensorAlerts(deps).follow(alert, 'close', { reason: 'DOOR_RELEASED' });
      await endEvents(deps.connection, county, household, deps.now());
    },
  };
}

/**
 * The quarantine behind a door is over: whatever watches it is to be taken off, and nothing alerts from now on
 * (handbook 2.3, RELEASED). Repeatable.
 */
export function releaseDoor(deps: SensorDeps): (county: string, household: string) => Promise<void> {
  return async (county, household) => {
    // somebody who is not placed yet counts as well: the sensor goes up before the quarantine at home begins
    if ((await deps.behindDoor(county, household)).length > 0) return;
    const sensors: ListedSensor[] = await doorSensorRepository(deps.connection).ofHouseholds(county, [household]);
    for (const sensor of sensors) {
      if (!bound.includes(sensor.state) || sensor.detail.removalAskedAt) continue;
      await doorSensors(deps).follow(sensor, 'askRemoval', { because: sensor.enteredBy, reason: 'QUARANTINE_OVER' });
    }
  };
}
