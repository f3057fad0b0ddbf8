import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import type { Site } from './site';

/** A room has changed: its site counts, and the quarantine of whoever lives in it hears. Read afresh each time. */
export const roomMoved: NewEntry = { kind: 'roomMoved' };

/** A site has changed: the rooms it names are there, and it counts. */
export const siteMoved: NewEntry = { kind: 'siteMoved' };

/** The county's board and the desk that sends vehicles hear, once, that a site is short of rooms. */
export function tellShort({ area, detail }: Pick<Site, 'area' | 'detail'>): NewEntry {
  const to = (['COUNTY_DISPATCHER', 'TRANSFER_DESK'] as const).map((role) => ({ role, area }));
  return notice(to, 'SITE_LOW', { point: detail.name }, { urgent: true });
}

/** The grid of somebody who stood at the door of a site hears that they are in a room of it. */
export function tellWalkedIn(area: string): NewEntry {
  return notice({ gridOf: area }, 'WALKED_IN', {}, { urgent: true });
}
