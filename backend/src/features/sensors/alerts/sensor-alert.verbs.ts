import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import {
  alertCloseCodes,
  sensorAlertMinutes,
} from '@grid-relief/shared-types/lifecycles/quarantine/sensor-alert.lifecycle';
import { areaId, levelOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import { instead, keepingWords, type Verb } from '../../../acting';
import { Problem } from '../../../http/problem';
import { isSystem, timerAt } from '../../../lifecycle';
import { notice } from '../../../notice-entry';
import type { NewEntry } from '../../../outbox';
import { doorSensorRepository } from '../devices/door-sensor.repository';
import type { SensorDeps } from '../sensor.deps';
import { type AlertAction, ladder, machine, type SensorAlert } from './sensor-alert';

type AlertVerb = Verb<SensorAlert, object, SensorDeps>;

/** Ours: a door that stands open is told again and again for an hour; by then the township has the alert. Minutes. */
const repeatedFor = 60;
const closeCodes: readonly string[] = alertCloseCodes;
const unanswered = openStates(machine).filter((state) => state !== 'GROUPED');

const tell = (roles: readonly Role[], { area, detail }: SensorAlert, code: Parameters<typeof notice>[1]): NewEntry =>
  notice(
    roles.map((role) => ({ role, area })),
    code,
    { code: detail.code },
    { urgent: true },
  );

/** The next step of the ladder hears, at its own minute after the alert began. */
const climb: AlertVerb = ({ record }) => {
  const { rung } = record.assignment;
  const [step, next] = [ladder[rung], ladder[rung + 1]];
  if (!step) throw instead(record, 'close');
  const isSeenTo = step.unlessOnSite && record.state === 'ON_SITE';
  const code = step.unlessOnSite ? 'DOOR_NOBODY_THERE' : 'DOOR_OPENED';
  const due = next && addMinutes(record.createdAt, next.minutes);
  return {
    set: { 'assignment.rung': rung + 1 },
    emit: [
      ...(isSeenTo ? [] : [tell(step.roles, record, code)]),
      ...(due ? [timerAt('climb', due, { states: unanswered })] : []),
    ],
  };
};

/** As long as the door stands open, as far as it was heard; a door that is closed is told no more. */
const repeat: AlertVerb = async ({ deps, record, now }) => {
  const { county, detail, createdAt } = record;
  const sensor = detail.sensor ? await doorSensorRepository(deps.connection).hear(county, detail.sensor) : undefined;
  if (sensor?.detail.signs?.door !== 'OPEN') throw instead(record, 'close');
  const again = addMinutes(now, sensorAlertMinutes.doorLeftOpen);
  return {
    emit: [
      tell(['GRID_WORKER', 'BUILDING_CAPTAIN'], record, 'DOOR_STILL_OPEN'),
      ...(again <= addMinutes(createdAt, repeatedFor) ? [timerAt('repeat', again, { states: unanswered })] : []),
    ],
  };
};

const hearOfGroup: Readonly<Record<ReturnType<typeof levelOf>, readonly Role[]>> = {
  COUNTY: ['COUNTY_DISPATCHER'],
  TOWNSHIP: ['TOWNSHIP_DISPATCHER'],
  VILLAGE: ['GRID_LEADER', 'TOWNSHIP_DISPATCHER'],
  GRID: ['GRID_WORKER', 'GRID_LEADER'],
  BUILDING: ['GRID_WORKER', 'GRID_LEADER'],
};

/** Many at once are told once, to whoever sees to the whole of the area. */
const group: AlertVerb = ({ record }) => ({
  unset: ['dueAt'],
  emit: [tell(hearOfGroup[levelOf(areaId(record.area))], record, 'SENSORS_SILENT')],
});

/**
 * A person says what it was, by one of the codes. That somebody left is told to the grid leader, who decides with a person
 * heard whether it was a breach: the sensor never does (handbook 2.3, 8).
 */
const close: AlertVerb = ({ record, actor, reason = '' }) => {
  if (!isSystem(actor) && !closeCodes.includes(reason)) {
    throw new Problem('invalid-input', undefined, {
      errors: [{ pointer: '/reason/code', detail: closeCodes.join(', ') }],
    });
  }
  const left = reason === 'LEFT_HOME' ? [tell(['GRID_LEADER'], record, 'DOOR_LEFT_HOME')] : [];
  return { unset: ['dueAt'], emit: left };
};

/** What each action changes beyond the state (handbook 2.3b). */
export const alertVerbs: Readonly<Record<AlertAction, AlertVerb>> = {
  ...{ call: keepingWords(() => ({})), goToDoor: keepingWords(() => ({})), close: keepingWords(close) },
  ...{ group, repeat, climb },
};
