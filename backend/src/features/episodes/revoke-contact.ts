import { contactClasses } from '@grid-relief/shared-types/investigations/investigation.schema';
import type { RevokeContact } from '../quarantine';
import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';
import { episodes } from './episodes';

const asContact: readonly string[] = [...contactClasses, 'CLOSE_CONTACT_SPECIAL'];

/** Frees whoever is in quarantine as a contact and as nothing else, when the case behind it is none (handbook 2.3). */
export function revokeContact(deps: EpisodeDeps): RevokeContact {
  return async ({ county, traveller, because }) => {
    const running = await episodeRepository(deps.connection).openAbout(county, traveller);
    for (const episode of running.filter(({ detail }) => asContact.includes(detail.category))) {
      await episodes(deps).follow(episode, 'revoke', { reason: 'CASE_EXCLUDED', because });
    }
  };
}
