import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { sensorAlertMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/sensor-alert.lifecycle';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { beginRecord, timerAt } from '../../../lifecycle';
import { notice } from '../../../notice-entry';
import type { NewEntry } from '../../../outbox';
import { derivedId } from '../../../platform/ids';
import type { HeardSensor } from '../devices/door-sensor.repository';
import type { SensorDeps } from '../sensor.deps';
import { alertKind, firstRole, isAlertOver, ladder, machine, type SensorAlert } from './sensor-alert';
import { sensorAlertRepository } from './sensor-alert.repository';
import { sensorAlerts } from './sensor-alerts';

/** Doors come right after danger to life (handbook 4.3). */
const priority = 1;
export const openAlertStates = openStates(machine).filter((state) => state !== 'GROUPED');

/**
 * Which alert an unexplained opening belongs to: the one that is open for this door, or the next one. The next is named
 * after the one before it, so that two openings at the same moment begin one alert.
 */
export async function alertFor(deps: SensorDeps, sensor: HeardSensor, household: string): Promise<string> {
  const { county, _id } = sensor;
  const last = await sensorAlertRepository(deps.connection).lastOfDoor(county, household, _id);
  if (last && !isAlertOver(last)) return last._id;
  return derivedId(county, _id, household, 'alert after', last?._id ?? 'none');
}

/** Begins the alert unless it is there: the duty phone of the grid hears at once, and the ladder runs. */
export async function raiseAlert(
  deps: SensorDeps,
  { county, _id: sensor, area, detail }: HeardSensor,
  { id, household, openedAt }: { readonly id: string; readonly household: string; readonly openedAt: Date },
): Promise<void> {
  const now = deps.now();
  const code = detail.label.slice(-4);
  const [rung] = ladder;
  const emit: NewEntry[] = [
    notice({ role: firstRole, area }, 'DOOR_OPENED', { code }, { urgent: true }),
    ...(rung ? [timerAt('climb', addMinutes(now, rung.minutes), { states: openAlertStates })] : []),
    timerAt('repeat', addMinutes(now, sensorAlertMinutes.doorLeftOpen), { states: openAlertStates }),
  ];
  await sensorAlerts(deps).insert(
    begin({ id, county, area, household, variant: 'DOOR', detail: { code, sensor, since: openedAt } }, emit, now),
  );
}

/** An alert as it begins. */
export function begin(
  given: Pick<SensorAlert, 'county' | 'area' | 'variant' | 'detail'> & {
    readonly id: string;
    readonly household?: string;
  },
  emit: readonly NewEntry[],
  now: Date,
): SensorAlert {
  const { id: _id, county, area, household, variant, detail } = given;
  const [state = 'OPEN'] = machine.initial;
  const beginning = { _id, county, kind: alertKind, variant, state, area, scope: scopeOf(area as never) }; // of a stored record
  return {
    ...{ ...beginRecord({ ...beginning, ...(household ? { household } : {}) }, emit, now), kind: alertKind, variant },
    ...{ priority, createdAt: now, waitingSince: now, detail, assignment: { excluded: [], rung: 0 } },
    dueAt: addMinutes(now, sensorAlertMinutes.onSite),
  };
}
