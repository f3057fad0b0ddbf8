import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import mongoose from 'mongoose';
import type { TestApp } from '../../src/testing/test-app';
import type { Hit, Scanner } from './scan';
import { foldersOf, type Stage, spoken } from './stage';

/** Where something was found. */
export interface Found extends Hit {
  readonly place: string;
  /** The collection, the file. */
  readonly where: string;
}

/** Every document of every collection there is, as it is stored: also of one that nobody thought of. */
export async function inDatabase({ connection }: Pick<TestApp, 'connection'>, scanner: Scanner): Promise<Found[]> {
  const names = ((await connection.db?.listCollections().toArray()) ?? []).map(({ name }) => name);
  const found = await Promise.all(
    names.map(async (where) => {
      const documents = await connection.collection(where).find().toArray();
      const hits = documents.flatMap((document) => scanner.in(Buffer.from(mongoose.mongo.BSON.serialize(document))));
      return once(hits).map((hit) => ({ ...hit, place: 'database', where }));
    }),
  );
  return found.flat();
}

/** Every byte that lies in the folder of the run: the engine's files and its log, the anchors, what is left in passing. */
export async function inFiles({ folder }: Pick<Stage, 'folder'>, scanner: Scanner): Promise<Found[]> {
  const found: Found[] = [];
  for (const [place, root] of Object.entries(foldersOf(folder))) {
    for (const file of await filesIn(root)) {
      const hits = once(scanner.in(await readFile(file)));
      found.push(...hits.map((hit) => ({ ...hit, place, where: path.basename(file) })));
    }
  }
  return found;
}

async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** Everything the product said to others than who asked it. */
export function inWhatWasSaid({ said }: Pick<Stage, 'said'>, scanner: Scanner): Found[] {
  return spoken.flatMap((place) =>
    once(said[place].flatMap((text) => scanner.in(Buffer.from(text)))).map((hit) => ({ ...hit, place, where: '' })),
  );
}

function once(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [`${hit.what} ${hit.encoding}`, hit])).values()];
}
