import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { SensorAlertRow, SensorAlertView } from '@grid-relief/shared-types/sensors/sensor-alert.schema';
import { stepsWithWords } from '../../../acting';
import { type PersonActor, permittedActions } from '../../../lifecycle';
import type { FieldCipher } from '../../../platform/encryption';
import type { SensorDeps } from '../sensor.deps';
import { machine, type SensorAlert } from './sensor-alert';
import { mayPhone } from './sensor-alert.policy';

/** Everything a row is made of. */
export interface AlertSeen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly areaName: SensorDeps['areaName'];
  readonly doorCode?: string | undefined;
  readonly isOpen?: boolean | undefined;
  readonly silent?: number | undefined;
}

/** An alert in the list of a duty screen: the sign of the door, never a name. */
export function alertRow(seen: AlertSeen, record: SensorAlert): SensorAlertRow {
  const { actor, now, areaName, doorCode, isOpen, silent } = seen;
  const { _id: id, variant, state, revision, area, household, createdAt, detail } = record;
  const row = {
    ...{ id, variant, state, revision, code: detail.code, area, areaName: areaName(areaId(area)) },
    ...(doorCode === undefined ? {} : { doorCode }),
    ...(household !== undefined && mayPhone(record, actor, now) ? { household } : {}),
    ...{ since: detail.since.toISOString(), raisedAt: createdAt.toISOString() },
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(silent === undefined ? {} : { silent }),
    actions: permittedActions(machine, { ...record, history: [] }, actor, now),
  };
  return row as SensorAlertRow; // ids were parsed when they came in
}

/** The same with every step; people by their role. */
export function alertView(seen: AlertSeen, cipher: FieldCipher, record: SensorAlert): SensorAlertView {
  return { ...alertRow(seen, record), timeline: stepsWithWords(cipher, record) };
}
