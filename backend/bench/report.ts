import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import type { Comparison } from './side-by-side';

/** Under what the figures came about. */
export interface Circumstances {
  readonly engine: string;
  /** Load averages of the machine over one minute, before and after each measurement. */
  readonly loads: readonly number[];
}

const file = path.resolve(__dirname, '../../docs/benchmarks.md');
const begins = '<!-- figures: written by npm run bench -- --write -->';
const ends = '<!-- end of figures -->';
const gigabyte = 1024 ** 3;

const verdict = (reached: boolean | undefined) => {
  if (reached === undefined) return '';
  return reached ? 'reached' : 'not reached';
};

/** Rows as a table. */
export function tableOf(rows: readonly Comparison[]): string {
  const lines = rows.map(({ goal, what, peer, unit, ours, theirs, ratio, passLine, reached }) =>
    [goal, what, peer, figure(ours, unit), figure(theirs, unit), ratio.toFixed(2), passLine, verdict(reached)].join(
      ' | ',
    ),
  );
  return ['goal | what | peer | ours | peer | ratio | pass line | ', '---|---|---|---|---|---|---|---', ...lines]
    .map((line) => `| ${line} |`)
    .join('\n');
}

function figure(value: number, unit: string): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`.trim();
}

/** Puts the table into docs/benchmarks.md, between its two marks; the words around it are a person's. */
export async function writeTable(rows: readonly Comparison[], { engine, loads }: Circumstances): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [before, rest] = text.split(begins);
  const [, after] = (rest ?? '').split(ends);
  if (rest === undefined || after === undefined) throw new Error('docs/benchmarks.md has lost its marks.');
  const [processor] = cpus();
  const machine = [
    `Engine: ${engine}. Node ${process.version}.`,
    `Machine: ${cpus().length} × ${processor?.model ?? 'unknown'}, ${Math.round(totalmem() / gigabyte)} GB.`,
    `Load average over one minute while it ran: ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.`,
    `Written ${new Date().toISOString().slice(0, 10)}.`,
  ].join('\n');
  await writeFile(file, `${before}${begins}\n\n${machine}\n\n${tableOf(rows)}\n\n${ends}${after}`);
}
