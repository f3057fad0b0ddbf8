import type { mongo } from 'mongoose';
import { headFirst } from './head-first';
import { indexesOf, type PlannedIndex } from './index-plan';
import { trustedFilter } from './trusted-filter';

/** Calls that begin with a filter. */
const filtering: readonly PropertyKey[] = [
  ...['find', 'findOne', 'findOneAndUpdate', 'findOneAndDelete', 'countDocuments'],
  ...['updateOne', 'updateMany', 'deleteOne', 'deleteMany'],
];

/** A filter of our own making for a mongoose model of this collection, said as an index of it serves it (see `headFirst`). */
export const servedFilter = (collection: string, filter: object): object =>
  trustedFilter(headFirst(filter, indexesOf(collection)));

/**
 * The driver's collection, where every filter is said as an index that is planned for it serves it (see `headFirst`).
 * A bulk write keeps its words, and so does what makes a record where there is none: the new record takes its fields from
 * them.
 */
export function servedByIndex<D extends mongo.Document>(collection: mongo.Collection<D>): mongo.Collection<D> {
  const indexes = indexesOf(collection.collectionName);
  return new Proxy(collection, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (name === 'aggregate') return (...given: unknown[]) => member.apply(target, servedPipeline(given, indexes));
      if (!filtering.includes(name)) return member.bind(target);
      return (...given: unknown[]) => member.apply(target, served(given, indexes));
    },
  });
}

function served([filter = {}, ...rest]: readonly unknown[], indexes: readonly PlannedIndex[]): readonly unknown[] {
  const makesNew = rest.some((one) => Object(one).upsert === true);
  return [makesNew ? filter : headFirst(Object(filter), indexes), ...rest];
}

function servedPipeline([stages, ...rest]: readonly unknown[], indexes: readonly PlannedIndex[]): readonly unknown[] {
  const [first, ...others] = Array.isArray(stages) ? stages : [];
  const match = Object(first).$match;
  return match === undefined ? [stages, ...rest] : [[{ $match: headFirst(match, indexes) }, ...others], ...rest];
}
