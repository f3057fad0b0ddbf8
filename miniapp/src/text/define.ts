/** The languages of the product; Chinese is the one that is always complete. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The words of one feature in every language. */
export type Bundle<Zh extends Record<string, string> = Record<string, string>> = {
  readonly zh: Zh;
  readonly en: { readonly [Key in keyof Zh]: string };
};

/**
 * States the words of one feature. A key missing in a language, or one too many, does not compile.
 * Places to fill are written `{name}` and become required parameters of the reader.
 */
export function defineText<const Zh extends Record<string, string>>(bundle: Bundle<Zh>): Bundle<Zh> {
  return bundle;
}

/** The names between braces in a sentence. */
type Places<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never;

type Values<Sentence extends string> = [Places<Sentence>] extends [never]
  ? []
  : [values: Readonly<Record<Places<Sentence>, string | number>>];

/** The keys whose sentence stands as it is, with no place to fill. */
export type PlainKey<Zh extends Record<string, string>> = {
  [Key in keyof Zh]: [Places<Zh[Key]>] extends [never] ? Key : never;
}[keyof Zh];

/** Reads one sentence of a bundle, filled in. */
export type Reader<Zh extends Record<string, string>> = <Key extends keyof Zh>(
  key: Key,
  ...values: Values<Zh[Key]>
) => string;

/** A reader of this bundle in this language. */
export function readerOf<Zh extends Record<string, string>>(bundle: Bundle<Zh>, language: Language): Reader<Zh> {
  return (key, ...[values]) => fillIn(bundle[language][key], values ?? {});
}

/** The word of a code that the server names, or another where a newer server names what this version does not know. */
export function wordOr<Zh extends Record<string, string>>(
  t: Reader<Zh>,
  { zh }: Bundle<Zh>,
  key: string,
  otherwise: PlainKey<Zh>,
): string {
  // words for codes have no places to fill, so their reader takes the key alone; the compiler cannot know that of a code
  const read = t as unknown as (key: keyof Zh) => string;
  return read(key in zh ? key : otherwise);
}

/**
 * Puts the values in place of `{name}`; a place without a value stays visible, so that it is noticed. English counts
 * with `{count|door|doors}`: the first word for one, the second for all else.
 */
export function fillIn(sentence: string, values: Readonly<Record<string, string | number>>): string {
  const counted = sentence.replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, many: string) =>
    String(values[name]) === '1' ? one : many,
  );
  return counted.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
