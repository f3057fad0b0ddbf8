import type { TestApp } from '../../src/testing/test-app';

/** Every field of a document as a path; places in a list are `[]`, so that a list of a thousand is one path. */
export function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${path}[]`));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return [path];
  const fields = Object.entries(value);
  return fields.flatMap(([key, inner]) => pathsOf(inner, path === '' ? key : `${path}.${key}`));
}

/** The fields that the documents of each collection have. */
export async function storedKeys({ connection }: TestApp): Promise<Map<string, Set<string>>> {
  const names = ((await connection.db?.listCollections().toArray()) ?? []).map(({ name }) => name);
  const found = await Promise.all(
    names.map(async (name): Promise<[string, Set<string>]> => {
      const documents = await connection.collection(name).find().toArray();
      return [name, new Set(documents.flatMap((document) => pathsOf(document)))];
    }),
  );
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
