import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isOwn, isSystem, type PersonActor } from '../../lifecycle';
import type { DeliveryInList } from './delivery-in-list';
import { cameBack } from './returns/returned-goods.rules';
import { doctorFlags } from './triage.rules';

/** How a viewer stands to a delivery: decides which fields the view has. */
export type Standing = 'HOUSEHOLD' | 'HOLDER' | 'OFFERED' | 'GRID' | 'DOCTOR' | 'STORE' | 'ELIGIBLE' | 'FORMER';

const gridRoles: readonly Role[] = [
  'GRID_WORKER',
  'GRID_LEADER',
  'TOWNSHIP_DISPATCHER',
  'COUNTY_DISPATCHER',
  'COMMUNITY_CASHIER',
];
/** States in which the holder needs the door: never before holding, never after the goods are there (handbook 8). */
export const holderStates: readonly string[] = [
  'ACCEPTED',
  'SHOPPING',
  'COLLECTED',
  'COLLECTED_AT_DOOR',
  'IN_PROGRESS',
  'SUBSTITUTION_PENDING',
  'CANCEL_ASKED',
  'PURCHASED',
  'IN_TRANSIT',
  'HANDOVER_PENDING',
  'READY_FOR_PICKUP',
  'ADDRESS_QUERY',
  'FAILED_DELIVERY',
  'DROPPED',
];

/** The closest standing of a person to a delivery; undefined: this person does not know that it exists. Pure. */
export function standingOf(delivery: DeliveryInList, actor: PersonActor, now: Date): Standing | undefined {
  const { assignment, household, state, scope, history } = delivery;
  const { personId } = actor;
  if (isOwn({ household }, actor)) return 'HOUSEHOLD';
  if (assignment.assignee === personId && holderStates.includes(state)) return 'HOLDER';
  const desk = standingAtDesk(delivery, actor, now);
  if (desk) return desk;
  const asked = state === 'OFFERED' && assignment.offeredTo === personId;
  if (asked && assignment.expiresAt && assignment.expiresAt > now) return 'OFFERED';
  const volunteers = holdsRole(actor, 'VOLUNTEER', scope, now);
  if (volunteers && isOpenToAll(state)) return 'ELIGIBLE';
  const tookPart = history.some(({ by, holder }) => by === personId || holder === personId);
  return tookPart || asked || (volunteers && isJustTakenOver(delivery)) ? 'FORMER' : undefined;
}

/** The same by a role for the place. */
function standingAtDesk(delivery: DeliveryInList, actor: PersonActor, now: Date): Standing | undefined {
  const { scope } = delivery;
  if (holdsRole(actor, gridRoles, scope, now)) return 'GRID';
  if (waitsForDoctor(delivery) && holdsRole(actor, 'DOCTOR', scope, now)) return 'DOCTOR';
  // bags and goods, and no home: nothing else of a request is a store's
  return cameBack(delivery) && holdsRole(actor, 'STORE_KEEPER', scope, now) ? 'STORE' : undefined;
}

/** Who runs the queue of a grid, and phones volunteers about it. */
const callingRoles = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] as const;

/**
 * The role under which a person may phone whoever carries it: its household, who speaks for that, or its grid
 * (handbook 8). Pure.
 */
export function callsAs(delivery: DeliveryInList, actor: PersonActor, now: Date): Role | undefined {
  const { household, scope } = delivery;
  if (actor.ownHouseholds.includes(household)) return 'RESIDENT';
  if (actor.proxyHouseholds.includes(household)) return 'PROXY';
  return callingRoles.find((role) => holdsRole(actor, role, scope, now));
}

/** Somebody else holds it now. Before and after that its number is nobody's (handbook 8). Pure. */
export function isCallable({ assignment, state }: DeliveryInList, { personId }: PersonActor): boolean {
  const { assignee } = assignment;
  return assignee !== undefined && assignee !== personId && holderStates.includes(state);
}

/** Whether this actor may know that the delivery exists. Pure. */
export function maySee(delivery: DeliveryInList, actor: Actor, now: Date): boolean {
  return isSystem(actor) || standingOf(delivery, actor, now) !== undefined;
}

/** Medicine that no doctor has decided on yet. */
function waitsForDoctor({ state, detail }: DeliveryInList): boolean {
  return state === 'SUBMITTED' && detail.flags.some((flag) => doctorFlags.includes(flag));
}

/** In the pool, or a moment ago: whoever just lost the race for it is told so. */
function isOpenToAll(state: string): boolean {
  return ['TRIAGED', 'OFFERED', 'ACCEPTED', 'HANDOVER_PENDING'].includes(state);
}

/** Whoever came for the same bags a moment too late is told so, and no more. */
function isJustTakenOver({ history }: DeliveryInList): boolean {
  return history.at(-1)?.action === 'takeOver';
}
