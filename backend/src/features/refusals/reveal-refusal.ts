import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import type { RefusalDeps } from './refusal.deps';
import { standingOf } from './refusal.policy';
import { refusalRepository } from './refusal.repository';
import { whoIn } from './sealed-refusal';

/**
 * Opens name, phone and door to whoever goes there; to the police without what was said. The look is stored before
 * anything is answered: when it cannot be stored, nothing is shown.
 * @throws Problem not-found (also for one out of sight), op-id-reused
 */
export async function revealRefusal(
  deps: RefusalDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: { readonly opId: string; readonly why: string },
) {
  const at = deps.now();
  const record = await refusalRepository(deps.connection).byId(actor.county, id);
  const standing = record && standingOf(record, actor, at);
  if (!record || !standing) throw new Problem('not-found');
  const [role, how] = standing;
  const { county, personId: who } = actor;
  const look = { id: opId, county, at, who, role, kind: 'refusal', record: id, did: 'reveal', why };
  const recordedAt = await deps.recordLook(look);
  const opened = whoIn(await deps.cipherOf(county), record);
  if (!opened) throw new Problem('not-found');
  const { name, phone, place, words } = opened;
  return {
    ...(name ? { name } : {}),
    ...(phone ? { phone } : {}),
    ...(place ? { place } : {}),
    ...(words && how === 'NEAR' ? { words } : {}),
    recordedAt: recordedAt.toISOString(),
  };
}
