import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const keyBytes = 32;

/** The key that wraps all others. It lives outside the database and its backups (handbook 8). */
export interface MasterKey {
  /** A key for one use, never the master itself: what leaks in one place opens nothing elsewhere. */
  derive(use: string): KeyObject;
}

/**
 * Reads the master key: 32 random bytes in base64 on one line.
 * @throws with one sentence when the file is missing or holds something else; never shows what it holds
 */
export async function readMasterKey(file: string): Promise<MasterKey> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`KEY_FILE names ${file}, which cannot be read.`);
  });
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== keyBytes) throw new Error(`KEY_FILE must hold ${keyBytes} random bytes in base64.`);
  return masterKey(bytes);
}

/** The same from bytes at hand. */
export function masterKey(bytes: Buffer): MasterKey {
  return { derive: (use) => createSecretKey(Buffer.from(hkdfSync('sha256', bytes, 'grid-relief', use, keyBytes))) };
}
