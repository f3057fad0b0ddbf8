import { collection, settle, somebody } from '../../returnees/testing/scene';
import { atDoor, type Device, push } from './device';

/** What these stories look at in a stored alert. */
export interface StoredAlert {
  readonly _id: string;
  readonly state: string;
  readonly history: readonly { readonly action: string }[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Every alert there is, as it is stored. */
export const alerts = async (): Promise<StoredAlert[]> =>
  (await collection('tasks')
    .find({ kind: 'SENSOR_ALERT' } as object)
    .toArray()) as unknown as StoredAlert[];
/** The alert of a story that has one, and no second. */
export async function only(): Promise<StoredAlert> {
  const [one, ...more] = await alerts();
  if (!one || more.length > 0) throw new Error('not one alert');
  return one;
}

/** A sensor says that its door was opened. */
export const opened = (device: Device, seq = 3) => push(device, { events: [{ seq, kind: 'OPENED' }] });

/** A door that was opened, with the alert about it. */
export async function anAlert() {
  const worker = await somebody('GRID_WORKER');
  const door = await atDoor(worker);
  await opened(door.device);
  await settle();
  return { ...door, worker, id: (await only())._id };
}
