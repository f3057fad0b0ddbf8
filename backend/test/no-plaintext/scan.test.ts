import { randomBytes } from 'node:crypto';
import { type Encoding, encode, encodings } from './encodings';
import { type Canary, scannerFor } from './scan';

const texts: Canary[] = [
  { what: 'name', secret: '欧阳娜娜金丝雀' },
  { what: 'phone', secret: '10000008731' },
  { what: 'address', secret: 'canary lane 88 / 金丝雀路八十八号院' },
];
const scanner = scannerFor([...texts, { what: 'bytes', secret: Buffer.from('00ff8899aabbccddeeff0102', 'hex') }]);

test.each(texts.flatMap(({ what, secret }) => encodings.map((encoding) => [what, encoding, String(secret)] as const)))(
  '%s as %s is found wherever it stands',
  (what, encoding, text) => {
    const missed = [0, 1, 2, 3, 7].filter((before) => {
      const around = [randomBytes(before), randomBytes(5)];
      const plain = Buffer.concat([Buffer.alloc(before, 'x'), Buffer.from(text), Buffer.alloc(5, 'y')]);
      const isBase64 = encoding === 'base64' || encoding === 'base64url';
      const bytes = isBase64 ? plain.toString(encoding) : Buffer.concat([around[0] ?? plain, encode(text, encoding)]);
      return !scanner.in(Buffer.from(bytes)).some((hit) => hit.what === what);
    });
    expect(missed).toEqual([]);
  },
);

test('nothing is found where nothing is, and bytes are found as bytes, in base64 and in hex', () => {
  expect(scanner.in(randomBytes(1_000_000))).toEqual([]);
  const inside = Buffer.from('aa00ff8899aabbccddeeff0102', 'hex');
  const ways: [Encoding, Buffer][] = [
    ['utf8', inside],
    ['base64', Buffer.from(inside.toString('base64'))],
    ['HEX', Buffer.from(inside.toString('hex').toUpperCase())],
  ];
  for (const [encoding, bytes] of ways) expect(scanner.in(bytes)).toContainEqual({ what: 'bytes', encoding });
});

test('a code of six digits is found by itself, not inside a longer number', () => {
  const codes = scannerFor([{ what: 'code', secret: '482915' }]);
  expect(codes.in(Buffer.from('{"code":"482915"}'))).toEqual([{ what: 'code', encoding: 'utf8' }]);
  expect(codes.in(Buffer.from('at 1650482915000, id a482915'))).toEqual([]);
  expect(codes.in(Buffer.from(`x ${Buffer.from('482915').toString('base64')}`))).toHaveLength(1);
  expect(codes.in(Buffer.from(Buffer.from('at 1650482915000').toString('base64')))).toEqual([]);
});
