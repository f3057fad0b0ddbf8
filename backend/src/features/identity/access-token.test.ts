import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { masterKey } from '../../platform/encryption';
import { tokenSigner } from './access-token';
import { verifiedTokens } from './verified-tokens';

const master = masterKey(randomBytes(32));
const key = master.derive('access-token-1');
const start = new Date('2022-04-18T01:30:00Z');
const claims = { personId: '141122-01g0xxxxxx0123456789abcdef', county: '141122', version: 3 };
const at = Math.floor(start.getTime() / 1000);
const payload = { sub: claims.personId, county: '141122', gv: 3, iat: at, exp: at + 600 };
const named = { issuer: 'grid-relief', audience: 'grid-relief-api' };
const header = { alg: 'HS256', typ: 'at+jwt', kid: 'access-token-1' };
const signer = tokenSigner(master, () => start);
const made = (options: jwt.SignOptions = {}, more: object = {}, by: jwt.Secret = key) =>
  jwt.sign({ ...payload, ...more }, by, { ...named, header, ...options });

const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const unsigned = (alg: string) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ ...header, alg })}.${part({ ...payload, iss: named.issuer, aud: named.audience })}.`;
};
const stripped = () => made().split('.').slice(0, 2).join('.');

const crafted: [string, () => string][] = [
  ['alg none', () => unsigned('none')],
  ['alg None in another case', () => unsigned('nOnE')],
  ['no signature', () => `${stripped()}.`],
  ['no third part', stripped],
  [
    'a changed payload',
    () =>
      made().replace(
        /\.[^.]+\./,
        `.${Buffer.from(JSON.stringify({ ...payload, sub: '141122-zzzzzzzzzzzzzzzzzzzzzzzzzz' })).toString('base64url')}.`,
      ),
  ],
  ['another key', () => made({}, {}, createSecretKey(randomBytes(32)))],
  ['the empty key', () => made({}, {}, createSecretKey(Buffer.alloc(1)))],
  ['HS384 with our key', () => made({ algorithm: 'HS384', header: { ...header, alg: 'HS384' } })],
  ['HS512 with our key', () => made({ algorithm: 'HS512', header: { ...header, alg: 'HS512' } })],
  ['RS256', () => made({ algorithm: 'RS256', header: { ...header, alg: 'RS256' } }, {}, rsa.privateKey)],
  ['a public key used as a shared secret', () => made({}, {}, createSecretKey(Buffer.from(rsa.publicKey)))],
  ['a kid that is a path', () => made({ header: { ...header, kid: '../../dev/null' } })],
  ['a kid with an injection', () => made({ header: { ...header, kid: "x' UNION SELECT 'secret" } })],
  ['no kid', () => made({ header: { alg: 'HS256', typ: 'at+jwt' } })],
  ['typ JWT', () => made({ header: { ...header, typ: 'JWT' } })],
  ['a bind ticket', () => signer.signBind({ openidHash: 'openid:1.abcdefgh', sealedOpenid: 'sealed-text' })],
  ['a foreign issuer', () => made({ issuer: 'somebody-else' })],
  ['a foreign audience', () => made({ audience: 'another-api' })],
  ['run out a second ago', () => made({}, { exp: at - 1 })],
  ['not valid yet', () => made({}, { nbf: at + 60 })],
  ['no subject', () => made({}, { sub: undefined })],
  ['an injection as subject', () => made({}, { sub: '{"$ne":null}' })],
  ['a negative grants version', () => made({}, { gv: -1 })],
  ['a refresh token', () => `${claims.personId}.1.${randomBytes(32).toString('base64url')}`],
  ['nothing', () => ''],
];

test.each(crafted)('a token with %s is refused', (_what, craft) => {
  expect(() => signer.verify(craft())).toThrow(expect.objectContaining({ name: 'Problem' }));
});

test('our own token is accepted until it ends', () => {
  const { token, expiresAt } = signer.sign(claims);
  expect(signer.verify(token)).toEqual(claims);
  expect(expiresAt.toISOString()).toBe('2022-04-18T01:40:00.000Z');
  const later = tokenSigner(master, () => expiresAt);
  expect(() => later.verify(token)).toThrow(expect.objectContaining({ type: 'token-expired' }));
});

test('a token that was accepted before still ends, and vouches for no other text', () => {
  let now = start;
  const moving = tokenSigner(master, () => now);
  const { token, expiresAt } = moving.sign(claims);
  expect([moving.verify(token), moving.verify(token)]).toEqual([claims, claims]);
  const [head, , signature] = token.split('.');
  const other = Buffer.from(JSON.stringify({ ...payload, iss: named.issuer, aud: named.audience, gv: 9 }));
  for (const text of [
    `${head}.${other.toString('base64url')}.${signature}`,
    `${token}=`,
    `${token} `,
    token.slice(0, -1),
  ])
    expect(() => moving.verify(text)).toThrow(expect.objectContaining({ type: 'not-signed-in' }));
  now = expiresAt;
  expect(() => moving.verify(token)).toThrow(expect.objectContaining({ type: 'token-expired' }));
});

test('when more tokens are seen than are kept, the oldest are checked anew', () => {
  const tokens = verifiedTokens(4);
  const seen = { claims, expiresAt: at };
  const texts = ['first', 'second', 'third', 'fourth', 'fifth'];
  for (const text of texts) tokens.put(text, seen);
  expect(texts.filter((text) => tokens.get(text))).toEqual(['third', 'fourth', 'fifth']);
});

test('control: a check that pins neither algorithm nor type lets crafted tokens through', () => {
  const careless = (token: string) => {
    try {
      return jwt.verify(token, key, { clockTimestamp: at }) !== undefined;
    } catch {
      return false;
    }
  };
  const accepted = crafted.filter(([, craft]) => careless(craft())).map(([what]) => what);
  expect(accepted).toEqual(
    expect.arrayContaining([
      'HS384 with our key',
      'HS512 with our key',
      'typ JWT',
      'a kid that is a path',
      'a bind ticket',
    ]),
  );
});
