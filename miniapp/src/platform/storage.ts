import Taro from '@tarojs/taro';

/** Turns what was read from the device into a value, or undefined if it is not one (old version, damaged). */
export type Parse<T> = (stored: unknown) => T | undefined;

/** Reads one record. Storage is an edge: the reader says what it accepts, and a damaged record reads as absent. */
export function readStored<T>(key: string, parse: Parse<T>): T | undefined {
  try {
    const text: unknown = Taro.getStorageSync(key);
    return typeof text === 'string' && text !== '' ? parse(JSON.parse(text)) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes one record under its own key. False when the device refused (full, private mode): the caller must say so. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forgets one record. */
export function removeStored(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // nothing stored, nothing to forget
  }
}

/** All keys that begin with the prefix, in no order. */
export function storedKeys(prefix: string): string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
