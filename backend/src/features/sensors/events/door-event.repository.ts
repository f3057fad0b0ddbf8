import type { Connection } from 'mongoose';
import { systemClock } from '../../../platform/clock';
import { isDuplicate } from '../../../platform/database';
import { trustedFilter } from '../../../platform/database/trusted-filter';
import { doorEventModel } from './door-event.model';
import type { DoorEvent } from './door-event.record';
import { purgeAfter } from './retention.rules';

/** Keeps an event. @returns the one that is kept, and whether it was there before */
export async function keepEvent(
  connection: Connection,
  event: DoorEvent,
): Promise<{ readonly event: DoorEvent; readonly repeated: boolean }> {
  const events = doorEventModel(connection);
  try {
    await events.create(event);
    return { event, repeated: false };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const { _id, county } = event;
  const kept = await events.findOne({ _id, county }).lean<DoorEvent>();
  return { event: kept ?? event, repeated: true };
}

const ofDoor: readonly DoorEvent['kind'][] = ['OPENED', 'CLOSED'];

/** When the door was last opened or closed, as far as it was heard. */
export async function lastMoved(connection: Connection, county: string, household: string): Promise<Date | undefined> {
  const filter = trustedFilter({ county, household, kind: { $in: [...ofDoor] } });
  const last = await doorEventModel(connection).findOne(filter).sort({ at: -1 }).lean<DoorEvent>();
  return last?.at;
}

/** The quarantine behind a door is over: what the door did goes thirty days later. Repeatable. */
export async function endEvents(connection: Connection, county: string, household: string, at: Date): Promise<void> {
  const filter = trustedFilter({ county, household, purgeAt: { $exists: false } });
  await doorEventModel(connection).updateMany(filter, { $set: { purgeAt: purgeAfter(at, at, systemClock()) } });
}
