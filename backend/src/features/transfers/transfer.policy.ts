import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isOwn, isSystem, type PersonActor, type Tracked } from '../../lifecycle';
import { travelsClosed } from '../quarantine';
import type { Transfer } from './transfer';

export const desk: Role = 'TRANSFER_DESK';
export const approver: Role = 'TOWNSHIP_DISPATCHER';
export const countyDesk: Role = 'COUNTY_DISPATCHER';
export const receiver: Role = 'SITE_MANAGER';
/** Hears of a fever and of an ambulance, and has to know who it is. */
export const doctor: Role = 'DOCTOR';
/** Who plans and approves trips. */
export const planners: readonly Role[] = [desk, approver, countyDesk];
/** Who asks for a trip by hand; whoever comes from elsewhere is fetched by the chain. */
export const askers: readonly Role[] = [desk, receiver, 'GRID_LEADER'];
/** The grid the people come to. */
const gridRoles: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER'];
/** Who has a list of trips. A driver sees those that he or she holds, an escort those under way. */
export const seeingRoles: readonly Role[] = [...planners, ...gridRoles, receiver, doctor];
export const crewRoles: readonly Role[] = ['DRIVER', 'ESCORT'];

type Placed = Pick<Tracked, 'scope' | 'household' | 'parties' | 'assignment' | 'state'>;

/** How somebody stands to a trip and to whoever is on its list; undefined: does not know of it. */
export type Standing = 'WORK' | 'CREW' | 'OWN';

const beforeCrew: readonly string[] = ['REQUESTED', 'APPROVED', 'REDIRECTED'];

/** Pure. An escort rides along once there is a vehicle; before that nobody needs to know who comes. */
export function standingOf(record: Placed, actor: PersonActor, now: Date): Standing | undefined {
  if (holdsRole(actor, seeingRoles, record.scope, now)) return 'WORK';
  if (record.assignment.assignee === actor.personId) return 'CREW';
  if (holdsRole(actor, 'ESCORT', record.scope, now) && !beforeCrew.includes(record.state)) return 'CREW';
  return isOwn(record, actor) ? 'OWN' : undefined;
}

/** Whether this actor may know that the record exists. Pure. */
export function maySeeTransfer(record: Placed, actor: Actor, now: Date): boolean {
  return isSystem(actor) || standingOf(record, actor, now) !== undefined;
}

/** In whose name a passenger's name is opened; undefined: in nobody's. Pure. */
export function lookingRole(record: Placed, actor: PersonActor, now: Date): Role | undefined {
  const held = seeingRoles.find((role) => holdsRole(actor, role, record.scope, now));
  if (held) return held;
  if (record.assignment.assignee === actor.personId) return 'DRIVER';
  return record.assignment.assignee && holdsRole(actor, 'ESCORT', record.scope, now) ? 'ESCORT' : undefined;
}

/**
 * Whether somebody may say that a trip is made in the own car: of whoever travels in a closed loop the grid says it, which
 * sees to an escort, and never the home by itself. Pure.
 */
export function mayDeclareAlone(trip: Pick<Transfer, 'scope' | 'detail'>, actor: PersonActor, now: Date): boolean {
  return !travelsClosed(trip.detail) || holdsRole(actor, gridRoles, trip.scope, now);
}

const beforePickup: readonly string[] = [...beforeCrew, 'DISPATCHED'];
const atTheCar: readonly string[] = ['board', 'notThere', 'refuse'];

/**
 * Whether there is any sense in it yet: nobody boards or is missed before the car is there, nobody is taken over before the
 * destination. What is offered only; a fact that was kept on a phone is taken whenever it comes. Pure.
 */
export function isTimeFor(action: string, trip: Pick<Tracked, 'state'>): boolean {
  if (atTheCar.includes(action)) return !beforePickup.includes(trip.state);
  return action !== 'handOver' || trip.state === 'AT_DEST' || trip.state === 'CLOSED';
}
