import type { FieldCipher } from '../../../platform/encryption';
import type { SensorAlert } from './sensor-alert';

type Own = Pick<SensorAlert, '_id'>;

/** Words beside a step, sealed for the alert and the operation. */
export const sealNote = (cipher: FieldCipher, { _id }: Own, opId: string, words: string): string =>
  cipher.seal(words, `${_id}/words/${opId}`);

/** Everything that was said beside the steps, by operation; nothing once the key was destroyed. */
export function notesIn(cipher: FieldCipher, { _id, detail }: SensorAlert): ReadonlyMap<string, string> {
  return new Map(
    (detail.notes ?? []).flatMap(({ opId, sealed }) => {
      const words = cipher.open(sealed, `${_id}/words/${opId}`);
      return words === undefined ? [] : [[opId, words] as const];
    }),
  );
}
