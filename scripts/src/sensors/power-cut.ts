import { setTimeout as sleep } from 'node:timers/promises';
import { listSensorAlerts } from '@grid-relief/shared-types/sensors/sensor-alert.contract';
import type { SensorAlertRow } from '@grid-relief/shared-types/sensors/sensor-alert.schema';
import type { SimulatedPerson } from '../simulate/client';
import { push, type SimulatedDevice } from './device';

/** All of them are heard for the last time, and for the first time again, within this. Milliseconds. */
const withinMs = 60_000;
/** Half an hour without a sign of life, and the time of the sweep that notices. Milliseconds. */
const patienceMs = 36 * 60_000;
const lookEveryMs = 10_000;

/** What the duty screen had to say of a power cut. */
export interface CutSeen {
  readonly devices: number;
  /** Alerts for many that began since the cut. */
  readonly grouped: number;
  /** Sensors that are silent by them: at the most, and after all of them were heard again. */
  readonly silent: number;
  readonly silentAfter: number;
  /** Alerts for single doors that began since the cut. */
  readonly single: number;
}

/** What is wrong with what was seen: a cut is one alert, with everybody in it, and over when they are back. Pure. */
export function wrongWithCut({ devices, grouped, silent, silentAfter, single }: CutSeen): string[] {
  return [
    ...(grouped === 1 ? [] : [`${grouped} grouped alerts, wanted one`]),
    ...(silent === devices ? [] : [`${silent} of ${devices} sensors were silent by it`]),
    ...(silentAfter === 0 ? [] : [`${silentAfter} are silent after they were heard again`]),
    ...(single === 0 ? [] : [`${single} alerts for single doors`]),
  ];
}

/** Every device says once that it lives, evenly over a minute. @returns how many were taken */
async function allBeat(address: string, devices: readonly SimulatedDevice[]): Promise<number> {
  const began = Date.now();
  const turns = devices.map(async (device, nth) => {
    await sleep(Math.max(0, began + (nth * withinMs) / devices.length - Date.now()));
    // a sensor repeats what was not answered
    for (let tries = 0; tries < 10; tries++) {
      const { outcome } = await push(address, device, 'HEARTBEAT');
      if (outcome === 'TAKEN') return 1;
      await sleep(1_000);
    }
    return 0;
  });
  return (await Promise.all(turns)).reduce<number>((sum, one) => sum + one, 0);
}

/** Signs somebody in anew when the token has ended: it does not last as long as the cut. */
type SignIn = () => Promise<SimulatedPerson>;

/** Reads the duty screen. @returns open alerts that were raised since then. @throws when the server says no again and again */
function dutyScreen(first: SimulatedPerson, signIn: SignIn, since: number): () => Promise<SensorAlertRow[]> {
  let worker = first;
  return async () => {
    for (let tries = 0; tries < 20; tries++) {
      const page = await worker.call(listSensorAlerts, { query: { limit: 100 } });
      if (page.ok) return page.value.items.filter(({ raisedAt }) => Date.parse(raisedAt) >= since);
      if (page.status === 401) worker = await signIn().catch(() => worker);
      await sleep(1_000);
    }
    throw new Error('the alerts could not be read');
  };
}

const silentBy = (alerts: readonly SensorAlertRow[]) => alerts.reduce((sum, { silent = 0 }) => sum + silent, 0);

/**
 * The power of every device fails within a minute, and comes back once the duty screen has them all: half an hour of real
 * time. @throws when the server does not take what they say
 */
export async function cutPower(
  address: string,
  { worker, signIn }: { readonly worker: SimulatedPerson; readonly signIn: SignIn },
  devices: readonly SimulatedDevice[],
): Promise<CutSeen> {
  const since = Date.now();
  const alerts = dutyScreen(worker, signIn, since);
  const taken = await allBeat(address, devices);
  if (taken < devices.length) throw new Error(`${taken} of ${devices.length} sensors were heard`);
  let during: SensorAlertRow[] = [];
  for (const end = Date.now() + patienceMs; Date.now() < end && silentBy(during) < devices.length; ) {
    await sleep(lookEveryMs);
    during = await alerts();
  }
  await allBeat(address, devices);
  await sleep(lookEveryMs);
  const after = await alerts();
  return {
    devices: devices.length,
    grouped: after.filter(({ variant }) => variant === 'SILENCE').length,
    silent: silentBy(during),
    silentAfter: silentBy(after),
    single: after.filter(({ variant }) => variant === 'DOOR').length,
  };
}
