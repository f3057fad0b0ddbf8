import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;
/** Nonces drawn from the system at once: a call for 12 bytes costs about as much as the encryption itself. */
const noncesAtOnce = 256;

let nonces = Buffer.alloc(0);
let noncesUsed = 0;

/** Random and never handed out twice: the batch is replaced, not refilled, when it is used up. */
function nonce(): Buffer {
  if (noncesUsed === nonces.length) {
    nonces = randomBytes(noncesAtOnce * ivBytes);
    noncesUsed = 0;
  }
  noncesUsed += ivBytes;
  return nonces.subarray(noncesUsed - ivBytes, noncesUsed);
}

/**
 * AES-256-GCM with a random nonce.
 * @param place what the text belongs to (record and field): moved elsewhere it does not open
 */
export function sealBytes(key: KeyObject, plain: Buffer, place: string): Buffer {
  const iv = nonce();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws when the bytes were changed, moved, or sealed with another key */
export function openBytes(key: KeyObject, sealed: Buffer, place: string): Buffer {
  const end = sealed.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes, end)), decipher.final()]);
}
