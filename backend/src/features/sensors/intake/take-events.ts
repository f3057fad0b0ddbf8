import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { SensorEvent, SensorOutcome } from '@grid-relief/shared-types/sensors/sensor-event.contract';
import { derivedId } from '../../../platform/ids';
import { alertFor, raiseAlert } from '../alerts/raise-alert';
import { isWatching, type Signs } from '../devices/door-sensor';
import { doorSensorRepository, type HeardSensor } from '../devices/door-sensor.repository';
import { silentAt } from '../devices/door-sensor.verbs';
import { doorSensors } from '../devices/door-sensors';
import type { DoorEvent } from '../events/door-event.record';
import { keepEvent } from '../events/door-event.repository';
import type { SensorDeps } from '../sensor.deps';
import { windowsOf } from '../windows/door-windows';
import { explanationOf } from '../windows/is-explained.rules';
import { isTooOld } from './signature.rules';

type Outcome = { readonly seq: number; readonly outcome: SensorOutcome };

/**
 * Takes events of a sensor that is believed, in the order of their numbers. What must follow from an event is done before
 * the number is counted: a sender that got no answer sends again, and what is missing then comes about.
 */
export async function takeEvents(
  deps: SensorDeps,
  sensor: HeardSensor,
  events: readonly SensorEvent[],
): Promise<Outcome[]> {
  const now = deps.now();
  const inOrder = [...events].sort((a, b) => a.seq - b.seq);
  const fitting = inOrder.filter(({ at }) => !isTooOld(new Date(at), now));
  const repeated = new Set<number>();
  for (const event of fitting) {
    if (event.kind !== 'HEARTBEAT' && (await takeDoorEvent(deps, sensor, event, now))) repeated.add(event.seq);
  }
  const known = sensor.detail.signs?.seq ?? 0;
  const isNews = fitting.length > 0 && (await heard(deps, sensor, fitting, now));
  return inOrder.map((event) => ({ seq: event.seq, outcome: outcomeOf(event) }));

  function outcomeOf(event: SensorEvent): SensorOutcome {
    if (!fitting.includes(event)) return 'LATE';
    const wasHeard = event.kind === 'HEARTBEAT' ? !isNews || event.seq <= known : repeated.has(event.seq);
    return wasHeard ? 'REPEATED' : 'TAKEN';
  }
}

/** @returns true when it was taken before */
async function takeDoorEvent(
  deps: SensorDeps,
  sensor: HeardSensor,
  { seq, kind, at: said }: SensorEvent,
  now: Date,
): Promise<boolean> {
  const { county, _id, household, area, detail } = sensor;
  const at = new Date(said);
  const generation = detail.key?.generation ?? 0;
  // of what hangs at no door, or is to be taken off, nothing is kept but that it lives
  if (kind === 'HEARTBEAT' || !household || !isWatching(sensor)) return seq <= (detail.signs?.seq ?? 0);
  const facts: DoorEvent = {
    ...{ _id: derivedId(county, _id, String(generation), String(seq)), county, sensor: _id, household },
    ...{ kind, at, receivedAt: now },
  };
  if (kind !== 'OPENED') {
    const { repeated } = await keepEvent(deps.connection, facts);
    if (kind !== 'CLOSED') await flagged(deps, sensor, kind, at);
    return repeated;
  }
  const window = explanationOf(at, await windowsOf(deps, county, { household, area }, at));
  const begun = window ? { why: window.why } : { alert: await alertFor(deps, sensor, household) };
  const { event, repeated } = await keepEvent(deps.connection, { ...facts, ...begun });
  // as it was decided the first time; a second delivery finds the alert there, or makes up for it
  if (event.alert) await raiseAlert(deps, sensor, { id: event.alert, household, openedAt: event.at });
  return repeated;
}

/** A flag of one kind is told once a day: a loose wire is no storm. */
async function flagged(deps: SensorDeps, sensor: HeardSensor, kind: 'LOW_BATTERY' | 'TAMPER', at: Date): Promise<void> {
  await doorSensors(deps).follow(sensor, 'flag', { because: `${kind} ${dayOf(at)}`, body: { flag: kind } });
}

/** Counts the highest number and puts off the half hour of silence, in one conditional write without history. */
async function heard(
  deps: SensorDeps,
  sensor: HeardSensor,
  events: readonly SensorEvent[],
  now: Date,
): Promise<boolean> {
  const { county, _id: id, state, detail } = sensor;
  const seq = Math.max(...events.map((event) => event.seq));
  const last = events.filter(({ kind }) => kind === 'OPENED' || kind === 'CLOSED').at(-1);
  const isTest = state === 'INSTALLED';
  const has = (kind: SensorEvent['kind']) => isTest && events.some((event) => event.kind === kind);
  const signs: Signs = {
    ...{ seq, at: now },
    ...(last ? { door: last.kind === 'OPENED' ? 'OPEN' : 'CLOSED', doorAt: new Date(last.at) } : {}),
    ...(has('OPENED') ? { opened: true } : {}),
    ...(has('CLOSED') ? { closed: true } : {}),
  };
  const generation = detail.key?.generation ?? 0;
  const isNews = await doorSensorRepository(deps.connection).alive({
    ...{ county, id, generation, signs, silentAt: silentAt(now) },
  });
  const isBack = isNews && (state === 'BOUND' || state === 'OFFLINE');
  if (isBack) await doorSensors(deps).follow(sensor, 'comeOnline', { because: String(seq) });
  return isNews;
}
