import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { Deps, Worker } from '../feature';
import type { AreaBook } from '../features/areas';
import { type Delivery, deliveryRepository } from '../features/deliveries';
import { openQuarantinesOf } from '../features/episodes';
import { householdRepository } from '../features/households';
import type { MoveLink } from '../features/quarantine';
import { type DoorWindow, deliveryWindow, mqttWorker, type SensorDeps, silenceWorker } from '../features/sensors';

/** The latest requests of a home are enough: bags of an older one are long gone. */
const latest = 20;

/** What door sensors need of the other features. */
export function sensorDeps(
  { connection, now, vault, audit, metrics }: Deps,
  book: Pick<AreaBook, 'areaName'>,
  moveLink: MoveLink,
): SensorDeps {
  const households = householdRepository(connection, vault);
  return {
    ...{ connection, now, moveLink, areaName: book.areaName },
    cipherOf: (county) => vault.of(county, 'epidemic'),
    async areaOf(county, household) {
      const area = (await households.find(county, household))?.area;
      return area === undefined ? undefined : areaId(area);
    },
    doorCodes: households.doorCodes,
    behindDoor: (county, household) => openQuarantinesOf(connection, county, household),
    deliveryWindows: (county, household) => windowsOfDeliveries(connection, county, household),
    recordLook: audit.record,
    count: metrics.countSensorEvent,
  };
}

async function windowsOfDeliveries(connection: Connection, county: string, household: string): Promise<DoorWindow[]> {
  const requests = await deliveryRepository(connection).list({ county, household }, { createdAt: -1 }, latest);
  return requests.flatMap((request) => windowOf(request) ?? []);
}

/** From when bags left for the door until they were put down, or came back. */
function windowOf({ state, history, detail }: Delivery): DoorWindow | undefined {
  const left = history.filter(({ to }) => to === 'IN_TRANSIT').at(-1);
  if (!left) return undefined;
  const ended = state === 'IN_TRANSIT' ? undefined : (detail.droppedAt ?? history.at(-1)?.recordedAt);
  return deliveryWindow(left.occurredAt, ended);
}

/** What runs beside requests for sensors: who has fallen silent, and what is published at the broker, if there is one. */
export function sensorWorkers(deps: Deps, sensors: SensorDeps): Worker[] {
  const { county, log, mqttUrl: url } = deps;
  const onError = (error: unknown) => log.warn({ err: error }, 'door sensors');
  return [silenceWorker(sensors, county, onError), ...(url ? [mqttWorker(sensors, { url, county, onError })] : [])];
}
