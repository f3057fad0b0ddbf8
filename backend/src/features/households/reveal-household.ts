import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { careRole } from './household.policy';
import type { HouseholdDeps } from './read-households';

/**
 * Opens name, phone and door of one household. The look is stored before anything is answered: when it cannot be
 * stored, nothing is shown.
 * @throws Problem not-found (also for a household elsewhere), op-id-reused
 */
export async function revealHousehold(
  deps: HouseholdDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: { opId: string; why: string },
) {
  const at = deps.now();
  const household = await deps.households.find(actor.county, id);
  const role = household && careRole(actor, household, at);
  if (!household || !role) throw new Problem('not-found');
  const recordedAt = await deps.audit.record({
    id: opId,
    county: actor.county,
    at,
    who: actor.personId,
    role,
    kind: 'household',
    record: id,
    did: 'reveal',
    why,
  });
  const [open] = await deps.households.open(actor.county, [id]);
  if (!open) throw new Problem('not-found');
  const { contactName: name, phone, address } = open;
  return { name, phone, address, recordedAt: recordedAt.toISOString() };
}
