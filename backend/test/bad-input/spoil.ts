import { changed, fieldsOf } from './body-fields';
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

/** Every way to spoil one body, field by field, in every branch of its unions. */
export function spoil(schema: JsonSchema, sample: unknown, anId: () => string): Spoilt[] {
  return fieldsOf(schema, sample, anId).flatMap(({ schema: part, value, path, isRequired, body }) => {
    const spoilt = (how: string, change: Change, at = path): Spoilt => ({
      ...{ how, pointer: at.map((step) => `/${step}`).join('') },
      body: changed(body, at, change),
    });
    const own = [
      ...(isRequired ? [spoilt('missing', remove)] : []),
      ...wrongTypes(part).map((other) => spoilt(`${JSON.stringify(other)} for ${part.type}`, put(other))),
      ...tooMuch(part, value).map(([how, other]) => spoilt(how, put(other))),
    ];
    // what a sample leaves out has no inside
    const isThere = part.type === 'object' && value !== undefined;
    const unknown = isThere ? [spoilt('unknown field', put(true), [...path, 'isAdmin'])] : [];
    return path.length > 0 ? [...own, ...unknown] : unknown;
  });
}
