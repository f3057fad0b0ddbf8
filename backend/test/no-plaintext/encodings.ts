/** How a text may be written down without being hidden. */
export const encodings = [
  'utf8',
  'utf16le',
  'utf16be',
  'base64',
  'base64url',
  'hex',
  'HEX',
  'percent',
  'json',
] as const;
export type Encoding = (typeof encodings)[number];

const hexOf = (bytes: Buffer) => bytes.toString('hex');
const escapedUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text in one encoding, as it would be written by itself. */
export function encode(text: string, encoding: Encoding): Buffer {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  switch (encoding) {
    case 'utf8':
      return utf8;
    case 'utf16le':
      return utf16;
    case 'utf16be':
      return Buffer.from(utf16).swap16();
    case 'base64':
    case 'base64url':
      return Buffer.from(utf8.toString(encoding));
    case 'hex':
      return Buffer.from(hexOf(utf8));
    case 'HEX':
      return Buffer.from(hexOf(utf8).toUpperCase());
    case 'percent':
      return Buffer.from(encodeURIComponent(text));
    case 'json':
      // every character, as a writer does that keeps to ASCII; one that does not writes UTF-8
      return Buffer.from([...Array(text.length).keys()].map((i) => escapedUnit(text.charAt(i))).join(''));
  }
}

const bitsOfByte = 8;
const bitsOfSign = 6;

/**
 * The signs of base64 that belong to these bytes alone when they stand inside something longer, which moves them to one
 * of three places; the signs at the edges are shared with their neighbours, and are left out.
 */
function insideBase64(bytes: Buffer, encoding: 'base64' | 'base64url'): Buffer[] {
  return [0, 1, 2].map((before) => {
    const signs = Buffer.concat([Buffer.alloc(before), bytes]).toString(encoding);
    const first = Math.ceil((before * bitsOfByte) / bitsOfSign);
    const end = Math.floor(((before + bytes.length) * bitsOfByte) / bitsOfSign);
    return Buffer.from(signs.slice(first, end));
  });
}

/** Everything to look for, so that the text is found in this encoding wherever it stands. */
export function tracesOf(text: string, encoding: Encoding): Buffer[] {
  const isBase64 = encoding === 'base64' || encoding === 'base64url';
  return isBase64 ? insideBase64(Buffer.from(text), encoding) : [encode(text, encoding)];
}

/** The same for bytes that are no text: as they are, in base64 and in hex. */
export function tracesOfBytes(bytes: Buffer): ReadonlyMap<Encoding, Buffer[]> {
  return new Map<Encoding, Buffer[]>([
    ['utf8', [bytes]],
    ['base64', insideBase64(bytes, 'base64')],
    ['base64url', insideBase64(bytes, 'base64url')],
    ['hex', [Buffer.from(hexOf(bytes))]],
    ['HEX', [Buffer.from(hexOf(bytes).toUpperCase())]],
  ]);
}
