import { refreshAll, refreshRecords } from './query';

/** At least this long between two readings for the sake of news. Milliseconds. */
const gapMs = 1_000;

let heard = new Set<string>();
let isWide = false;
let next: ReturnType<typeof setTimeout> | undefined;
let toldAt = Number.NEGATIVE_INFINITY;

/**
 * A record has changed elsewhere. The first news are read at once; of what follows closely (a busy desk hears of dozens
 * of changes a second) every screen reads once for all, and the last is never left out.
 * @param changesOthers by it records are shown otherwise that are not named with it: everything on screen is read
 */
export function hearOf(record: string, changesOthers = false): void {
  heard.add(record);
  isWide ||= changesOthers;
  if (next === undefined) next = setTimeout(tell, Math.max(0, toldAt + gapMs - Date.now()));
}

function tell(): void {
  next = undefined;
  toldAt = Date.now();
  const [records, all] = [heard, isWide];
  heard = new Set();
  isWide = false;
  if (all) refreshAll();
  else refreshRecords(records);
}
