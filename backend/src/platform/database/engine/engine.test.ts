import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeCargoStep, describeElapsed, readCargoStep } from './cargo-progress';
import { type Available, type Choice, chooseEngine, needsDownloadProbe } from './choose-engine';
import { withoutCredentials } from './engine';
import { lockFileOf, lockFolder, readHolder } from './folder-lock';
import { freePort } from './free-port';
import { startKept } from './kept-process';
import { launch, portTaken } from './launch';
import { isReachable } from './reach';
import { startEngine } from './start-engine';

describe('the ladder', () => {
  const all: Available = { mongod: '/m', secantus: '/s', cargo: '/c', downloadReachable: true };
  test.each<[string, Available, Choice]>([
    ['an address is given', { ...all, givenUri: 'mongodb://a/' }, { kind: 'given', uri: 'mongodb://a/' }],
    ['both engines are here', all, { kind: 'mongod', binary: '/m' }],
    ['both are here and SecantusDB wrote the data', { ...all, dataOf: 'secantus' }, { kind: 'secantus', binary: '/s' }],
    ['SecantusDB is forced', { ...all, forced: 'secantus' }, { kind: 'secantus', binary: '/s' }],
    ['MongoDB is forced', { ...all, forced: 'mongod', dataOf: 'secantus' }, { kind: 'mongod', binary: '/m' }],
    ['only SecantusDB is here', { ...all, mongod: undefined }, { kind: 'secantus', binary: '/s' }],
    ['nothing is here, the network is', { cargo: '/c', downloadReachable: true }, { kind: 'download-mongod' }],
    ['nothing but Rust is here', { cargo: '/c', downloadReachable: false }, { kind: 'compile-secantus', cargo: '/c' }],
    [
      'SecantusDB is forced but not compiled',
      { cargo: '/c', forced: 'secantus' },
      { kind: 'compile-secantus', cargo: '/c' },
    ],
    ['MongoDB is forced but cannot be had', { secantus: '/s', cargo: '/c', forced: 'mongod' }, { kind: 'none' }],
    ['nothing is here at all', {}, { kind: 'none' }],
  ])('when %s', (_case, has, choice) => {
    expect(chooseEngine(has)).toEqual(choice);
  });

  test('when an engine is at hand, the network is not asked', () => {
    expect(needsDownloadProbe({ secantus: '/s' })).toBe(false);
    expect(needsDownloadProbe({ cargo: '/c' })).toBe(true);
    expect(needsDownloadProbe({ cargo: '/c', forced: 'secantus' })).toBe(false);
  });

  test('when an address is printed, its password is not', () => {
    expect(withoutCredentials('mongodb://me:secret@db.test/x')).toBe('mongodb://***@db.test/x');
  });
});

describe('cargo progress', () => {
  test.each([
    ['    Building [=====>          ] 45/312: ring(build), libc', { phase: 'compiling', done: 45, total: 312 }],
    ['  Downloading crates ...', { phase: 'downloading' }],
    ['   Compiling serde v1.0.1', { phase: 'compiling' }],
    ['    Finished `release` profile in 3m 50s', { phase: 'installing' }],
    ['warning: unused import', undefined],
  ])('when cargo says %j', (piece, step) => {
    expect(readCargoStep(piece)).toEqual(step);
  });

  test('when told to a person, it has a share and the time', () => {
    expect(describeCargoStep({ phase: 'compiling', done: 45, total: 312 }, 65_000)).toBe(
      'SecantusDB: compiling 45/312 (14%), 1 min 05 s',
    );
    expect(describeElapsed(9_900)).toBe('9 s');
  });
});

describe('ports and reach', () => {
  test('when the wished port is taken, the next free one is chosen', async () => {
    const wished = await freePort();
    const server = createTcpServer().listen(wished, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const port = await freePort(wished);
    expect(port).toBeGreaterThan(wished);
    expect(await freePort(wished, new Set([port]))).not.toBe(port);
    await new Promise((resolve) => server.close(resolve));
  });

  test('when a download address answers, hangs or is away, the probe knows in time', async () => {
    const server = createServer((request, reply) => {
      if (request.url !== '/hang') reply.writeHead(403).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    expect(await isReachable(new URL(base))).toBe(true);
    expect(await isReachable(new URL(`${base}/hang`), undefined, 200)).toBe(false);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await isReachable(new URL(base))).toBe(false);
  });
});

describe('folder lock and kept processes', () => {
  let folder: string;

  test('when somebody else answers at the port, that data is not taken for ours', async () => {
    const env = process.env;
    const others = await startEngine({
      dataFolder: `${folder}-others`,
      env,
      report: () => undefined,
      durable: false,
      anyPort: true,
    });
    const port = Number(new URL(others.uri).port);
    const ours = launch({ name: 'secantus', command: 'sleep', args: ['60'], dataFolder: folder, port });
    await expect(ours).rejects.toMatchObject({ cause: portTaken });
    await others.stop();
  });

  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'grid-relief-lock-')), 'db');
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  test('when the folder is in use, a second taker is refused with the pid', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(String(process.pid));
    lock.note(process.pid, 'mongodb://x/');
    expect(readHolder(folder)?.uri).toBe('mongodb://x/');
    lock.release();
    expect(readHolder(folder)).toBeUndefined();
    (await lockFolder(folder)).release();
  });

  test.each([
    ['of a dead process', JSON.stringify({ pid: 2 ** 30, began: '1' })],
    ['of a pid that now belongs to another program', JSON.stringify({ pid: process.pid, began: '1' })],
    ['that is torn', '{"pid":'],
  ])('when a lock is left behind %s, it is replaced', async (_case, content) => {
    writeFileSync(lockFileOf(folder), content);
    const lock = await lockFolder(folder);
    expect(readHolder(folder)?.pid).toBe(process.pid);
    lock.release();
  });

  test('when a program ignores SIGTERM, it is killed after the grace', async () => {
    const stubborn = "process.on('SIGTERM',()=>{}); console.log('ready'); setInterval(()=>{},1000)";
    const logFile = path.join(path.dirname(folder), 'log');
    const kept = await startKept({ command: process.execPath, args: ['-e', stubborn], logFile, graceMs: 300 });
    await kept.stop();
    expect(() => process.kill(kept.pid, 0)).toThrow();
  });

  test('when a program does not exist, the caller is told', async () => {
    const logFile = path.join(path.dirname(folder), 'log');
    await expect(startKept({ command: '/no/such/program', args: [], logFile })).rejects.toThrow(/could not be run/);
  });
});
