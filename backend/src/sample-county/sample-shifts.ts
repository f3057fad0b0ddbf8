import type { Connection } from 'mongoose';
import { beginShift } from '../features/volunteers';
import type { Clock } from '../platform/clock';
import { addMissing } from '../platform/database';
import { rostersIn, type SampleRoster, shiftAt } from './rosters';

/** Where the demonstration keeps who works when; a server without sample people has none. */
const collection = 'demo_rosters';

/** A sample volunteer's roster, by the id of the account. */
export interface RosterRow {
  readonly _id: string;
  readonly county: string;
  readonly roster: SampleRoster;
}

const rowsOf = (connection: Connection) => connection.collection<RosterRow>(collection);

/** Stores who works when; what is there already stays as it is. */
export const storeRosters = (connection: Connection, rows: readonly RosterRow[]): Promise<void> =>
  addMissing(rowsOf(connection), rows);

/**
 * Puts the sample volunteers of the running shift on duty until it ends: in the demonstration they have no phones by
 * which they would say so. Who is on duty by their own word, or on hold, stays as they are; who went off duty comes
 * again with the next shift, or with the next start.
 */
export async function beginSampleShift(connection: Connection, county: string, at: Date): Promise<void> {
  const shift = shiftAt(at);
  const rows = await rowsOf(connection)
    .find({ county, roster: { $in: rostersIn(shift) } })
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  await beginShift(
    connection,
    county,
    rows.map(({ _id }) => _id),
    { from: shift.from, to: shift.to, at },
  );
}

/** A change of shift is noticed this often. Milliseconds. */
const lookMs = 1_000;

export interface SampleShifts {
  /** Does so now, and from then on at every change of shift. */
  start(): Promise<void>;
  /** The same for an instant that the clock is about to show: nobody should look for somebody before it is done. */
  beginAt(at: Date): Promise<void>;
  stop(): Promise<void>;
}

/** Keeps the sample volunteers of the demonstration on their shifts, whatever its clock shows. */
export function sampleShifts(deps: {
  readonly connection: Connection;
  readonly county: string;
  readonly now: Clock;
  readonly onError: (error: unknown) => void;
}): SampleShifts {
  const { connection, county, now, onError } = deps;
  let begun: number | undefined;
  let running: Promise<void> = Promise.resolve();
  let looking: NodeJS.Timeout | undefined;
  const beginAt = (at: Date): Promise<void> => {
    const from = shiftAt(at).from.getTime();
    if (from === begun) return running;
    begun = from;
    running = beginSampleShift(connection, county, at).catch((error: unknown) => {
      // the next look tries again
      begun = undefined;
      onError(error);
    });
    return running;
  };
  return {
    beginAt,
    async start() {
      await beginAt(now());
      looking = setInterval(() => void beginAt(now()), lookMs).unref();
    },
    async stop() {
      clearInterval(looking);
      await running;
    },
  };
}
