import { createHmac } from 'node:crypto';
import type { DataKey } from './data-key.repository';
import { openBytes, sealBytes } from './sealed-text';

/** Seals and opens the fields of one county and purpose. Synchronous: a list of rows costs no waiting. */
export interface FieldCipher {
  /** @param place record and field, e.g. `${id}/name`; the text opens only there */
  seal(plain: string, place: string): string;
  /** undefined: the key was destroyed with its purpose, and nobody can read it any more. */
  open(sealed: string, place: string): string | undefined;
  /** The keyed hash under which a value is stored now. */
  blindIndex(kind: string, value: string): string;
  /** The keyed hashes under which a value may be stored, oldest key first: during a rotation there are two. */
  blindIndexes(kind: string, value: string): string[];
}

/** Makes the cipher of a set of keys. `now` decides which of them is used for new text. */
export function fieldCipher(keys: readonly DataKey[], now: () => Date): FieldCipher {
  const byLabel = new Map(keys.filter(({ use }) => use === 'field').map((key) => [key.label, key]));
  const fieldKeys = latestFirst([...byLabel.values()]);
  const indexKeys = latestFirst(keys.filter(({ use }) => use === 'index'));
  const indexKeysOldestFirst = [...indexKeys].reverse();

  function hash({ key, version }: LivingKey, kind: string, value: string): string {
    return `${version}.${createHmac('sha256', key).update(`${kind}\n${value}`).digest('base64url')}`;
  }

  return {
    seal(plain, place) {
      const { label, key } = newest(fieldKeys, now());
      return `${label}:${sealBytes(key, Buffer.from(plain), place).toString('base64url')}`;
    },
    open(sealed, place) {
      const [label = '', text = ''] = sealed.split(':', 2);
      const found = byLabel.get(label);
      if (!found) throw new Error('A field is sealed with a key that is not known here.');
      return found.key && openBytes(found.key, Buffer.from(text, 'base64url'), place).toString();
    },
    blindIndex: (kind, value) => hash(newest(indexKeys, now()), kind, value),
    blindIndexes: (kind, value) => indexKeysOldestFirst.map((key) => hash(key, kind, value)),
  };
}

type LivingKey = DataKey & Required<Pick<DataKey, 'key'>>;

function isLiving(key: DataKey): key is LivingKey {
  return key.key !== undefined;
}

/** Living keys in the order in which `newest` prefers them: sorted once, because every sealed field asks. */
function latestFirst(keys: readonly DataKey[]): readonly LivingKey[] {
  return keys.filter(isLiving).sort((a, b) => (isLater(a, b) ? -1 : 1));
}

/** The latest living key that every process knows by now. */
function newest(keys: readonly LivingKey[], now: Date): LivingKey {
  const found = keys.find(({ usableFrom }) => usableFrom <= now);
  if (!found) throw new Error('There is no living key; reload.');
  return found;
}

function isLater(a: DataKey, b: DataKey): boolean {
  return a.period === b.period ? a.version > b.version : a.period > b.period;
}
