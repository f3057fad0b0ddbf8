import type { FieldCipher } from '../../platform/encryption';
import type { Refusal, WhoRefuses } from './refusal';

type Own = Pick<Refusal, '_id'>;

/** Seals who refuses, where, and what was said, for this record alone. */
export const sealWho = (cipher: FieldCipher, { _id }: Own, { name, phone, place, words }: WhoRefuses): string =>
  cipher.seal(JSON.stringify({ name, phone, place, words }), `${_id}/who`);

/** Nothing once the key was destroyed. */
export function whoIn(cipher: FieldCipher, { _id, detail }: Refusal): WhoRefuses | undefined {
  const text = cipher.open(detail.sealedWho, `${_id}/who`);
  // sealed by `sealWho`, and by nobody else
  return text === undefined ? undefined : (JSON.parse(text) as WhoRefuses);
}

export const sealWitnesses = (cipher: FieldCipher, { _id }: Own, names: readonly string[]): string =>
  cipher.seal(JSON.stringify(names), `${_id}/witnesses`);
