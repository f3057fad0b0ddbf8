import type { FieldCipher } from '../../platform/encryption';
import type { CodeRequest } from './code-request';

type Own = Pick<CodeRequest, '_id'>;

/** Seals the name for this request alone. */
export const sealName = (cipher: FieldCipher, { _id }: Own, name: string): string => cipher.seal(name, `${_id}/name`);

/** Nothing once the key was destroyed. */
export function nameIn(cipher: FieldCipher, { _id, detail }: CodeRequest): string | undefined {
  return detail.sealedName === undefined ? undefined : cipher.open(detail.sealedName, `${_id}/name`);
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
