import type { JsonSchema } from './sample-input';

/** One way to make a valid body wrong. */
export interface Spoilt {
  readonly how: string;
  /** JSON pointer of the field that is wrong. */
  readonly pointer: string;
  readonly body: unknown;
}

type Change = (value: unknown) => unknown;

const remove: Change = () => undefined;
const put =
  (value: unknown): Change =>
  () =>
    value;

/** Values of every other JSON type. */
const ofType: Readonly<Record<string, unknown>> = {
  string: 'words',
  integer: 7,
  boolean: true,
  array: ['x'],
  object: { x: 1 },
  null: null,
};

function wrongTypes({ type = '' }: JsonSchema): unknown[] {
  const own = type === 'number' ? 'integer' : type;
  return Object.entries(ofType).flatMap(([name, value]) => (name === own || own === '' ? [] : [value]));
}

/** Too long, too many, too large, too small, not whole: always beyond what any honest client sends. */
function tooMuch(schema: JsonSchema, value: unknown): [string, unknown][] {
  if (schema.enum || 'const' in schema) return [['unknown word', 'NO_SUCH_WORD']];
  if (schema.type === 'string') return [['20000 letters', 'x'.repeat(20_000)]];
  if (schema.type === 'array') {
    const [first] = Array.isArray(value) ? value : [];
    return [['1000 items', Array.from({ length: 1000 }, () => first)]];
  }
  if (schema.type !== 'integer' && schema.type !== 'number') return [];
  return [
    ['huge', 1e18],
    ['negative', -1e9],
    ['a fraction', 1.5],
  ];
}

function changed(body: unknown, path: readonly (string | number)[], change: Change): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return change(body);
  if (Array.isArray(body)) return body.map((item, i) => (i === head ? changed(item, rest, change) : item));
  const fields = body as Record<string, unknown>; // the path was made from this very body
  return { ...fields, [head]: changed(fields[head], rest, change) };
}

/** Every way to spoil one body, field by field. */
export function spoil(schema: JsonSchema, body: unknown): Spoilt[] {
  const found: Spoilt[] = [];
  const add = (how: string, path: readonly (string | number)[], change: Change) =>
    found.push({ how, pointer: path.map((part) => `/${part}`).join(''), body: changed(body, path, change) });
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one branch for each way of spoiling, read in a row
  const walk = (part: JsonSchema, value: unknown, path: readonly (string | number)[], required: boolean): void => {
    const [way] = part.anyOf ?? part.oneOf ?? [];
    if (way) {
      walk(way, value, path, required);
      return;
    }
    if (path.length > 0) {
      if (required) add('missing', path, remove);
      for (const other of wrongTypes(part)) add(`${JSON.stringify(other)} for ${part.type}`, path, put(other));
      for (const [how, other] of tooMuch(part, value)) add(how, path, put(other));
    }
    if (part.type === 'array' && part.items && Array.isArray(value)) walk(part.items, value[0], [...path, 0], false);
    if (part.type !== 'object') return;
    add('unknown field', [...path, 'isAdmin'], put(true));
    const fields = value as Record<string, unknown>; // the sample of an object schema
    for (const [name, field] of Object.entries(part.properties ?? {})) {
      walk(field, fields[name], [...path, name], part.required?.includes(name) ?? false);
    }
  };
  walk(schema, body, [], true);
  return found;
}
