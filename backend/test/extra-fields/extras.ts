import fc from 'fast-check';
import type { Json, JsonSchema } from '../bad-input/sample-input';

/** Found again in the database or in an answer, it came in with an extra field. */
export const marker = 'extra-field-7f3a';

/** Names that would give somebody something, or change what an object is. */
const tempting = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'toJSON', 'hasOwnProperty', 'valueOf', '__defineGetter__'],
  ...[
    'state',
    'assignment',
    'assignment.assignee',
    'scope',
    'history',
    'revision',
    'county',
    'role',
    'roles',
    'grants',
  ],
  ...[
    'isAdmin',
    '_id',
    'id',
    'by',
    'kind',
    'variant',
    'area',
    'household',
    'outbox',
    'relay',
    'relay.due',
    'enteredBy',
  ],
  ...['needs', 'priority', 'detail', 'detail.lines', 'version', 'blocked', 'person', 'personId', 'actor', 'system'],
  ...[
    'asked',
    'inputHash',
    'opId',
    'reason',
    'guard',
    'set',
    'seat',
    'emit',
    '$set',
    '$inc',
    '$where',
    'createdAt',
    '',
  ],
];

const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...tempting) }, fc.string({ unit: 'grapheme' }));

const value = fc.oneof(
  fc.constantFrom<unknown>('ADMIN', 'CLOSED', true, null, 0, -1, 1e9, [], {}, ['141122'], { assignee: marker }),
  fc.jsonValue(),
);

/** One to three fields that no contract knows; the first carries the marker. */
export const extras: fc.Arbitrary<Json> = fc
  .uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 3, selector: ([key]) => key })
  .map((fields) => Object.fromEntries(fields.map(([key, given], i) => [key, i === 0 ? { [marker]: given } : given])));

/** An object somewhere in a body, what its schema knows, and how to put another into its place. */
export interface Spot {
  readonly pointer: string;
  readonly known: ReadonlySet<string>;
  with(more: Json): unknown;
}

/** Every object in a body, outermost first. */
export function spotsIn(
  schema: JsonSchema,
  body: unknown,
  pointer = '',
  put = (changed: unknown): unknown => changed,
): Spot[] {
  if (Array.isArray(body)) {
    const items = schema.items ?? {};
    return body.flatMap((item, i) => spotsIn(items, item, `${pointer}/${i}`, (other) => put(body.with(i, other))));
  }
  if (typeof body !== 'object' || body === null) return [];
  const ways = schema.anyOf ?? schema.oneOf ?? [schema];
  const properties = Object.assign({}, ...ways.map((way) => way.properties ?? {}));
  const inner = Object.entries(body).flatMap(([key, field]) =>
    spotsIn(properties[key] ?? {}, field, `${pointer}/${key}`, (other) => put({ ...body, [key]: other })),
  );
  // own fields alone are copied, so that `__proto__` stays a field like any other
  return [{ pointer, known: new Set(Object.keys(properties)), with: (more) => put({ ...body, ...more }) }, ...inner];
}
