import { sensorHeaders, takeSensorEvents } from '@grid-relief/shared-types/sensors/sensor-event.contract';
import { mountPublic, type Route } from '../../../http/mount';
import type { RawBody } from '../../../http/request';
import type { SensorDeps } from '../sensor.deps';
import { takeMessage } from './take-message';

/** Fifty events take less than a tenth of it. */
const bodyLimit = 64 * 1024;

/** Where sensors, or the gateway they speak through, push what they have heard. */
export function intakeRoutes(deps: SensorDeps): Route[] {
  const route = mountPublic(takeSensorEvents, ({ headers, body }) => {
    const { bytes } = body as unknown as RawBody; // the contract accepts raw bytes: what is signed is what came
    const said = (name: string) => headers[name] ?? '';
    return takeMessage(deps, {
      ...{ id: said(sensorHeaders.id), time: said(sensorHeaders.time), signature: said(sensorHeaders.signature) },
      body: bytes,
    });
  });
  return [{ ...route, bodyLimit }];
}
