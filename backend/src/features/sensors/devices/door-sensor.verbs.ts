import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { type Attempt, type Effects, instead, type Verb } from '../../../acting';
import { Problem } from '../../../http/problem';
import { holdsRole, isSystem, nameOf } from '../../../lifecycle';
import { notice } from '../../../notice-entry';
import type { NewEntry } from '../../../outbox';
import type { SensorDeps } from '../sensor.deps';
import { type DoorSensor, machine, type SensorAction, type SensorBody } from './door-sensor';
import { installerRoles } from './door-sensor.policy';

type SensorAttempt = Attempt<DoorSensor, SensorBody, SensorDeps>;
type SensorVerb = Verb<DoorSensor, SensorBody, SensorDeps>;
type SensorEffects = Effects<DoorSensor>;

/** The chain of whoever is behind the door hears; delivered at least once, and read afresh each time. */
export const sensorMoved: NewEntry = { kind: 'sensorMoved' };

/** What belongs to one door and not to the next. */
const ofOneDoor = ['place', 'consent', 'behind', 'removalAskedAt', 'silentSince', 'group'].map(
  (field) => `detail.${field}`,
);
const testHeard = ['detail.signs.opened', 'detail.signs.closed'];

const { minutes: silentMinutes } = machine.actions.comeOnline.limit ?? { minutes: 30 };
/** When a sensor counts as silent that was heard now (handbook 2.3b). Pure. */
export const silentAt = (heardAt: Date): Date => addMinutes(heardAt, silentMinutes);

const tellGrid = ({ area, detail }: DoorSensor, code: Parameters<typeof notice>[1], urgent = false): NewEntry =>
  notice({ gridOf: area }, code, { code: detail.label }, { urgent });

/** Where the household lives, if whoever puts the sensor up works there. @throws Problem not-found, transition-not-allowed */
async function install({ deps, record, body, actor, now }: SensorAttempt): Promise<SensorEffects> {
  const { county, detail } = record;
  const household = body.household ?? '';
  const area = await deps.areaOf(county, household);
  const isOurs = area !== undefined && !isSystem(actor) && holdsRole(actor, installerRoles, scopeOf(area), now);
  if (!isOurs) throw new Problem('not-found');
  // what nobody can hear is not hung at a door
  if (!detail.key) throw instead(record, 'key');
  const behind = await deps.behindDoor(county, household);
  return {
    set: {
      ...{ household, area, scope: scopeOf(area) },
      'detail.place': body.place,
      'detail.consent': { how: body.consent, by: nameOf(actor), at: now },
      'detail.behind': behind,
    },
    unset: ['detail.flags', ...testHeard],
    emit: [sensorMoved],
  };
}

/** Opening and closing were heard since it was put up, and lately; and somebody behind the door is in quarantine. */
async function bind({ deps, record, now }: SensorAttempt): Promise<SensorEffects> {
  const { county, household = '', detail } = record;
  const { signs } = detail;
  if (!signs?.opened || !signs.closed || silentAt(signs.at) <= now) throw instead(record, 'failTest');
  const behind = await deps.behindDoor(county, household);
  if (behind.length === 0) throw instead(record, 'remove');
  return { set: { 'detail.behind': behind, dueAt: silentAt(signs.at) }, emit: [sensorMoved] };
}

/** Back where it came from, with nothing left of the door. */
const backInStock: SensorVerb = ({ record }) => {
  const home = areaId(record.detail.home);
  return {
    set: { area: home, scope: scopeOf(home) },
    unset: ['household', 'dueAt', 'detail.flags', ...testHeard, ...ofOneDoor],
  };
};

const goOffline: SensorVerb = ({ record, body, now }) => ({
  set: { 'detail.silentSince': now, ...(body.group ? { 'detail.group': body.group } : {}) },
  // who hears of many at once hears of none of them alone
  emit: body.group || record.detail.removalAskedAt ? [] : [tellGrid(record, 'SENSOR_SILENT')],
});

const flag: SensorVerb = ({ record, body, now }) => {
  if (!body.flag) throw new Error('a flag is named');
  return {
    set: { [`detail.flags.${body.flag}`]: now },
    emit: [tellGrid(record, 'SENSOR_FLAG', body.flag === 'TAMPER')],
  };
};

const askRemoval: SensorVerb = ({ record, now }) => {
  const { household, detail } = record;
  if (detail.removalAskedAt) throw instead(record, 'remove');
  const home = household ? [notice({ household }, 'SENSOR_REMOVE', { code: detail.label })] : [];
  return {
    set: { 'detail.removalAskedAt': now },
    emit: [tellGrid(record, 'SENSOR_REMOVE'), ...home, { kind: 'doorReleased' }],
  };
};

/** What each action changes beyond the state (handbook 2.3b). */
export const sensorVerbs: Readonly<Partial<Record<SensorAction, SensorVerb>>> = {
  install,
  failTest: () => ({ emit: [sensorMoved] }),
  bind,
  // the half hour is put off by every sign of life, so it is no timer of this stay
  comeOnline: () => ({ limitMinutes: null, unset: ['detail.silentSince', 'detail.group'] }),
  goOffline,
  flag,
  askRemoval,
  remove: () => ({ unset: ['dueAt'], emit: [{ kind: 'doorReleased' }] }),
  reportLost: () => ({ unset: ['dueAt'], emit: [{ kind: 'doorReleased' }] }),
  restock: backInStock,
  retire: () => ({ unset: ['household', 'dueAt', 'detail.key', ...ofOneDoor] }),
};
