import { refreshRecords } from './query';

/** At least this long between two readings for the sake of news. Milliseconds. */
const gapMs = 1_000;

let heard = new Set<string>();
let next: ReturnType<typeof setTimeout> | undefined;
let toldAt = Number.NEGATIVE_INFINITY;

/**
 * A record has changed elsewhere. The first news are read at once; of what follows closely (a busy desk hears of dozens
 * of changes a second) every screen reads once for all, and the last is never left out.
 */
export function hearOf(record: string): void {
  heard.add(record);
  if (next === undefined) next = setTimeout(tell, Math.max(0, toldAt + gapMs - Date.now()));
}

function tell(): void {
  next = undefined;
  toldAt = Date.now();
  const records = heard;
  heard = new Set();
  refreshRecords(records);
}
