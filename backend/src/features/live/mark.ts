import type { AnnouncementRecord } from './announcement.record';
import { announcementLifeMs } from './announcement.record';

/**
 * A place in the flow of announcements, opaque to clients. Machines' clocks differ and writes overtake one another, so a
 * client that comes back is told again what was announced some seconds before its mark; it drops what it has.
 */
export function markAt(at: Date): string {
  return at.getTime().toString(36);
}

export function markOf({ at }: AnnouncementRecord): string {
  return markAt(at);
}

const overlapMs = 10_000;
/** Near their end announcements may be gone already. */
const marginMs = 5 * 60 * 1000;

/** From when to tell again; undefined: too long ago, from before `heardSince`, or not a mark of ours. */
export function replayFrom(mark: string, now: Date, heardSince: Date): Date | undefined {
  const ms = /^[0-9a-z]{1,12}$/.test(mark) ? Number.parseInt(mark, 36) : Number.NaN;
  const oldest = now.getTime() - announcementLifeMs + marginMs;
  if (!(ms - overlapMs >= oldest) || ms < heardSince.getTime() || ms > now.getTime() + marginMs) return undefined;
  return new Date(ms - overlapMs);
}
