import type { Secured } from '@grid-relief/shared-types/household-events/household-event.schema';
import type { Guardian, LeftBehind, Settlement } from '@grid-relief/shared-types/household-events/welfare-task.schema';
import type { FieldCipher } from '../../platform/encryption';

/** What is sealed, by the use it is sealed for: what is opened for another one, or for another record, does not open. */
interface SealedTexts {
  readonly words: string;
  readonly people: readonly LeftBehind[];
  readonly secured: Secured;
  readonly guardian: Guardian;
  readonly settlement: Settlement;
}

/** Seals a text for one record and one use. */
export function sealText<U extends keyof SealedTexts>(
  cipher: FieldCipher,
  record: string,
  use: U,
  text: SealedTexts[U],
): string {
  return cipher.seal(JSON.stringify(text), `${record}/${use}`);
}

/** Opens it again; undefined where there is none, or once the key was destroyed. */
export function openText<U extends keyof SealedTexts>(
  cipher: FieldCipher,
  record: string,
  use: U,
  sealed: string | undefined,
): SealedTexts[U] | undefined {
  const text = sealed === undefined ? undefined : cipher.open(sealed, `${record}/${use}`);
  // sealed by `sealText`, and by nobody else
  return text === undefined ? undefined : (JSON.parse(text) as SealedTexts[U]);
}
