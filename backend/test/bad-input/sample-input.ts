import type { Endpoint } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';

/** The part of JSON Schema that the contracts use. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

export type Json = Record<string, unknown>;

/** Written once for each part: suites ask thousands of times. */
const written = new WeakMap<Endpoint['body'], JsonSchema>();

/** What a client would have to send, as JSON Schema. */
export function schemaOf(part: Endpoint['body']): JsonSchema {
  // zod writes plain JSON Schema; this is the part of it that contracts use
  const schema = written.get(part) ?? (z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
  written.set(part, schema);
  return schema;
}

/** Words for strings with a pattern: the first that fits is taken. */
const candidates = [
  'CHANGED_MIND',
  '10000001234',
  '000000',
  'eggs',
  '141122100201-g03',
  'abcde12345',
  'abc',
  '1',
  '1234',
];
const instant = '2022-04-18T01:00:00.000Z';

/**
 * A value that a schema accepts, made from the schema alone.
 * @param anId called for every id, so that two samples never share one
 * @param optional whether fields that may be left out are filled in as well
 */
export function sampleOf(schema: JsonSchema, anId: () => string, optional = true): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [way] = schema.anyOf ?? schema.oneOf ?? [];
  if (way) return sampleOf(way, anId, optional);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, anId, optional);
    case 'array':
      return listOf(schema, anId, optional);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1));
    case 'boolean':
      return true;
    case 'string':
      return stringOf(schema, anId);
    default:
      return 'anything';
  }
}

/** As many as there must be, no word twice where there are several to choose from. */
function listOf({ items, minItems = 1 }: JsonSchema, anId: () => string, optional: boolean): unknown[] {
  if (!items) return [];
  return Array.from({ length: Math.max(1, minItems) }, (_, i) =>
    items.enum ? items.enum[i % items.enum.length] : sampleOf(items, anId, optional),
  );
}

function objectOf(schema: JsonSchema, anId: () => string, optional: boolean): Json {
  const fields = Object.entries(schema.properties ?? {});
  const wanted = fields.filter(([name]) => optional || schema.required?.includes(name));
  return Object.fromEntries(wanted.map(([name, field]) => [name, sampleOf(field, anId, optional)]));
}

function stringOf(
  { pattern, format, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: JsonSchema,
  anId: () => string,
): string {
  if (format === 'date-time') return instant;
  if (format === 'date') return instant.slice(0, 10);
  if (!pattern) return 'x'.repeat(Math.max(4, minLength)).slice(0, Math.max(minLength, 4));
  const fits = [anId(), ...candidates].find((word) => word.length <= maxLength && new RegExp(pattern).test(word));
  if (fits === undefined) throw new Error(`no sample for ${pattern}: add one`);
  return fits;
}

/** A query string's values are words. */
export function queryOf(values: Json): string {
  const words = Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]);
  const text = new URLSearchParams(words).toString();
  return text === '' ? '' : `?${text}`;
}

/** A whole request that the contract accepts. */
export function sampleRequest(endpoint: Endpoint, anId: () => string, optional = true) {
  const params = sampleOf(schemaOf(endpoint.params), anId) as Json;
  const query = sampleOf(schemaOf(endpoint.query), anId, optional) as Json;
  const body = endpoint.accepts ? undefined : (sampleOf(schemaOf(endpoint.body), anId, optional) as Json);
  return { params, query, body };
}

/** The address of a request below /api/v1. */
export function addressOf({ path }: Endpoint, params: Json, query: Json = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name]))) + queryOf(query);
}
