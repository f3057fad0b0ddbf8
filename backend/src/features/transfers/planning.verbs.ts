import { limitMinutes } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { transferMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/transfer.lifecycle';
import { addMinutes, latest } from '@grid-relief/shared-types/primitives/instants';
import { instead } from '../../acting';
import { Problem } from '../../http/problem';
import { isSystem, timerAt } from '../../lifecycle';
import { tellGrid, tellHome, tellPerson, tellRoles, tripMoved } from './entries';
import { keepBeds, withBedsAt } from './keep-beds';
import { sealRoute } from './sealed-words';
import { inPlaceBy, machine, type TransferAction } from './transfer';
import { approver, countyDesk, desk, mayDeclareAlone } from './transfer.policy';
import { hoursTimers, type TripAttempt, type TripEffects, type TripVerb, wrong } from './verb';

/** The bed first, then the word that they may go (handbook 2.4). */
async function bedFirst(attempt: TripAttempt): Promise<TripEffects> {
  const { emit = [], ...kept } = await withBedsAt(attempt, attempt.body.site);
  return { ...kept, emit: [...emit, tripMoved] };
}

const approve: TripVerb = async (attempt) => {
  const { record } = attempt;
  const { emit = [], ...kept } = await bedFirst(attempt);
  const isAlone = record.variant === 'SELF_DRIVE';
  const next = isAlone ? tellHome(record, 'TRANSFER_COMES') : [tellRoles([desk], record, 'TRANSFER_WAITS')];
  return { ...kept, unset: ['dueAt'], emit: [...emit, ...next] };
};

const redirect: TripVerb = ({ record, now }) => ({
  set: {
    'detail.redirectedOnRoad': record.state === 'EN_ROUTE',
    dueAt: addMinutes(now, limitMinutes(machine, 'redirect')),
  },
});

/** Who goes home goes home all the same: a slip of the finger has no other way out. */
const confirmSite: TripVerb = async (attempt) => {
  const { detail } = attempt.record;
  const to = detail.redirectedOnRoad ? 'EN_ROUTE' : 'APPROVED';
  const driver =
    detail.redirectedOnRoad && detail.driver ? [tellPerson(detail.driver.owner, attempt.record, 'TRANSFER_TRIP')] : [];
  const { emit = [], ...kept } = await bedFirst(attempt);
  return { ...kept, to, unset: ['dueAt'], emit: [...emit, ...driver] };
};

/** The hours run out: the desk at half of them, then the county. A plan that was moved rings anew, and this ring is stale. */
const transferOverdue: TripVerb = ({ record, now }) => {
  const { from, minutes } = record.detail;
  if (addMinutes(from, minutes / 2) > now) throw instead(record, 'refresh');
  const isOver = inPlaceBy(record.detail) <= now;
  return {
    ...(isOver ? { set: { dueAt: now } } : {}),
    inc: { 'detail.rings': 1 },
    emit: [tellRoles(isOver ? [countyDesk, desk] : [desk], record, 'TRANSFER_OVERDUE')],
  };
};

const rings =
  (tell: (attempt: TripAttempt) => ReturnType<typeof tellRoles>[]): TripVerb =>
  (attempt) => ({
    inc: { 'detail.rings': 1 },
    emit: tell(attempt),
  });

const late: TripVerb = rings(({ record }) => [tellRoles([countyDesk], record, 'TRANSFER_OVERDUE')]);

/** They are called, and half an hour later looked for (handbook 2.4). */
const selfDriveOverdue: TripVerb = ({ record, now }) => {
  const isSecond = record.history.some(({ action }) => action === 'selfDriveOverdue');
  const again = timerAt('selfDriveOverdue', addMinutes(now, transferMinutes.selfDriveOverdue), {
    states: ['EN_ROUTE'],
    enteredBy: record.enteredBy,
  });
  const call = [tellGrid(record, 'TRANSFER_OVERDUE'), ...tellHome(record, 'TRANSFER_COMES'), again];
  return { emit: isSecond ? [tellRoles(['GRID_LEADER', approver], record, 'TRANSFER_MISSING')] : call };
};

/** @throws Problem must-be-fetched */
const declareSelfDrive: TripVerb = async ({ deps, record, actor, body, now }) => {
  if (!isSystem(actor) && !mayDeclareAlone(record, actor, now)) {
    const { state, revision } = record;
    throw new Problem('must-be-fetched', undefined, { state, revision, next: 'refresh' });
  }
  const { words = '', plate, expectedAt } = body;
  const at = new Date(expectedAt ?? now);
  if (at <= now) throw wrong('expectedAt', 'lies in the past');
  const cipher = await deps.cipherOf(record.county);
  const sealedRoute = sealRoute(cipher, record, { words, ...(plate ? { plate } : {}) });
  return {
    set: { variant: 'SELF_DRIVE', 'detail.sealedRoute': sealedRoute, 'detail.expectedAt': at },
    emit: [tellRoles([approver], record, 'TRANSFER_WAITS')],
  };
};

const setOutAlone: TripVerb = ({ record, now }) => {
  const expected = record.detail.expectedAt ?? inPlaceBy(record.detail);
  const due = addMinutes(latest(expected, now), transferMinutes.selfDriveOverdue);
  return { set: { dueAt: due }, emit: [timerAt('selfDriveOverdue', due, { states: ['EN_ROUTE'] }), tripMoved] };
};

const listPassenger: TripVerb = ({ record, body }) => {
  const { passenger } = body;
  if (passenger === undefined || record.detail.passengers.includes(passenger)) return {};
  return { push: { 'detail.passengers': [passenger] } };
};

const retime: TripVerb = ({ record, body, now }) => {
  const from = body.from ?? record.detail.from;
  const expected = record.detail.ownWay ? { 'detail.expectedAt': from } : {};
  return { set: { 'detail.from': from, ...expected }, emit: hoursTimers({ ...record.detail, from }, now) };
};

const cancel: TripVerb = ({ record, actor }) => ({
  unset: ['dueAt'],
  emit: [
    tripMoved,
    ...(record.detail.driver ? [tellPerson(record.detail.driver.owner, record, 'TRANSFER_OFF')] : []),
    // what nobody goes on any more is no news to them
    ...(isSystem(actor) ? [] : tellHome(record, 'TRANSFER_OFF')),
  ],
});

/** Before the vehicle is there: what the desk, the township and the clock do (handbook 2.4). */
export const planningVerbs: Readonly<Partial<Record<TransferAction, TripVerb>>> = {
  ...{ listPassenger, retime, keepBeds, approve, redirect, confirmSite, declareSelfDrive, setOutAlone, cancel },
  ...{ transferOverdue, selfDriveOverdue, approveOverdue: late, redirectOverdue: late, replacementOverdue: late },
};
