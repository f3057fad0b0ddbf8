import type { PlannedIndex } from './index-plan';

type Filter = Readonly<Record<string, unknown>>;

/** Operators that name a stretch of an index. */
const bounding: readonly string[] = ['$eq', '$in', '$gt', '$gte', '$lt', '$lte'];

/**
 * The same filter, said so that the leading fields of the index that serves it best stand first and alone.
 *
 * MongoDB finds that index by itself and takes both for the same. SecantusDB 0.5.3 uses an index only for what is exactly
 * its leading fields, equal but for the last; else it takes the first field that leads some index, which is the county
 * everywhere, and reads all of the county (120 ms among 20,000 records, where this takes four). Of the parts of an `$and`
 * it takes the first that an index serves, unless together they are one plain filter: so the second names a field again.
 *
 * @param indexes of the collection, without that of `_id`
 * @returns the filter as it is, where no index serves more of it than one field
 */
export function headFirst<F extends object>(filter: F, indexes: readonly PlannedIndex[]): F {
  const parts = new Set(indexes.flatMap(({ partialFilterExpression = {} }) => Object.keys(partialFilterExpression)));
  const all = choicesAsLists(filter as Filter, parts);
  const said = namesIds(all) ? withIdFirst(all) : (withHead(all, bestHead(all, indexes)) ?? asLists(all, parts));
  return said as F; // the same conditions in other words
}

/** @returns undefined where no index serves more than one field */
function withHead(filter: Filter, head: Filter): Filter | undefined {
  const fields = Object.keys(head);
  const [first] = fields;
  if (first === undefined || fields.length < 2) return undefined;
  const rest = Object.entries(filter).filter(([field]) => !fields.includes(field));
  return rest.length === 0 ? head : { $and: [head, { [first]: head[first], ...Object.fromEntries(rest) }] };
}

/**
 * SecantusDB 0.5.3 finds nothing at all for a field that is equal to something and makes the part that an index is over,
 * where the fields before it in that index are not asked for. A list of one it looks for as it should.
 * @param parts fields that make such a part
 */
function asLists(filter: Filter, parts: ReadonlySet<string>): Filter {
  const said = Object.entries(filter).map(([field, value]) => {
    const isTaken = parts.has(field) && !isOperator(value) && value !== null && value !== undefined;
    return [field, isTaken ? { $in: [value] } : value];
  });
  return Object.fromEntries(said);
}

/** The same in everything that is asked together or by choice, however deep. */
function choicesAsLists(filter: Filter, parts: ReadonlySet<string>): Filter {
  const said = Object.entries(filter).map(([field, value]) => {
    const isChoice = field.startsWith('$') && Array.isArray(value);
    return [field, isChoice ? value.map((one: Filter) => asLists(choicesAsLists(one, parts), parts)) : value];
  });
  return Object.fromEntries(said);
}

/** Ids are found by themselves where they stand first, and beside no choice. */
function withIdFirst({ _id, ...rest }: Filter): Filter {
  return '$or' in rest ? { $and: [{ _id }, rest] } : { _id, ...rest };
}

function namesIds({ _id: id }: Filter): boolean {
  return id !== undefined && (!isOperator(id) || '$in' in id || '$eq' in id);
}

function bestHead(filter: Filter, indexes: readonly PlannedIndex[]): Filter {
  const heads = indexes
    .filter(({ key, sparse }) => !sparse && Object.values(key).every((direction) => direction !== '2dsphere'))
    .filter(({ partialFilterExpression }) => holdsAll(filter, partialFilterExpression))
    .map(({ key, partialFilterExpression }) => headOf(filter, Object.keys(key), partialFilterExpression));
  return heads.reduce((best, head) => (Object.keys(head).length > Object.keys(best).length ? head : best), {});
}

/**
 * As much of the filter as an index with these fields finds by itself. The last field is a list even of one: what is equal
 * to the end SecantusDB does not look for in an index over a part of the records, unless that is what makes the part.
 */
function headOf(filter: Filter, fields: readonly string[], partial: Filter = {}): Filter {
  const head: [string, unknown][] = [];
  for (const field of fields) {
    const value = single(filter[field]);
    if (value === undefined || (isOperator(value) && !isBounding(value))) break;
    head.push([field, value]);
    if (isOperator(value)) break;
  }
  const last = head.at(-1);
  if (last && !isOperator(last[1]) && partial[last[0]] !== last[1]) last[1] = { $in: [last[1]] };
  return Object.fromEntries(head);
}

/** A list of one is that one: fields after it can be pinned as well. */
function single(value: unknown): unknown {
  if (!isOperator(value) || Object.keys(value).length !== 1 || !Array.isArray(value.$in)) return value;
  const [only, ...others] = value.$in;
  return only !== undefined && others.length === 0 ? only : value;
}

/** Whether every record that the filter finds is in an index over a part of the records. */
function holdsAll(filter: Filter, partial: Filter = {}): boolean {
  return Object.entries(partial).every(([field, wanted]) => {
    const value = filter[field];
    if (!isOperator(wanted)) return value === wanted;
    return value !== undefined && value !== null && (!isOperator(value) || isBounding(value));
  });
}

function isOperator(value: unknown): value is Filter {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.keys(value).some((key) => key.startsWith('$'));
}

const isBounding = (value: Filter): boolean => Object.keys(value).every((key) => bounding.includes(key));
