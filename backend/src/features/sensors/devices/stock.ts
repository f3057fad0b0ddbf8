import type { BodyOf } from '@grid-relief/shared-types/contract';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { addDoorSensor, giveSensorKey } from '@grid-relief/shared-types/sensors/door-sensor.contract';
import { instead } from '../../../acting';
import { Problem } from '../../../http/problem';
import { beginRecord, holdsRole, type PersonActor } from '../../../lifecycle';
import type { SensorDeps } from '../sensor.deps';
import { type DoorSensor, doorSensorKind, machine } from './door-sensor';
import { keeperRoles } from './door-sensor.policy';
import { doorSensorRepository } from './door-sensor.repository';
import { doorSensors } from './door-sensors';
import { newKey, openKey } from './sealed-key';

/**
 * Puts a sensor into the stock of a grid; again under the same id, nothing happens.
 * @throws Problem not-allowed (another's area), id-taken
 */
export async function addSensor(
  deps: SensorDeps,
  actor: PersonActor,
  { id, label, area }: BodyOf<typeof addDoorSensor>,
): Promise<DoorSensor> {
  const [now, scope, { county }] = [deps.now(), scopeOf(area), actor];
  if (!holdsRole(actor, keeperRoles, scope, now)) throw new Problem('not-allowed');
  if (!id.startsWith(`${county}-`)) throw new Problem('id-taken');
  const [state = 'IN_STOCK'] = machine.initial;
  const beginning = { _id: id, county, kind: doorSensorKind, state, area, scope };
  const record: DoorSensor = {
    ...{ ...beginRecord(beginning, [], now), kind: doorSensorKind },
    ...{ createdAt: now, detail: { label, home: area, addedBy: actor.personId } },
  };
  if (await doorSensors(deps).insert(record)) return record;
  const there = await doorSensorRepository(deps.connection).byId(county, id);
  const { detail } = there ?? {};
  const isSame = detail?.label === label && detail.home === area && detail.addedBy === actor.personId;
  if (!there || !isSame) throw new Problem('id-taken');
  return there;
}

const keyStates: readonly string[] = ['IN_STOCK', 'INSTALLED'];

/**
 * Makes the key with which a sensor signs. The look is stored before anything is answered. Only the operation that made
 * a key sees it again; after binding nobody does.
 * @throws Problem not-found, transition-not-allowed, op-id-reused
 */
export async function giveKey(
  deps: SensorDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: BodyOf<typeof giveSensorKey>,
) {
  const { county, personId: who } = actor;
  const at = deps.now();
  const stored = doorSensorRepository(deps.connection);
  const record = await stored.byId(county, id);
  if (!record || !holdsRole(actor, keeperRoles, record.scope, at)) throw new Problem('not-found');
  if (!keyStates.includes(record.state)) throw instead(record, 'remove');
  const role = keeperRoles.find((one) => holdsRole(actor, one, record.scope, at)) ?? 'GRID_WORKER';
  const look = { id: opId, county, at, who, role, kind: 'door-sensor', record: id, did: 'reveal', why };
  const recordedAt = (await deps.recordLook(look)).toISOString();
  const cipher = await deps.cipherOf(county);
  const made = newKey(cipher, record, opId);
  const isOwn = record.detail.key?.opId === opId;
  if (!isOwn && (await stored.setKey(record, made.stored))) return { key: made.key, recordedAt };
  // made by this very operation: before, or by its twin just now
  const there = isOwn ? record : await stored.byId(county, id);
  const kept = there?.detail.key?.opId === opId ? openKey(cipher, id, there.detail.key) : undefined;
  if (kept === undefined) throw instead(there ?? record, 'key');
  return { key: kept, recordedAt };
}
