import type { WantedCode } from '@grid-relief/shared-types/quarantine/code-request.schema';
import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { FieldCipher } from '../../platform/encryption';
import type { CodeRequest } from './code-request';

type Own = Pick<CodeRequest, '_id'>;

/** Whose code it is, which, and on what ground: health data, so all of it is sealed. */
export interface WhoseCode {
  readonly name?: string;
  readonly idNumber?: string;
  readonly wanted: WantedCode;
  readonly category: QuarantineCategory;
}

/** Seals whose code it is for this request alone. */
export const sealWho = (cipher: FieldCipher, { _id }: Own, who: WhoseCode): string =>
  cipher.seal(JSON.stringify(who), `${_id}/who`);

/** Nothing once the key was destroyed. */
export function whoIn(cipher: FieldCipher, { _id, detail }: CodeRequest): WhoseCode | undefined {
  const text = cipher.open(detail.sealedWho, `${_id}/who`);
  // sealed by `sealWho`, and by nobody else
  return text === undefined ? undefined : (JSON.parse(text) as WhoseCode);
}

/** Words beside a step, sealed for the request and the operation. */
export const sealWords = (cipher: FieldCipher, { _id }: Own, opId: string, words: string): string =>
  cipher.seal(words, `${_id}/words/${opId}`);

/** Everything that was said beside the steps, by operation; nothing once the key was destroyed. */
export function wordsIn(cipher: FieldCipher, { _id, detail }: CodeRequest): ReadonlyMap<string, string> {
  return new Map(
    (detail.notes ?? []).flatMap(({ opId, sealed }) => {
      const words = cipher.open(sealed, `${_id}/words/${opId}`);
      return words === undefined ? [] : [[opId, words] as const];
    }),
  );
}
