import { Problem } from '../../http/problem';
import { holdsRole, type PersonActor } from '../../lifecycle';
import type { CodeRequestDeps } from './code-request.deps';
import { sender } from './code-request.policy';
import { codeRequestRepository } from './code-request.repository';
import { whoIn } from './sealed-words';

/**
 * Opens name and identity number to whoever takes the request to the province. The look is stored before anything is
 * answered: when it cannot be stored, nothing is shown.
 * @throws Problem not-found (also for a request elsewhere), op-id-reused
 */
export async function revealRequest(
  deps: CodeRequestDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: { readonly opId: string; readonly why: string },
) {
  const at = deps.now();
  const record = await codeRequestRepository(deps.connection).byId(actor.county, id);
  if (!record || !holdsRole(actor, sender, record.scope, at)) throw new Problem('not-found');
  const { county, personId: who } = actor;
  const look = { id: opId, county, at, who, role: sender, kind: 'code-request', record: id, did: 'reveal', why };
  const recordedAt = await deps.recordLook(look);
  const opened = whoIn(await deps.cipherOf(county), record);
  if (opened?.name === undefined) throw new Problem('not-found');
  const { name, idNumber } = opened;
  return { name, ...(idNumber ? { idNumber } : {}), recordedAt: recordedAt.toISOString() };
}
