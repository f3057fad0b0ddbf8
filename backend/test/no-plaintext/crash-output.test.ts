import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildBackend } from '../../../scripts/src/build-backend';
import { anAviary } from './canaries';
import { scannerFor } from './scan';

jest.setTimeout(60_000);

// beside the sources, because packages are found from there
const built = (name: string) => path.join(__dirname, '../../dist', `crash-${name}-${process.pid}.js`);
const [server, crash] = [built('server'), built('soon')];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'crash-'));
  await writeFile(path.join(folder, 'key'), randomBytes(32).toString('base64'));
  await buildBackend(path.join(__dirname, '../../src/main.ts'), server);
  await buildBackend(path.join(__dirname, 'crash-soon.ts'), crash);
});
afterAll(async () => {
  for (const file of [server, crash]) for (const end of ['', '.map']) await rm(file + end, { force: true });
  await rm(folder, { recursive: true, force: true });
});

const canaries = anAviary();

/** Everything that a process says before it ends, and how it ends: the product's server, or nothing but the crash. */
async function lastWordsOf(how: string, words: string, program: 'server' | 'nothing') {
  const ours = { KEY_FILE: path.join(folder, 'key'), MONGODB_URI: 'mongodb://127.0.0.1:1/nobody', LOG_LEVEL: 'trace' };
  const env = { ...process.env, ...ours, HOW: how, WORDS: words };
  const child = spawn(process.execPath, program === 'server' ? ['--require', crash, server] : [crash], { env });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said: Buffer.concat(said) };
}

const crashes = [
  'thrown',
  'rejected',
  'rejected with words',
  'an event',
  'of the driver',
  'of the language',
  'of Node',
];

test.each(crashes)('a server that crashes (%s) with something personal in its hands does not say it', async (how) => {
  const words = canaries.words(how);
  const scanner = scannerFor([{ what: how, secret: words }]);
  const { code, said } = await lastWordsOf(how, words, 'server');
  expect([code, scanner.in(said)]).toEqual([1, []]);
  expect(said.toString()).toContain('"msg":"crashed"');
});

test('control: Node itself says it, and this scan hears it', async () => {
  const words = canaries.words('control');
  const scanner = scannerFor([{ what: 'control', secret: words }]);
  const heard = await Promise.all(
    crashes.map(async (how) => scanner.in((await lastWordsOf(how, words, 'nothing')).said)),
  );
  expect(heard.map((hits) => hits.length > 0)).toEqual(crashes.map(() => true));
});
