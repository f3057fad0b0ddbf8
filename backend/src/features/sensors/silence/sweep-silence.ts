import { Problem } from '../../../http/problem';
import { fire } from '../../../lifecycle';
import { derivedId } from '../../../platform/ids';
import { inLanes } from '../../../platform/in-lanes';
import { begin } from '../alerts/raise-alert';
import { isAlertOver } from '../alerts/sensor-alert';
import { sensorAlertRepository } from '../alerts/sensor-alert.repository';
import { sensorAlerts } from '../alerts/sensor-alerts';
import { doorSensorRepository, type ListedSensor } from '../devices/door-sensor.repository';
import { doorSensors } from '../devices/door-sensors';
import type { SensorDeps } from '../sensor.deps';
import { joinedForMs, overlap, silentArea, togetherMs } from './silent-area.rules';

/** Sensors are marked beside one another, so many at a time. */
const width = 20;

/** An alert for many that takes more along. */
interface Group {
  readonly id: string;
  readonly area: string;
}

/**
 * Marks the sensors of a county of which nothing was heard for half an hour. Many within a minute are one alert, before any
 * of them is marked; any number of processes may do this at once, and it is repeatable.
 * @returns how many fell silent
 */
export async function sweepSilence(deps: SensorDeps, county: string): Promise<number> {
  const now = deps.now();
  const stored = doorSensorRepository(deps.connection);
  const due = await stored.dueToSilence(county, now);
  if (due.length === 0) return 0;
  const justBefore = await stored.silentSince(county, new Date(now.getTime() - togetherMs));
  // at a door that is to be given up nobody waits for a sign of life
  const watched = [...due, ...justBefore].filter(({ detail }) => detail.removalAskedAt === undefined);
  const group = await groupFor(deps, county, watched, now);
  await inLanes(due, width, (one) => goSilent(deps, one, group, now));
  return due.length;
}

/** The alert that tells of these together: the one that runs, or a new one where they are many. */
async function groupFor(
  deps: SensorDeps,
  county: string,
  silent: readonly ListedSensor[],
  now: Date,
): Promise<Group | undefined> {
  const last = await sensorAlertRepository(deps.connection).lastGroup(county);
  const isRunning = last && !isAlertOver(last) && now.getTime() - last.createdAt.getTime() < joinedForMs;
  if (isRunning && silent.some(({ area }) => overlap(area, last.area))) {
    await group(deps, county, last._id);
    return { id: last._id, area: last.area };
  }
  const area = silentArea(silent.map((one) => one.area));
  if (!area) return undefined;
  // named after the one before it: two processes that see the same minute differently begin one alert
  const id = derivedId(county, 'silent after', last?._id ?? 'none');
  const detail = { code: id.slice(-4).toUpperCase(), since: now };
  await sensorAlerts(deps).insert(begin({ id, county, area, variant: 'SILENCE', detail }, [], now));
  await group(deps, county, id);
  const there = await sensorAlertRepository(deps.connection).byId(county, id);
  return { id, area: there?.area ?? area };
}

/** Once; what a crash left open is grouped by the next sweep. */
async function group(deps: SensorDeps, county: string, id: string): Promise<void> {
  await sensorAlerts(deps).follow({ county, _id: id }, 'group');
}

/** Passed over when it was heard meanwhile. */
async function goSilent(deps: SensorDeps, sensor: ListedSensor, among: Group | undefined, now: Date): Promise<void> {
  const { county, _id: id, dueAt, area } = sensor;
  const isAmong = among && overlap(area, among.area);
  await fire(() =>
    doorSensors(deps).act({
      ...{ county, id, action: 'goOffline', actor: { system: 'timer', county } },
      opId: derivedId(county, id, 'goOffline', dueAt?.toISOString() ?? ''),
      body: isAmong ? { group: among.id } : {},
      guard: { dueAt: { $lte: now } },
    }),
  ).catch((error: unknown) => {
    // one that another process has marked by the same operation, told together otherwise
    if (!(error instanceof Problem) || error.type !== 'op-id-reused') throw error;
  });
}
