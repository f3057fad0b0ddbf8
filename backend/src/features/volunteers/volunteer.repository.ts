import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Team } from '@grid-relief/shared-types/roles';
import type { HoldCause } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import mongoose, { type Connection } from 'mongoose';
import type { OutboxEntry } from '../../outbox';
import { addMissing, servedFilter, withIds } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { Duty, VolunteerRecord } from './volunteer';
import { volunteerModel } from './volunteer.model';

/** Who may be asked: near a place, or of certain teams anywhere in the county. */
export interface NearQuery {
  readonly county: string;
  /** Works in, or in a place below, one of these areas. */
  readonly within: readonly AreaId[];
  /** Only these teams; absent: every team. */
  readonly teams?: readonly Team[];
  readonly limit: number;
}

export interface OnDutyQuery {
  readonly county: string;
  readonly areas: readonly AreaId[];
  readonly after?: string;
  readonly limit: number;
  readonly now: Date;
}

/** A change of duty, with the operation it came from. */
export interface DutyChange {
  readonly duty: Duty & { readonly opId: string; readonly inputHash: string };
  /** The duty ends on hold, unless the person is on one already. */
  readonly hold?: NewHold;
}

/** A hold that begins. */
export interface NewHold {
  readonly at: Date;
  readonly cause: HoldCause;
  /** Of a fever, tenths of a degree. */
  readonly temperatureTenths?: number;
  /** Sealed. */
  readonly words?: string;
  /** Who must hear of it. */
  readonly entries: readonly OutboxEntry[];
}

/** Changes of duty kept for repeats: weeks of them, where an offline phone brings one back after days at most. */
const dutyOpsKept = 100;

function heldSince({ at, cause, words, temperatureTenths }: NewHold) {
  return {
    ...{ healthHold: true, sickAt: at, sickCause: cause },
    ...(words ? { sickWords: words } : {}),
    ...(temperatureTenths === undefined ? {} : { sickTenths: temperatureTenths }),
  };
}

/** Reads and writes of volunteers; their seats are in `seats.ts`, the ends of holds in `health-hold.repository.ts`. */
export function volunteerRepository(connection: Connection) {
  const model = volunteerModel(connection);
  const served = (filter: object) => servedFilter(model.collection.collectionName, filter);
  return {
    byId: (county: string, person: string): Promise<VolunteerRecord | null> =>
      model.findOne({ _id: person, county }).lean<VolunteerRecord>().exec(),

    /** The teams of people who are volunteers. */
    async teamsOf(county: string, people: readonly string[]): Promise<ReadonlyMap<string, VolunteerRecord['team']>> {
      const found = await model
        .find(trustedFilter(withIds(county, people)))
        .select('team')
        .lean<Pick<VolunteerRecord, '_id' | 'team'>[]>()
        .exec();
      return new Map(found.map(({ _id, team }) => [_id, team]));
    },

    /** Only those on duty by their word; whether the duty has ended by now is the caller's filter. */
    near({ county, within, teams, limit }: NearQuery): Promise<VolunteerRecord[]> {
      return model
        .find(
          served({
            ...{ county, scope: { $in: [...within] }, 'duty.on': true },
            ...(teams ? { team: { $in: [...teams] } } : {}),
          }),
        )
        .limit(limit)
        .lean<VolunteerRecord[]>()
        .exec();
    },

    onDuty({ county, areas, after, limit, now }: OnDutyQuery): Promise<VolunteerRecord[]> {
      return model
        .find(
          served({
            ...{ county, scope: { $in: [...areas] }, 'duty.on': true, 'duty.until': { $gt: now } },
            ...(after ? { _id: { $gt: after } } : {}),
          }),
        )
        .sort({ _id: 1 })
        .limit(limit)
        .lean<VolunteerRecord[]>()
        .exec();
    },

    /**
     * Changes the duty unless this very operation has done so already, and while the person is on hold or not as it was
     * seen. null: one of both is not so, or there is nobody.
     */
    async changeDuty(
      county: string,
      person: string,
      { duty, hold }: DutyChange,
      { healthHold, sickAt }: Pick<VolunteerRecord, 'healthHold' | 'sickAt'>,
    ) {
      return model
        .findOneAndUpdate(
          {
            ...{ _id: person, county, healthHold, sickAt: sickAt ?? mongoose.trusted({ $exists: false }) },
            'dutyOps.opId': mongoose.trusted({ $ne: duty.opId }),
          },
          {
            $set: { duty, ...(hold ? heldSince(hold) : {}) },
            $push: {
              dutyOps: { $each: [{ opId: duty.opId, inputHash: duty.inputHash }], $slice: -dutyOpsKept },
              ...(hold ? { outbox: { $each: [...hold.entries] } } : {}),
            },
            ...(hold ? { $min: { 'relay.due': hold.at } } : {}),
          },
          { returnDocument: 'after' },
        )
        .lean<VolunteerRecord>()
        .exec();
    },

    /** Stores volunteers; one that is there already stays as it is. */
    addMany: (volunteers: readonly VolunteerRecord[]): Promise<void> => addMissing(model, volunteers),
  };
}
export type VolunteerRepository = ReturnType<typeof volunteerRepository>;
