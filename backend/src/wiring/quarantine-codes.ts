import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import type { CodeRequestDeps } from '../features/code-requests';
import type { CodeClearing } from '../features/episodes';
import type { CodeDesk } from '../features/quarantine';
import { derivedId } from '../platform/ids';

type CodeParts = Pick<Deps, 'connection' | 'now' | 'vault'> & { readonly audit: Pick<Deps['audit'], 'record'> };

/** What requests for codes need of the other features. */
export function codeRequestDeps(
  { connection, now, vault, audit }: CodeParts,
  { areaName }: Pick<AreaBook, 'areaName'>,
  given: Pick<CodeRequestDeps, 'moveLink' | 'hasDied'>,
): CodeRequestDeps {
  const cipherOf = (county: string) => vault.of(county, 'epidemic');
  return { connection, now, areaName, cipherOf, recordLook: audit.record, ...given };
}

const toGreen = { asked: 'CLEAR', wanted: 'GREEN' } as const;

/** A quarantine that ends asks for the code to be cleared: one request for each way in which it can end. */
export function codeClearing(codes: CodeDesk): (asked: CodeClearing) => Promise<void> {
  return ({ episode, ...asked }) =>
    codes.open({ ...asked, id: derivedId(asked.county, episode, 'clear code', asked.because), ...toGreen });
}
