import { Problem } from '../../../http/problem';
import type { PersonActor } from '../../../lifecycle';
import type { HouseholdEventDeps } from '../household-event.deps';
import { roleFor } from '../household-event.policy';
import { openText } from '../sealed-words';
import { welfareTaskRepository } from './welfare-task.repository';

/**
 * Opens names and the guardian's number to whoever calls or goes there. The look is stored before anything is answered:
 * when it cannot be stored, nothing is shown.
 * @throws Problem not-found (also for one out of sight), op-id-reused
 */
export async function revealWelfare(
  deps: HouseholdEventDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: { readonly opId: string; readonly why: string },
) {
  const at = deps.now();
  const { county, personId: who } = actor;
  const task = await welfareTaskRepository(deps.connection).byId(county, id);
  const role = task && roleFor(task, actor, at);
  if (!task || !role) throw new Problem('not-found');
  const look = { id: opId, county, at, who, role, kind: 'welfareTask', record: id, did: 'reveal', why } as const;
  const recordedAt = await deps.recordLook(look);
  const cipher = await deps.cipherOf(county);
  const people = openText(cipher, id, 'people', task.detail.people);
  if (!people) throw new Problem('not-found');
  const guardian = openText(cipher, id, 'guardian', task.detail.guardian);
  return { people: [...people], ...(guardian ? { guardian } : {}), recordedAt: recordedAt.toISOString() };
}
