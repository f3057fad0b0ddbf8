import type { Endpoint, ResponseOf } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';
import { readStored, removeStored, storedKeys, writeStored } from '@/platform';

const prefix = 'kept:';
const hourMs = 3_600_000;
/** The device holds about 10 MB in all; what is older than this goes when the program starts. */
const longestHours = 48;

const Kept = z.object({ at: z.number(), value: z.unknown() });

/** Keeps an answer on the device under its query. A refusal of the device only means that nothing is kept. */
export function keepAnswer(key: readonly unknown[], value: unknown): void {
  writeStored(prefix + JSON.stringify(key), { at: Date.now(), value });
}

/** The kept answer, if it is young enough and still reads as what the endpoint answers. */
export function keptAnswer<E extends Endpoint>(
  endpoint: E,
  key: readonly unknown[],
  hours: number | undefined,
): { readonly at: number; readonly value: ResponseOf<E> } | undefined {
  if (hours === undefined) return undefined;
  const kept = readStored(prefix + JSON.stringify(key), (stored) => z.safeParse(Kept, stored).data);
  if (kept === undefined) return undefined;
  if (Math.abs(Date.now() - kept.at) > hours * hourMs) {
    // what is too old to be shown does not lie on the device either
    removeStored(prefix + JSON.stringify(key));
    return undefined;
  }
  const read = z.safeParse(endpoint.response, kept.value);
  // the schema of this very endpoint has read it
  return read.success ? { at: kept.at, value: read.data as ResponseOf<E> } : undefined;
}

/** Forgets answers nobody has asked for in two days. */
export function forgetOldAnswers(): void {
  for (const key of storedKeys(prefix)) {
    const kept = readStored(key, (stored) => z.safeParse(Kept, stored).data);
    if (kept === undefined || Math.abs(Date.now() - kept.at) > longestHours * hourMs) removeStored(key);
  }
}
