import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEngine } from '../../platform/database/engine';
import { aHousehold, aPerson } from '../../testing/builders';
import { startTestApp } from '../../testing/test-app';

const name = '欧阳娜娜金丝雀';
const phone = '10000008731';
const compound = '金丝雀路八十八号院';
const control = 'control-canary-stored-plain-5521';

/** Every form in which a text may lie in a file. */
function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  // three offsets: base64 of a longer text cuts the bytes differently; the edges depend on the neighbours
  const inner = [0, 1, 2].map((skip) => {
    const padded = Buffer.concat([Buffer.alloc(skip), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(padded.slice(4, -2));
  });
  return [
    utf8,
    utf16,
    Buffer.from(utf16).swap16(),
    ...inner,
    Buffer.from(utf8.toString('hex')),
    Buffer.from(encodeURIComponent(text)),
  ];
}

async function foundIn(folder: string, texts: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = await Promise.all(files.map((file) => readFile(path.join(file.parentPath, file.name))));
  expect(contents.length).toBeGreaterThan(0);
  return texts.filter((text) => contents.some((bytes) => formsOf(text).some((form) => bytes.includes(form))));
}

test('after sign-in, consent and a look, no name, phone or address lies in the database files', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'at-rest-'));
  const { MONGODB_URI: _notForTests, ...env } = process.env;
  const report = () => undefined;
  const engine = await startEngine({ dataFolder: path.join(folder, 'db'), env, report, durable: true, anyPort: true });
  const shared = process.env.GRID_RELIEF_TEST_URI;
  process.env.GRID_RELIEF_TEST_URI = engine.uri;
  const app = await startTestApp();
  process.env.GRID_RELIEF_TEST_URI = shared;
  try {
    const household = await aHousehold(app)
      .named(name)
      .withAddress({ compound, building: '3', unit: '1', floor: 4, room: '402' })
      .saved();
    await aPerson(app).named(name).withPhone(phone).livingIn(household).saved();
    const worker = await app.signIn(await aPerson(app).withRole('GRID_WORKER').saved());
    const { body } = await app.call('POST', '/sign-in/code', { body: { phone } });
    const signedIn = await app.call('POST', '/sign-in/phone', {
      body: { phone, code: body.demoCode, device: 'device-of-a-test' },
    });
    expect(signedIn.body.me.name).toBe(name);
    const look = { opId: app.anId(), why: 'CALL' };
    const seen = await app.call('POST', `/households/${household.id}/reveal`, { token: worker, body: look });
    expect(seen.body.address.compound).toBe(compound);
    await app.connection.collection('controls').insertOne({ control });
  } finally {
    // the database is kept: its files are what is looked at
    jest.spyOn(app.connection, 'dropDatabase').mockResolvedValue(undefined);
    await app.close();
    await engine.stop();
  }
  try {
    expect(await foundIn(folder, [name, phone, compound, control])).toEqual([control]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
