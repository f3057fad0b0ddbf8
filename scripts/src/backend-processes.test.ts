import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@grid-relief/backend/src/platform/database/engine';
import { startBackends } from './backend-processes';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'grid-relief-backends-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A backend that serves at every port but one, where this happens. */
const backend = (atTaken: string) => `
const { createServer } = require('node:http');
const { PORT, TAKEN, INSTANCE } = process.env;
const serve = (who) => createServer((_q, r) => r.writeHead(200, { 'X-Instance': who }).end()).listen(Number(PORT), '127.0.0.1');
if (PORT === TAKEN) { ${atTaken} } else serve(INSTANCE);
`;

/** Starts so many of them from a port on, and stops them. @returns where they served */
async function started(count: number, wished: number, atTaken: string): Promise<string[]> {
  const bundle = path.join(folder, 'backend.cjs');
  writeFileSync(bundle, backend(atTaken));
  const stops: (() => Promise<void>)[] = [];
  const env = { ...process.env, PORT: String(wished), TAKEN: String(wished) };
  try {
    const onProcess = (stop: () => Promise<void>) => void stops.push(stop);
    const running = await startBackends(count, { bundle, logs: folder, env, onProcess });
    return running.map(({ address }) => new URL(address).port);
  } finally {
    await Promise.all(stops.map((stop) => stop()));
  }
}

test.each([
  ['somebody else answers there', "serve('somebody-else');"],
  ['it cannot listen there', "console.error('listen EADDRINUSE'); process.exit(1);"],
])(
  'a port that is taken between looking and listening is left to whoever has it: %s',
  async (_, atTaken) => {
    const wished = await freePort();
    const ports = await started(2, wished, atTaken);
    expect(new Set(ports).size).toBe(2);
    expect(ports).not.toContain(String(wished));
  },
  60_000,
);

test('one that ends for another reason is told with the end of its log, and nothing is tried again', async () => {
  const wished = await freePort();
  const why = "console.error('the key file is not there'); process.exit(3);";
  await expect(started(1, wished, why)).rejects.toThrow(/ended with code 3[\s\S]*the key file is not there/);
}, 60_000);

test('one that is not ready yet is stopped by whoever is interrupted, and no other is begun', async () => {
  const wished = await freePort();
  const bundle = path.join(folder, 'backend.cjs');
  // it runs, says so, and never listens
  writeFileSync(
    bundle,
    "require('node:fs').writeFileSync(__dirname + '/pid', String(process.pid)); setInterval(() => 0, 1e6);",
  );
  const begun: (() => Promise<void>)[] = [];
  const env = { ...process.env, PORT: String(wished) };
  const onProcess = (stop: () => Promise<void>) => void begun.push(stop);
  const starting = startBackends(2, { bundle, logs: folder, env, onProcess });
  const pidFile = path.join(folder, 'pid');
  while (begun.length === 0 || !existsSync(pidFile)) await sleep(20);
  await begun[0]?.();
  await expect(starting).rejects.toThrow('Backend process 1');
  expect(() => process.kill(Number(readFileSync(pidFile, 'utf8')), 0)).toThrow();
  expect(begun).toHaveLength(1);
}, 60_000);
