import type { SensorEvent } from '@grid-relief/shared-types/sensors/sensor-event.contract';
import type { CallAnswer } from '../../../testing/test-app';
import {
  aDraft,
  aHome,
  anId,
  app,
  does,
  grid,
  inHours,
  now,
  post,
  type Somebody,
  setRiskList,
  settle,
  submitted,
} from '../../returnees/testing/scene';
import { signatureOf } from '..';

/** A sensor in somebody's hand, with what it would send. */
export interface Device {
  readonly id: string;
  readonly key: string;
}

/** A batch as it is signed and sent; a test changes what it likes. */
export interface Push {
  readonly events: readonly (Partial<SensorEvent> & Pick<SensorEvent, 'seq' | 'kind'>)[];
  readonly time?: Date;
  readonly key?: string;
  /** Sent in the place of what was signed. */
  readonly instead?: string;
}

/** Signs and pushes, as a sensor does. */
export async function push({ id, key }: Device, given: Push): Promise<CallAnswer> {
  const events = given.events.map((event) => ({ at: now().toISOString(), ...event }));
  const body = JSON.stringify({ events });
  const time = (given.time ?? now()).toISOString();
  const signature = signatureOf(given.key ?? key, { id, time, body: Buffer.from(body) });
  return app().call('POST', '/sensor-events', {
    body: given.instead ?? body,
    headers: { 'x-sensor-id': id, 'x-sensor-time': time, 'x-sensor-signature': signature },
  });
}

/** What became of each event of a push. */
export const outcomes = ({ status, body }: CallAnswer): unknown[] =>
  status === 200 ? body.events.map(({ outcome }: { outcome: string }) => outcome) : [status];

let labels = 0;
/** A sensor in the stock of a grid, with its key. */
export async function aSensor(keeper: Somebody, area: string = grid): Promise<Device> {
  const id = anId();
  const label = `DS-${String(++labels).padStart(6, '0')}`;
  const added = await post(keeper, '/door-sensors', { id, label, area });
  if (added.status !== 200) throw new Error(`add: ${added.status} ${JSON.stringify(added.body)}`);
  const given = await post(keeper, `/door-sensors/${id}/key`, { opId: anId(), why: 'FIRST' });
  if (given.status !== 200) throw new Error(`key: ${given.status}`);
  return { id, key: given.body.key };
}

/** Does an action to a sensor. */
export async function attempt(person: Somebody, id: string, action: string, more: object = {}): Promise<CallAnswer> {
  const answer = await post(person, `/door-sensors/${id}/${action}`, { opId: anId(), ...more });
  await settle();
  return answer;
}

/** The same, where the story cannot go on without it. */
export async function must(person: Somebody, id: string, action: string, more: object = {}): Promise<CallAnswer> {
  const answer = await attempt(person, id, action, more);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** Somebody from a city with cases, who stays at home and is here. */
export async function comesHome() {
  const home = await aHome();
  const place = ['上海市', '上海市'];
  setRiskList([{ id: 'line-city', place, areaRisk: 'CASES', validFrom: new Date('2022-03-01T00:00:00Z') }]);
  const stays = [{ place: [...place, '另一样例区', '河边街道'], from: inHours(-240) }];
  const traveller = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1), stays }));
  await settle();
  await does(home.resident, traveller, 'arrive');
  return { ...home, traveller };
}

export const consent = (household: string) => ({ household, place: 'FRONT', consent: 'SIGNED', told: true });

/** A sensor that hangs at the door of somebody in quarantine, tested and bound. */
export async function atDoor(worker: Somebody) {
  const home = await comesHome();
  const device = await aSensor(worker);
  await must(worker, device.id, 'install', consent(home.household));
  await push(device, {
    events: [
      { seq: 1, kind: 'OPENED' },
      { seq: 2, kind: 'CLOSED' },
    ],
  });
  await must(worker, device.id, 'bind');
  return { ...home, device };
}
