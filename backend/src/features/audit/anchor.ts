import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Anchor } from './chain';

/** Where the heads of the chains are kept, outside the database. */
export interface AnchorStore {
  write(anchor: Anchor): Promise<void>;
  read(county: string): Promise<Anchor[]>;
}

/** A file that is only ever appended to, best on another machine's disk: one line `county length head` a batch. */
export function anchorFile(file: string): AnchorStore {
  return {
    async write({ county, length, head }) {
      await mkdir(path.dirname(file), { recursive: true });
      await appendFile(file, `${county} ${length} ${head}\n`);
    },
    async read(county) {
      const text = await readFile(file, 'utf8').catch(() => '');
      const lines = text.split('\n').map((line) => line.split(' '));
      return lines.flatMap(([of = '', length = '', head = '']) =>
        of === county ? [{ county, length: Number(length), head }] : [],
      );
    },
  };
}
