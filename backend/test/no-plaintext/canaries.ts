import { randomInt } from 'node:crypto';
import type { Endpoint } from '@grid-relief/shared-types/contract';
import { type JsonSchema, sampleOf, schemaOf } from '../bad-input/sample-input';
import type { Canary } from './scan';

const firstSign = 0x4e00;
const signs = 0x9fa5 - firstSign;
const letters = 'abcdefghijklmnopqrstuvwxyz';
const pick = <T>(length: number, one: () => T) => Array.from({ length }, one).join('');

/** Six signs that nobody writes beside one another: short enough for every field, long enough to be no chance. */
export const someWords = () => pick(6, () => String.fromCharCode(firstSign + randomInt(signs)));
const somePhone = () => `1${pick(10, () => randomInt(10))}`;
const someLetters = () => pick(24, () => letters[randomInt(letters.length)]);

/** Everything that a run lets into the product, each thing once and never again. */
export interface Aviary {
  readonly all: readonly Canary[];
  /** Free words: a name, a note, a street. */
  words(what: string): string;
  phone(what: string): string;
  /** An openid, a device, a token of somebody else's making. */
  letters(what: string): string;
  /** Something that the product itself has made, or that came another way. */
  keep<T extends string | Buffer>(what: string, secret: T): T;
  /** A body of this endpoint with a canary in every field that takes free words, also in those that may be left out. */
  bodyOf(endpoint: Endpoint, body: unknown, anId: () => string): unknown;
}

export function anAviary(): Aviary {
  const all: Canary[] = [];
  function keep<T extends string | Buffer>(what: string, secret: T): T {
    all.push({ what, secret });
    return secret;
  }
  const words = (what: string) => keep(what, someWords());
  return {
    all,
    keep,
    words,
    phone: (what) => keep(what, somePhone()),
    letters: (what) => keep(what, someLetters()),
    bodyOf: (endpoint, body, anId) => filled(schemaOf(endpoint.body), body, { at: endpoint.name, words, anId }),
  };
}

interface Filling {
  readonly at: string;
  readonly words: Aviary['words'];
  readonly anId: () => string;
}

/** Words that name something which is there: another word in their place would mean another thing. */
const names: ReadonlySet<string> = new Set(['pickupSlotPickUp/code']);

function isFreeText({ type, pattern, format, enum: choice, ...rest }: JsonSchema): boolean {
  return type === 'string' && !pattern && !format && !choice && !('const' in rest);
}

function holdsFreeText(schema: JsonSchema): boolean {
  const parts = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  return isFreeText(schema) || parts.some(holdsFreeText);
}

function filled(schema: JsonSchema, value: unknown, filling: Filling): unknown {
  const { at, words } = filling;
  const [way] = schema.anyOf ?? schema.oneOf ?? [];
  if (way) return value;
  if (isFreeText(schema)) return names.has(at) ? value : words(at);
  if (Array.isArray(value)) return value.map((item) => filled(schema.items ?? {}, item, filling));
  if (typeof value !== 'object' || value === null) return value;
  const given = new Map(Object.entries(value));
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]): [string, unknown][] => {
    const isThere = given.has(name);
    if (!isThere && !holdsFreeText(field)) return [];
    const own = isThere ? given.get(name) : sampleOf(field, filling.anId);
    return [[name, filled(field, own, { ...filling, at: `${at}/${name}` })]];
  });
  return { ...value, ...Object.fromEntries(fields) };
}
