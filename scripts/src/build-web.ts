import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeElapsed } from '@grid-relief/backend/src/platform/database/engine';
import { places, root } from './places';

/** What the browser build is made from, relative to the root. */
const sources = [
  'miniapp/src',
  'miniapp/config',
  'miniapp/package.json',
  'miniapp/babel.config.js',
  'shared-types/src',
  // another version of a package makes another program
  'package-lock.json',
];
const reportEveryMs = 5_000;

/** One hash over the names and contents of all sources; tests do not count. */
export async function hashSources(folder: string, among: readonly string[] = sources): Promise<string> {
  const hash = createHash('sha256');
  for (const source of among) {
    for (const file of await filesUnder(path.join(folder, source))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash
        .update(path.relative(folder, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** Builds the mini-program for the browser unless the last build came from these very sources. */
export async function buildWeb(out: string, stamp: string, report: (line: string) => void): Promise<void> {
  const hash = await hashSources(root);
  const last = await readFile(stamp, 'utf8').catch(() => '');
  if (last === hash && existsSync(path.join(out, 'index.html'))) return;
  report('Building the web pages (about a minute; skipped while nothing changes).');
  await runBuild(report);
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
}

function runBuild(report: (line: string) => void): Promise<void> {
  const began = Date.now();
  const child = spawn('npm', ['run', 'build:h5', '-w', 'miniapp'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4_000);
    });
  }
  const timer = setInterval(() => report(`Web pages: building, ${describeElapsed(Date.now() - began)}`), reportEveryMs);
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      process.removeListener('exit', kill);
      if (code === 0) resolve();
      else reject(new Error(`Building the web pages failed (${code}); use --no-web to do without.\n${output}`));
    });
  });
}

async function filesUnder(place: string): Promise<string[]> {
  if (!existsSync(place)) return [];
  const entries = await readdir(place, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [place];
  const below = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory() ? filesUnder(path.join(place, entry.name)) : [path.join(place, entry.name)],
    ),
  );
  return below.flat().sort();
}

// by itself too, so that what was built for one is not built again for the other
if (require.main === module) {
  const { web, webStamp } = places(process.env);
  buildWeb(web, webStamp, (line) => console.log(line)).then(
    () => console.log(`built ${web}`),
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
