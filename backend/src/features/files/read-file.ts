import { createSecretKey } from 'node:crypto';
import type { FileId } from '@grid-relief/shared-types/primitives/ids';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { type FieldVault, openBytes } from '../../platform/encryption';
import type { FileFacts, FileRepository } from './file.repository';
import { isLookKept } from './readers.rules';
import { keyPlace } from './upload-file';

export interface ReadDeps {
  readonly files: FileRepository;
  readonly vault: FieldVault;
  /** Whether the records that show this file entitle this person: its household, its holder, its grid. */
  readonly mayRead: (file: FileFacts, actor: PersonActor) => Promise<boolean>;
  /** Records who opened a file that is nobody else's to see, before it is sent (handbook 8). */
  readonly recordLook: (file: FileFacts, actor: PersonActor) => Promise<void>;
}

/**
 * The bytes of a file.
 * @throws Problem not-found, also for those not entitled and after its key was destroyed
 */
export async function readFile(deps: ReadDeps, actor: PersonActor, id: FileId) {
  const facts = await deps.files.facts(id);
  if (!facts || facts.county !== actor.county) throw new Problem('not-found');
  if (facts.by !== actor.personId && !(await deps.mayRead(facts, actor))) throw new Problem('not-found');
  const file = await deps.files.whole(id);
  const cipher = await deps.vault.of(facts.county, 'epidemic');
  const key = file && cipher.open(file.sealedKey, keyPlace(id));
  if (!file || key === undefined || key === null) throw new Problem('not-found');
  if (isLookKept(facts.purpose)) await deps.recordLook(facts, actor);
  const bytes = openBytes(createSecretKey(Buffer.from(key, 'base64')), file.content, id);
  return { contentType: file.contentType, bytes };
}
