import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { Holding, Lying } from './holding';

type Placed = Lying & { readonly county: string };

/** Documents without a lifecycle that have one place: homes, volunteers, vehicles. */
export function placeHolding(connection: Connection, collection: string, withScope = true): Holding<Placed> {
  const rows = () => recordsIn<Placed>(connection.collection(collection));
  return {
    name: collection,
    find({ county, roots, ending, after, limit }) {
      const where = withScope ? { scope: { $in: [...roots] } } : { area: { $in: [...ending] } };
      return rows()
        .find({ county, ...where, _id: { $gt: after } } as object)
        .project<Placed>({ county: 1, area: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
    },
    async move({ _id, county, area }, to) {
      const place = { area: to, ...(withScope ? { scope: scopeOf(to) } : {}) };
      const { matchedCount } = await rows().updateOne({ _id, county, area } as object, { $set: place } as object);
      return matchedCount === 1;
    },
  };
}

/** Announced door times of a whole area: of an area that is split they hold in all that come in its place. */
export function windowHolding(connection: Connection): Holding<Placed> {
  const windows = placeHolding(connection, 'doorWindows', false);
  return {
    ...windows,
    async move(one, to, because) {
      const rows = recordsIn<Placed & { readonly household?: string }>(connection.collection('doorWindows'));
      const stored = await rows.findOne({ _id: one._id, county: one.county } as object);
      const [, ...others] = because.passage.heirs.get(one.area) ?? [];
      if (stored && stored.household === undefined) {
        for (const area of others) {
          const _id = derivedId(one.county, one._id, area);
          await rows.updateOne({ _id } as object, { $setOnInsert: { ...stored, _id, area } } as object, {
            upsert: true,
          });
        }
      }
      return windows.move(one, to, because);
    },
  };
}

interface Serving extends Lying {
  readonly county: string;
  readonly serves: readonly string[];
}

/** Shops go on serving those whom they served. */
export function servingHolding(connection: Connection): Holding<Serving> {
  const rows = () => recordsIn<Serving>(connection.collection('shops'));
  const missing = (serves: readonly string[], heirs: ReadonlyMap<string, readonly AreaId[]>) =>
    serves.flatMap((one) => heirs.get(one) ?? []).filter((one) => !serves.includes(one));
  return {
    name: 'serves',
    find: ({ county, ending, after, limit }) =>
      rows()
        .find({ county, serves: { $in: [...ending] }, _id: { $gt: after } } as object)
        .project<Serving>({ county: 1, area: 1, serves: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    async move({ _id, county, serves }, _to, { passage }) {
      const more = missing(serves, passage.heirs);
      if (more.length === 0) return false;
      await rows().updateOne({ _id, county } as object, { $addToSet: { serves: { $each: more } } } as object);
      return true;
    },
  };
}
