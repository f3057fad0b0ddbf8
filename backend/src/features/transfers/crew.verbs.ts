import { limitMinutes } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { addMinutes, earliest } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import { Problem } from '../../http/problem';
import { type Actor, holdsRole, isSystem, personOf } from '../../lifecycle';
import { tellGrid, tellHome, tellRoles, tripMoved } from './entries';
import { headCount } from './head-count.rules';
import { machine, type Signature, type Transfer, type TransferAction } from './transfer';
import { countyDesk, desk } from './transfer.policy';
import { transferRepository } from './transfer.repository';
import type { TripAttempt, TripVerb } from './verb';

/** Who signs, as what, and how many that person has counted: one half of the hand-over sheet (handbook 2.4). */
function signatureOf({ record, actor, body, occurredAt, now }: TripAttempt, roles: readonly Role[]): Signature {
  return {
    by: personOf(actor),
    role: roleOf(record, actor, roles, now),
    at: earliest(occurredAt, now),
    heads: body.heads ?? 0,
  };
}

function roleOf(record: Transfer, actor: Actor, roles: readonly Role[], now: Date): Role {
  const [last] = roles;
  const held = 'system' in actor ? undefined : roles.find((role) => holdsRole(actor, role, record.scope, now));
  return held ?? last ?? 'DRIVER';
}

const board: TripVerb = (attempt) => ({
  set: { 'detail.boarding': signatureOf(attempt, ['DRIVER', 'ESCORT']) },
  emit: [tripMoved],
});

/**
 * Whoever had boarded is accounted for, and the receiver has counted the same.
 * @throws Problem head-count with all four numbers
 */
async function mustAgree({ deps, record, body }: TripAttempt): Promise<void> {
  const count = headCount(await transferRepository(deps.connection).passengersOf(record));
  const counted = body.heads ?? count.takenOver;
  if (count.agree && counted === count.takenOver) return;
  const { agree: _agree, ...numbers } = count;
  const next = count.unsaid > 0 ? 'sayOfEverybody' : count.agree ? 'countAgain' : 'takeOver';
  throw new Problem('head-count', undefined, { state: record.state, revision: record.revision, next, ...numbers });
}

const handOver: TripVerb = async (attempt) => {
  await mustAgree(attempt);
  return {
    set: { 'detail.handOver': signatureOf(attempt, ['SITE_MANAGER', 'GRID_WORKER', 'GRID_LEADER']) },
    unset: ['dueAt'],
    emit: [tripMoved],
  };
};

/** At a site somebody of it has taken them over one by one; at home they are there. */
const closeSelfDrive: TripVerb = async (attempt) => {
  if (attempt.record.detail.goal === 'SITE') await mustAgree(attempt);
  return { unset: ['dueAt'], emit: [tripMoved] };
};

/** What had people in it is disinfected before anybody else gets in, also at the roadside. */
const breakDown: TripVerb = ({ record, now }) => {
  const { vehicle } = record.detail;
  const stranded = vehicle ? [{ owner: vehicle.owner, opId: vehicle.opId }] : [];
  return {
    set: { dueAt: addMinutes(now, limitMinutes(machine, 'breakDown')) },
    unset: ['detail.vehicle'],
    ...(stranded.length > 0 ? { push: { 'detail.strandedVehicles': stranded } } : {}),
    emit: [tellRoles([desk, countyDesk], record, 'TRANSFER_BROKEN'), ...tellHome(record, 'TRANSFER_COMES')],
  };
};

/** Said by a person, others hear; what the product has learned from elsewhere they know from there. */
const ambulanceTakes: TripVerb = ({ record, actor }) => ({
  emit: [
    tripMoved,
    ...(isSystem(actor) ? [] : [tellRoles(['DOCTOR', desk], record, 'TRANSFER_120'), tellGrid(record, 'TRANSFER_120')]),
  ],
});

const arrived: TripVerb = () => ({ unset: ['dueAt'], emit: [tripMoved] });

/** On the road and at the door (handbook 2.4). */
export const crewVerbs: Readonly<Partial<Record<TransferAction, TripVerb>>> = {
  ...{ board, handOver, closeSelfDrive, breakDown, arrive: arrived, arriveAlone: arrived },
  ...{ ambulanceTakes, ambulanceArrives: arrived },
  ...{ disinfect: () => ({ emit: [tripMoved] }), close: () => ({ emit: [tripMoved] }) },
};
