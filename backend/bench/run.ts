/** `npm run bench [-- --write] [-- --full]`: every measurement beside its peer in one run; `--write` keeps it in docs/benchmarks.md. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { indexPlans } from '../src/index-plans';
import { connectBeside, ensureIndexes } from '../src/platform/database';
import { startEngine } from '../src/platform/database/engine';
import { benchName, claimBench } from './claims.bench';
import { fieldBench } from './fields.bench';
import type { Comparison } from './side-by-side';
import { tokenBench } from './tokens.bench';

const quick = [10_000, 30_000];
const full = [10_000, 100_000, 300_000];

function table(rows: readonly Comparison[], engine: string): string {
  const lines = rows.map(
    ({ goal, what, peer, unit, ours, theirs, ratio, passLine, reached }) =>
      `| ${goal} | ${what} | ${peer} | ${ours.toFixed(1)} ${unit} | ${theirs.toFixed(1)} ${unit} | ${ratio.toFixed(2)} | ${passLine} | ${reached ? 'reached' : 'not reached'} |`,
  );
  return [
    '# Benchmarks',
    '',
    `Engine: ${engine}. Node ${process.version}, ${cpus().length} cores. Medians of interleaved rounds in one run; read the ratios, not the absolute figures.`,
    'Command: `npm run bench -- --full --write`.',
    '',
    '| goal | what | peer | ours | peer | ratio | pass line | |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'grid-relief-bench-'));
  const engine = await startEngine({ dataFolder: folder, env: process.env, report: () => {} });
  const connection = await connectBeside(engine.uri, { dbName: benchName() });
  try {
    await ensureIndexes(connection, indexPlans);
    const sizes = process.argv.includes('--full') ? full : quick;
    const rows = [...(await tokenBench()), ...(await fieldBench(connection)), ...(await claimBench(connection, sizes))];
    const text = table(rows, `${engine.name} ${engine.version}`);
    console.log(text);
    if (process.argv.includes('--write')) await writeFile(path.resolve(__dirname, '../../docs/benchmarks.md'), text);
  } finally {
    await connection.close();
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
