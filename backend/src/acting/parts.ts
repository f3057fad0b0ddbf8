import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord, type NativeCollection, recordsIn, type Tracked } from '../lifecycle';
import { addMissing } from '../platform/database';
import { derivedId } from '../platform/ids';

/** One part of what follows from a record, where all of it is too much for one delivery. It ends with its outbox. */
export interface Part<Work> {
  readonly _id: string;
  readonly county: string;
  readonly about: string;
  readonly detail: Work;
}

type Whole = Pick<Tracked, '_id' | 'county' | 'area'>;

/**
 * The parts of long pieces of work, kept beside the records they follow from.
 * @param entry the kind of outbox entry by which the relay delivers a part
 */
export function partsIn<Work>(collection: NativeCollection, kind: string, entry: string) {
  const parts = recordsIn<Part<Work> & { readonly kind: string }>(collection);
  return {
    byId: (county: string, id: string) => parts.findOne({ _id: id, county, kind } as object),

    /** @param named by what it is told apart: the same names make the same part, so that asking again adds nothing */
    async add({ _id: about, county, area }: Whole, named: readonly string[], detail: Work, now: Date): Promise<void> {
      const id = derivedId(county, about, ...named);
      // a stored area
      const beginning = { _id: id, county, kind, state: 'OPEN', area, scope: scopeOf(area as AreaId) };
      await addMissing(parts, [
        { ...beginRecord(beginning, [{ kind: entry }], now), createdAt: now, about, detail },
      ] as never);
    },

    /** Whether a part of this record still waits. */
    async isWaiting({ _id: about, county }: Pick<Whole, '_id' | 'county'>): Promise<boolean> {
      const filter = { county, about, kind, 'relay.due': { $exists: true } };
      return (await parts.findOne(filter as object)) !== null;
    },
  };
}
