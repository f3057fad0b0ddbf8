import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '@grid-relief/backend/src/platform/database/engine';
import * as z from '@grid-relief/shared-types/zod';

const version = '4.32.5';

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/**
 * Schemathesis in a virtual environment of its own, in the user's cache; installed once.
 * @returns its command
 * @throws one sentence on what is missing
 */
export async function ensureSchemathesis(env: NodeJS.ProcessEnv, report: (line: string) => void): Promise<string> {
  const folder = path.join(cacheFolder(env), `schemathesis-${version}`);
  const done = path.join(folder, 'installed');
  const command = path.join(folder, 'bin', 'st');
  if (existsSync(done)) return command;
  report(`Installing Schemathesis ${version} with pip (once).`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  const made = await run('python3', ['-m', 'venv', folder]);
  if (made.code !== 0) {
    throw new Error(`Contract fuzzing needs python3 with venv and pip (Debian: python3-venv).\n${tail(made.said)}`);
  }
  const installed = await run(path.join(folder, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${version}`]);
  if (installed.code !== 0) throw new Error(`Schemathesis ${version} cannot be installed.\n${tail(installed.said)}`);
  await writeFile(done, '');
  return command;
}

/** What one run found: failed checks with the operations they failed at. */
const Report = z.object({
  complete: z.boolean(),
  operations: z.object({ tested: z.int(), errored: z.int() }),
  test_cases: z.object({ generated: z.int() }),
  failures: z.array(z.object({ type: z.string(), title: z.string(), operations: z.array(z.string()) })),
});
export type Report = z.infer<typeof Report>;

export interface Run {
  /** The settings file. */
  readonly settings: string;
  /** The API description. */
  readonly document: unknown;
  /** Where requests go. */
  readonly address: string;
  readonly seed: number;
  /** For files of this run; emptied before. */
  readonly folder: string;
}

export interface Outcome {
  readonly report: Report;
  /** What it prints about failures, with a command for each that shows it again. */
  readonly said: string;
}

/** @throws when it ends without a report, with what it said */
export async function runSchemathesis(
  command: string,
  { settings, document, address, seed, folder }: Run,
): Promise<Outcome> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'settings.toml');
  const described = path.join(folder, 'openapi.json');
  await Promise.all([writeFile(file, settings), writeFile(described, JSON.stringify(document))]);
  const given = ['--url', address, '--seed', String(seed), '--report', 'json', '--report-dir', folder, '--no-color'];
  const { said, code } = await run(command, ['--config-file', file, 'run', described, ...given]);
  await writeFile(path.join(folder, 'said.txt'), said);
  const name = (await readdir(folder)).find((entry) => entry.startsWith('json-'));
  if (!name) throw new Error(`Schemathesis ended with ${code} and no report.\n${tail(said)}`);
  const report = Report.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')));
  if (!report.complete || report.operations.errored > 0) {
    throw new Error(`Schemathesis did not finish (${code}).\n${tail(said)}`);
  }
  return { report, said };
}

function run(command: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, said: error.message }));
    child.once('close', (code) => {
      process.removeListener('exit', kill);
      resolve({ code, said });
    });
  });
}

const tailLength = 3_000;

function tail(said: string): string {
  return said.slice(-tailLength);
}
