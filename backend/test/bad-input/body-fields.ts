import { presets } from '../../src/features/quarantine';
import { type JsonSchema, sampleOf } from './sample-input';

type Path = readonly (string | number)[];

/** A field of a body, or the body itself, with the whole body in which it stands. */
export interface BodyField {
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly path: Path;
  readonly isRequired: boolean;
  /** The same body for all fields but those of the further branches of a union: there it takes that branch. */
  readonly body: unknown;
}

/** The same body with something else in one place. */
export function changed(body: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return change(body);
  if (Array.isArray(body)) return body.map((item, i) => (i === head ? changed(item, rest, change) : item));
  const fields = body as Record<string, unknown>; // the path was made from this very body
  return { ...fields, [head]: changed(fields[head], rest, change) };
}

export const put = (body: unknown, path: Path, value: unknown): unknown => changed(body, path, () => value);

/** Every field of a sample, outermost first, and of every branch of its unions. */
export function fieldsOf(schema: JsonSchema, sample: unknown, anId: () => string): BodyField[] {
  const walk = (field: BodyField): BodyField[] => {
    const branches = branchesOf(field, anId);
    return branches ? branches.flatMap(walk) : [field, ...inside(field).flatMap(walk)];
  };
  return walk({ schema, value: sample, path: [], isRequired: true, body: sample });
}

/** A union: each branch, in a body that takes it. */
function branchesOf(field: BodyField, anId: () => string): BodyField[] | undefined {
  const { schema, path, body } = field;
  const ways = schema.anyOf ?? schema.oneOf;
  return ways?.map((way, nth): BodyField => {
    // the sample is of the first branch already
    if (nth === 0) return { ...field, schema: way };
    const value = written(way) ?? sampleOf(way, anId);
    return { ...field, schema: way, value, body: put(body, path, value) };
  });
}

/** What no schema tells: a set of rules whose links, phases and limits fit one another. */
function written({ properties = {} }: JsonSchema): unknown {
  if (properties.of?.const !== 'VERSION') return undefined;
  const [set] = presets;
  return { of: 'VERSION', set: { ...set, rules: set?.rules.slice(0, 1) } };
}

function inside({ schema, value, path, body }: BodyField): BodyField[] {
  if (Array.isArray(value) && schema.items && value.length > 0)
    return [{ schema: schema.items, value: value[0], path: [...path, 0], isRequired: false, body }];
  if (schema.type !== 'object' || typeof value !== 'object' || value === null) return [];
  const fields = new Map(Object.entries(value));
  return Object.entries(schema.properties ?? {}).map(([name, inner]) => {
    const isRequired = schema.required?.includes(name) ?? false;
    return { schema: inner, value: fields.get(name), path: [...path, name], isRequired, body };
  });
}
