import type { PlannedIndex } from '../../src/platform/database';

type Filter = Readonly<Record<string, unknown>>;

const bounding = ['$eq', '$in', '$gt', '$gte', '$lt', '$lte', '$elemMatch'];
const isObject = (value: unknown): value is Filter =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const isOperator = (value: unknown): value is Filter =>
  isObject(value) && Object.keys(value).some((key) => key.startsWith('$'));
const narrows = (value: unknown) => !isOperator(value) || Object.keys(value).some((key) => bounding.includes(key));

/**
 * How SecantusDB 0.5.3 finds what a filter asks for, read from its source and much shortened: `INDEX` where it reads what
 * an index has for it, `COUNTY` where it reads all of the county, `ALL` where it reads the collection.
 */
export function wayOf(filter: Filter, indexes: readonly PlannedIndex[]): 'INDEX' | 'COUNTY' | 'ALL' {
  if (Array.isArray(filter.$and)) return wayOfAll(filter, filter.$and, indexes);
  if (Array.isArray(filter.$or)) {
    // beside a choice no field is looked for: every choice must be served
    return filter.$or.map((one) => wayOf(one, indexes)).find((way) => way !== 'INDEX') ?? 'INDEX';
  }
  if (isExact(filter, indexes)) return 'INDEX';
  // else one field after the other is asked whether an index begins with it
  for (const [field, value] of Object.entries(filter)) {
    if (!narrows(value) || !isExact({ [field]: value }, indexes)) continue;
    return field === 'county' ? 'COUNTY' : 'INDEX';
  }
  return 'ALL';
}

/** Parts that are one plain filter together are read as that; else the first that is found by an index. */
function wayOfAll({ $and: _parts, ...beside }: Filter, parts: readonly Filter[], indexes: readonly PlannedIndex[]) {
  const all = Object.keys(beside).length > 0 ? [beside, ...parts] : parts;
  const fields = all.flatMap((part) => Object.keys(part));
  const isPlain = new Set(fields).size === fields.length && fields.every((field) => !field.startsWith('$'));
  const asked: readonly Filter[] = isPlain ? [Object.assign({}, ...all)] : all;
  return asked.map((part) => wayOf(part, indexes)).find((way) => way !== 'ALL') ?? 'ALL';
}

/** Exactly the leading fields of an index, all equal or all but the last. */
function isExact(filter: Filter, indexes: readonly PlannedIndex[]): boolean {
  const fields = Object.keys(filter);
  if (fields.length === 1 && fields[0] === '_id') return true;
  const open = fields.filter((field) => isOperator(filter[field]));
  const pinned = fields.filter((field) => !open.includes(field));
  return indexes.some(({ key, partialFilterExpression: partial = {} }) => {
    if (!Object.entries(partial).every(([field, wanted]) => isInPart(filter[field], wanted))) return false;
    const keys = Object.keys(key);
    if (open.length > 1 || !open.every((field) => narrows(filter[field]))) return false;
    const [last] = open;
    // what makes the part needs not be said in the index where all is equal
    const wanted = last === undefined ? pinned.filter((field) => !(field in partial)) : pinned;
    const isHead = wanted.every((field) => keys.indexOf(field) >= 0 && keys.indexOf(field) < wanted.length);
    return (
      isHead && (last === undefined || keys[wanted.length] === last || (wanted.length === 0 && isElement(last, keys)))
    );
  });
}

/** A list whose elements are asked for by a field with which an index begins. */
const isElement = (field: string, [first = '']: readonly string[]) => first.startsWith(`${field}.`);

function isInPart(value: unknown, wanted: unknown): boolean {
  return isOperator(wanted) ? value !== undefined && narrows(value) : value === wanted;
}

/** The filters of a command; a pipeline's is what it begins with. */
export function filtersOf(name: string, command: Filter): readonly Filter[] {
  const list = (value: unknown): readonly Filter[] => (Array.isArray(value) ? value : []);
  if (name === 'find') return [Object(command.filter)];
  if (name === 'findAndModify') return [Object(command.query)];
  if (name === 'update' || name === 'delete') return list(command[`${name}s`]).map(({ q }) => Object(q));
  if (name !== 'aggregate' || typeof command.aggregate !== 'string') return [];
  return [Object(list(command.pipeline)[0]?.$match)];
}

/**
 * Collections that a pipeline looks into beside its own: SecantusDB 0.5.3 decodes such a one from its first document to its
 * last, whatever filter the stage begins with.
 */
export function readWhole(command: Filter): readonly string[] {
  const stages: readonly Filter[] = Array.isArray(command.pipeline) ? command.pipeline : [];
  return stages.flatMap(({ $unionWith, $lookup, $graphLookup }) => {
    const named = [$unionWith, Object($unionWith).coll, Object($lookup).from, Object($graphLookup).from];
    return named.filter((one): one is string => typeof one === 'string');
  });
}

/** A filter's fields, without what they are compared with. */
export function shapeOf(filter: Filter): string {
  const parts = [filter.$and, filter.$or].flatMap((some) => (Array.isArray(some) ? some : []));
  const own = Object.keys(filter).filter((field) => !field.startsWith('$'));
  return [...new Set([...own, ...parts.map(shapeOf)])].join(' ');
}
