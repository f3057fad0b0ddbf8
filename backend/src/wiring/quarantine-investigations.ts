import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import type { InvestigationDeps } from '../features/investigations';
import type { ContactDesk } from '../features/quarantine';

type CaseParts = Pick<Deps, 'connection' | 'now' | 'vault'> & { readonly audit: Pick<Deps['audit'], 'record'> };

/** What investigations need of the other features. */
export function investigationDeps(
  { connection, now, vault, audit }: CaseParts,
  { areaName, has: knowsArea }: Pick<AreaBook, 'areaName' | 'has'>,
  contacts: ContactDesk,
): InvestigationDeps {
  const cipherOf = (county: string) => vault.of(county, 'epidemic');
  return { connection, now, areaName, knowsArea, contacts, cipherOf, recordLook: audit.record };
}
