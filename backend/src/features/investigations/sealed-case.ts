import type { FieldCipher } from '../../platform/encryption';
import type { CaseWho, ContactWho, Investigation, KeptContact, PathStay } from './investigation';

type Own = Pick<Investigation, '_id'>;

export const sealCase = (cipher: FieldCipher, { _id }: Own, { name, phone, idNumber, birthYear }: CaseWho): string =>
  cipher.seal(JSON.stringify({ name, phone, idNumber, birthYear }), `${_id}/case`);

/** Nothing once the key was destroyed. */
export function caseIn(cipher: FieldCipher, { _id, detail }: Investigation): CaseWho | undefined {
  const text = cipher.open(detail.who, `${_id}/case`);
  // sealed by `sealCase`, and by nobody else
  return text === undefined ? undefined : (JSON.parse(text) as CaseWho);
}

export const sealPath = (cipher: FieldCipher, { _id }: Own, path: readonly PathStay[]): string =>
  cipher.seal(JSON.stringify(path), `${_id}/path`);

/** Nothing before the interview, and once the key was destroyed. */
export function pathIn(cipher: FieldCipher, { _id, detail }: Investigation): readonly PathStay[] {
  const text = detail.path === undefined ? undefined : cipher.open(detail.path, `${_id}/path`);
  // sealed by `sealPath`, and by nobody else
  return text === undefined ? [] : (JSON.parse(text) as PathStay[]);
}

export const sealContact = (cipher: FieldCipher, { _id }: Own, id: string, who: ContactWho): string =>
  cipher.seal(JSON.stringify(who), `${_id}/contact/${id}`);

/** Nothing once the key was destroyed. */
export function contactIn(cipher: FieldCipher, { _id }: Own, { id, sealed }: KeptContact): ContactWho | undefined {
  const text = cipher.open(sealed, `${_id}/contact/${id}`);
  // sealed by `sealContact`, and by nobody else
  return text === undefined ? undefined : (JSON.parse(text) as ContactWho);
}

/**
 * Keyed hashes by which a second investigation of the same case is noticed; for this use alone, so that they lead to no
 * record of returnees or quarantine.
 */
export function caseKeys(cipher: FieldCipher, { idNumber, phone, name }: CaseWho): string[] {
  return [
    ...(idNumber ? cipher.blindIndexes('case-id', idNumber.toUpperCase()) : []),
    ...(phone ? cipher.blindIndexes('case-phone-name', `${phone}\n${name}`) : []),
  ];
}
