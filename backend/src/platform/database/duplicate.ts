const duplicateKey = 11000;

/** True when an insert failed because the `_id` was there already. */
export function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === duplicateKey;
}
