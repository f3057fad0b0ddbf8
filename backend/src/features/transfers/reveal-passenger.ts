import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { whoIn } from './sealed-words';
import type { TransferDeps } from './transfer.deps';
import { lookingRole } from './transfer.policy';
import { transferRepository } from './transfer.repository';

/**
 * Opens name and phone to whoever fetches, plans or receives. The look is stored before anything is answered: when it
 * cannot be stored, nothing is shown.
 * @throws Problem not-found (also for somebody elsewhere), op-id-reused
 */
export async function revealPassenger(
  deps: TransferDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: { readonly opId: string; readonly why: string },
) {
  const at = deps.now();
  const record = await transferRepository(deps.connection).passenger(actor.county, id);
  const role = record && lookingRole(record, actor, at);
  if (!record || !role) throw new Problem('not-found');
  const { county, personId: who } = actor;
  const look = { id: opId, county, at, who, role, kind: 'passenger', record: id, did: 'reveal', why };
  const recordedAt = await deps.recordLook(look);
  const opened = whoIn(await deps.cipherOf(county), record);
  if (!opened) throw new Problem('not-found');
  return { ...opened, recordedAt: recordedAt.toISOString() };
}
