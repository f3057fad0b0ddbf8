import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import type { RefusalDeps } from '../features/refusals';

type RefusalParts = Pick<Deps, 'connection' | 'now' | 'vault'> & { readonly audit: Pick<Deps['audit'], 'record'> };

/** What refusals need of the other features. */
export function refusalDeps(
  { connection, now, vault, audit }: RefusalParts,
  { areaName }: Pick<AreaBook, 'areaName'>,
  given: Pick<RefusalDeps, 'moveLink' | 'hasDied' | 'namesOf'>,
): RefusalDeps {
  const cipherOf = (county: string) => vault.of(county, 'epidemic');
  return { connection, now, areaName, cipherOf, recordLook: audit.record, ...given };
}
