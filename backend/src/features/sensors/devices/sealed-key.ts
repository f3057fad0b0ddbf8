import { randomBytes } from 'node:crypto';
import type { FieldCipher } from '../../../platform/encryption';
import type { DoorSensor, SensorKey } from './door-sensor';

const keyBytes = 32;

const placeOf = (id: string, generation: number) => `${id}/sensor-key/${generation}`;

/** A new key of a sensor, sealed for it alone; voids the one before. */
export function newKey(cipher: FieldCipher, { _id, detail }: Pick<DoorSensor, '_id' | 'detail'>, opId: string) {
  const key = randomBytes(keyBytes).toString('hex');
  const generation = (detail.key?.generation ?? 0) + 1;
  const stored: SensorKey = { sealed: cipher.seal(key, placeOf(_id, generation)), opId, generation };
  return { key, stored };
}

/** Nothing once the key of the purpose was destroyed: from then on no sensor of the county is believed. */
export function openKey(cipher: FieldCipher, id: string, { sealed, generation }: SensorKey): string | undefined {
  return cipher.open(sealed, placeOf(id, generation));
}
