import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import type { EpisodeDeps } from './episode.deps';
import { roleIn } from './episode.policy';
import { episodeRepository } from './episode.repository';
import { openWho } from './read-episodes';

/**
 * Opens name and phone of somebody in quarantine. The look is stored before anything is answered: when it cannot be
 * stored, nothing is shown.
 * @throws Problem not-found (also for somebody elsewhere), op-id-reused
 */
export async function revealEpisode(
  deps: EpisodeDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: { readonly opId: string; readonly why: string },
) {
  const at = deps.now();
  const record = await episodeRepository(deps.connection).byId(actor.county, id);
  const [role, part] = (record && roleIn(record, actor, at)) ?? [];
  // a laboratory works with numbers
  if (!record || !role || part === 'LAB') throw new Problem('not-found');
  const recordedAt = await deps.recordLook({ opId, actor, role, episode: id, why, at });
  const who = await openWho(deps, record);
  if (!who) throw new Problem('not-found');
  return { name: who.name, ...(who.phone ? { phone: who.phone } : {}), recordedAt: recordedAt.toISOString() };
}
