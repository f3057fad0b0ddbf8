import { randomBytes } from 'node:crypto';
import { maskName, maskPhone } from '../../masks';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { movableClock } from '../clock';
import { fieldVault, masterKey } from '.';

let database: TestDatabase;
const clock = movableClock(new Date('2022-04-18T01:30:00Z'));
const master = masterKey(randomBytes(32));
const vaultBeside = () => fieldVault(database.connection, master, clock.now);

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('a field opens where it was sealed, and nowhere else', async () => {
  const cipher = await vaultBeside().of('141122', 'account');
  const sealed = cipher.seal('李桂兰', 'h1/name');
  expect(cipher.open(sealed, 'h1/name')).toBe('李桂兰');
  expect(() => cipher.open(sealed, 'h2/name')).toThrow();
  const [label, text = ''] = sealed.split(':');
  const changed = Buffer.from(text, 'base64url');
  changed[14] = (changed[14] ?? 0) ^ 1;
  expect(() => cipher.open(`${label}:${changed.toString('base64url')}`, 'h1/name')).toThrow();
  expect(cipher.seal('李桂兰', 'h1/name')).not.toBe(sealed);
});

test('when more texts are sealed than nonces are drawn at once, no nonce is used twice and all open', async () => {
  const cipher = await vaultBeside().of('141122', 'account');
  const sealed = Array.from({ length: 1_000 }, (_, number) => cipher.seal(`text ${number}`, 'h1/name'));
  const nonces = sealed.map((text) => Buffer.from(text.split(':')[1] ?? '', 'base64url').toString('hex', 0, 12));
  expect(new Set(nonces).size).toBe(sealed.length);
  expect(sealed.map((text) => cipher.open(text, 'h1/name'))).toEqual(sealed.map((_, number) => `text ${number}`));
});

test('two processes that begin at once make one key', async () => {
  const [one, two] = await Promise.all([vaultBeside().of('141123', 'account'), vaultBeside().of('141123', 'account')]);
  expect(two.open(one.seal('x', 'p'), 'p')).toBe('x');
  expect(one.blindIndex('phone', '10000000001')).toBe(two.blindIndex('phone', '10000000001'));
});

test('when a key is rotated, old text opens and look-up asks for both', async () => {
  const vault = vaultBeside();
  const before = await vault.of('141124', 'account');
  const [sealed, index] = [before.seal('x', 'p'), before.blindIndex('phone', '10000000001')];
  await vault.rotate('141124', 'account');
  clock.advance(6_000);
  const after = await vault.of('141124', 'account');
  expect(after.open(sealed, 'p')).toBe('x');
  expect(after.seal('y', 'p').split(':')[0]).toBe('2022-04.2');
  expect(after.blindIndexes('phone', '10000000001')).toEqual([index, after.blindIndex('phone', '10000000001')]);
  expect(after.blindIndex('phone', '10000000001')).not.toBe(index);
});

test('a clock that was put back finds a key that may be used, and what was sealed before stays readable', async () => {
  const vault = vaultBeside();
  const sealed = (await vault.of('141127', 'epidemic')).seal('13', 'a/name');
  clock.advance(-3_600_000);
  const cipher = await vault.of('141127', 'epidemic');
  expect(cipher.open(cipher.seal('14', 'b/name'), 'b/name')).toBe('14');
  expect(cipher.open(sealed, 'a/name')).toBe('13');
  clock.advance(3_600_000);
});

test('when a purpose ends, its text is unreadable at once, and within a second elsewhere; others stay', async () => {
  const [here, elsewhere] = [vaultBeside(), vaultBeside()];
  const epidemic = await here.of('141125', 'epidemic');
  const account = await here.of('141125', 'account');
  const [sealed, other] = [epidemic.seal('x', 'p'), account.seal('y', 'p')];
  expect((await elsewhere.of('141125', 'epidemic')).open(sealed, 'p')).toBe('x');
  await here.destroy('141125', 'epidemic');
  expect((await here.of('141125', 'epidemic')).open(sealed, 'p')).toBeUndefined();
  expect((await here.of('141125', 'account')).open(other, 'p')).toBe('y');
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect((await elsewhere.of('141125', 'epidemic')).open(sealed, 'p')).toBeUndefined();
  // a new purpose begins with a new key
  const fresh = (await here.of('141125', 'epidemic')).seal('z', 'p');
  expect((await here.of('141125', 'epidemic')).open(fresh, 'p')).toBe('z');
});

test('another master key opens nothing', async () => {
  await vaultBeside().of('141126', 'account');
  const stranger = fieldVault(database.connection, masterKey(randomBytes(32)), clock.now);
  await expect(stranger.of('141126', 'account')).rejects.toThrow();
});

test('names and phones are masked', () => {
  expect([maskName('张三'), maskName('欧阳春'), maskName('李'), maskPhone('10000001234')]).toEqual([
    '张*',
    '欧**',
    '李*',
    '****1234',
  ]);
});
