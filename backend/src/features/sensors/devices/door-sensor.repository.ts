import type { Connection } from 'mongoose';
import { recordModel } from '../../../acting';
import { recordsIn } from '../../../lifecycle';
import { withIds } from '../../../platform/database';
import { type DoorSensor, doorSensorCollection, doorSensorKind as kind, type Signs } from './door-sensor';

/** A list leaves nobody out: 1,500 hang at doors (handbook 7), and as many may be in stock. */
const listedAtMost = 10_000;
const ofHome = 50;

/** As much of a sensor as hearing it needs: nothing of its past. */
const heardFields = { history: 0, outbox: 0, parked: 0, relay: 0, needs: 0, assignment: 0 } as const;
export type HeardSensor = Omit<DoorSensor, 'history' | 'outbox' | 'parked' | 'relay' | 'needs' | 'assignment'>;
const listedFields = { history: 0, outbox: 0, parked: 0, relay: 0 } as const;
export type ListedSensor = Omit<DoorSensor, 'outbox' | 'parked' | 'relay' | 'history'>;

/** What one message says about a sensor's life. */
export interface SignsOfLife {
  readonly county: string;
  readonly id: string;
  readonly generation: number;
  readonly signs: Signs;
  /** The end of the half hour after which it counts as silent. */
  readonly silentAt: Date;
}

/** Reads of sensors, and their signs of life; everything else is an act of `doorSensors`. */
export function doorSensorRepository(connection: Connection) {
  const records = recordsIn<DoorSensor>(recordModel(connection, doorSensorCollection).collection);
  const listed = (filter: object, limit: number): Promise<ListedSensor[]> =>
    records
      .find({ ...filter, kind })
      .project<ListedSensor>(listedFields)
      .limit(limit)
      .toArray();
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    hear: (county: string, id: string): Promise<HeardSensor | null> =>
      records.findOne<HeardSensor>({ _id: id, county, kind }, { projection: heardFields }),
    in: (county: string, areas: readonly string[], states: readonly string[]): Promise<ListedSensor[]> =>
      listed({ county, scope: { $in: [...areas] }, state: { $in: [...states] } }, listedAtMost),
    ofHouseholds: (county: string, households: readonly string[]): Promise<ListedSensor[]> =>
      households.length === 0 ? Promise.resolve([]) : listed({ county, household: { $in: [...households] } }, ofHome),
    /** Whether the doors of these sensors stand open; those that were never heard are left out. */
    async doors(county: string, ids: readonly string[]): Promise<ReadonlyMap<string, 'OPEN' | 'CLOSED'>> {
      if (ids.length === 0) return new Map();
      const found = await records
        .find({ ...withIds(county, ids), kind })
        .project<{ _id: string; detail: Pick<DoorSensor['detail'], 'signs'> }>({ 'detail.signs.door': 1 })
        .toArray();
      return new Map(found.flatMap(({ _id, detail }) => (detail.signs?.door ? [[_id, detail.signs.door]] : [])));
    },
    /** Online ones of which nothing was heard for half an hour. */
    dueToSilence: (county: string, now: Date): Promise<ListedSensor[]> =>
      listed({ county, scope: county, state: 'ONLINE', dueAt: { $lte: now } }, listedAtMost),
    silentSince: (county: string, since: Date): Promise<ListedSensor[]> =>
      listed({ county, scope: county, state: 'OFFLINE', 'detail.silentSince': { $gte: since } }, listedAtMost),
    countSilent: (county: string, area: string, group: string): Promise<number> =>
      records.countDocuments({ county, scope: area, kind, state: 'OFFLINE', 'detail.group': group }),
    /**
     * One conditional write for a whole message: only what counts higher than before is news.
     * @returns false when it was heard before, or the key is another one by now
     */
    async alive({ county, id, generation, signs, silentAt }: SignsOfLife): Promise<boolean> {
      const set = Object.fromEntries(Object.entries(signs).map(([field, value]) => [`detail.signs.${field}`, value]));
      const { matchedCount } = await records.updateOne(
        {
          ...{ _id: id, county, kind, 'detail.key.generation': generation },
          'detail.signs.seq': { $not: { $gte: signs.seq } },
        },
        { $set: { ...set, dueAt: silentAt } } as object, // the driver's type knows no paths into the detail
      );
      return matchedCount === 1;
    },
    /**
     * Stores a key while the one that was read is the one there is. It is no act: nothing about the sensor is decided by it.
     * @returns false when somebody else was faster or it has been put up meanwhile
     */
    async setKey({ county, _id, state, detail }: DoorSensor, key: NonNullable<DoorSensor['detail']['key']>) {
      const before = detail.key ? { 'detail.key.opId': detail.key.opId } : { 'detail.key': { $exists: false } };
      const change = { $set: { 'detail.key': key }, $unset: { 'detail.signs': 1 } };
      const { matchedCount } = await records.updateOne(
        { _id, county, kind, state, ...before },
        change as object, // the driver's type knows no paths into the detail
      );
      return matchedCount === 1;
    },
  };
}
