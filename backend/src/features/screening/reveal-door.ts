import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { Problem } from '../../http/problem';
import { holdsRole, type PersonActor } from '../../lifecycle';
import { visitFor } from './read-doors';
import type { ScreeningDeps } from './screening.deps';
import { leaders } from './screening.policy';
import { answersIn } from './sealed-words';
import { type HouseholdVisit, isVisitOver } from './visit';

/** Under which role somebody looks at a door. */
function roleAt(visit: HouseholdVisit, actor: PersonActor, now: Date): Role {
  return leaders.find((role) => holdsRole(actor, role, visit.scope, now)) ?? 'SCREENER';
}

async function looked(
  deps: ScreeningDeps,
  actor: PersonActor,
  visit: HouseholdVisit,
  { opId: id, did, why }: { readonly opId: string; readonly did: string; readonly why: string },
): Promise<string> {
  const { county, personId: who } = actor;
  const at = deps.now();
  // a home reads who looked at it; a door on no list has nobody who could
  const of = visit.household ? { kind: 'household', record: visit.household } : { kind: 'visit', record: visit._id };
  const role = roleAt(visit, actor, at);
  return (await deps.recordLook({ id, county, at, who, role, ...of, did, why })).toISOString();
}

/**
 * Opens the phone of a home nobody opened at to whoever is sent there, and to leaders what was said as well. The look is
 * stored before anything is answered: when it cannot be stored, nothing is shown.
 * @throws Problem not-found (also for a door elsewhere, and for a screener where nobody has to be phoned), op-id-reused
 */
export async function revealDoor(
  deps: ScreeningDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: { readonly opId: string; readonly why: string },
) {
  const visit = await visitFor(deps, actor, id);
  const isLeader = roleAt(visit, actor, deps.now()) !== 'SCREENER';
  if (!isLeader && (isVisitOver(visit) || visit.detail.tries === 0)) throw new Problem('not-found');
  const recordedAt = await looked(deps, actor, visit, { opId, did: 'reveal', why });
  const phone = visit.household ? await deps.phoneOf(actor.county, visit.household) : undefined;
  const answers = isLeader ? answersIn(await deps.cipherOf(actor.county), visit) : undefined;
  return { ...(phone ? { phone } : {}), ...(answers ? { answers } : {}), recordedAt };
}

/** How many of the last characters are read aloud. */
const spoken = 8;

/**
 * A card for somebody without a phone: the number of the home and where it lies, neither name nor door. That it was made is
 * recorded (handbook C8).
 * @throws Problem not-found, op-id-reused
 */
export async function doorCard(
  deps: ScreeningDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: { readonly opId: string; readonly why: string },
) {
  const visit = await visitFor(deps, actor, id);
  const recordedAt = await looked(deps, actor, visit, { opId, did: 'card', why });
  const number = visit.household ?? visit._id;
  const areaNames = deps.areaNames(areaId(visit.area));
  return { qr: `grid-relief:home:${number}`, code: number.slice(-spoken).toUpperCase(), areaNames, recordedAt };
}
