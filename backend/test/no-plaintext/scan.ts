import { type Encoding, encode, encodings, tracesOf, tracesOfBytes } from './encodings';

/** Something that must be nowhere, and what it is: `submitDelivery /words`. */
export interface Canary {
  readonly what: string;
  readonly secret: string | Buffer;
}

export interface Hit {
  readonly what: string;
  readonly encoding: Encoding;
}

interface Trace extends Hit {
  readonly bytes: Buffer;
  /** Few digits stand in longer ones by chance: they count only where no letter and no digit is beside them. */
  readonly standsAlone: boolean;
}

/** Finds every canary in every encoding in one walk over the bytes, however many there are. */
export interface Scanner {
  /** How many different strings of bytes are looked for. */
  readonly traces: number;
  in(bytes: Buffer): Hit[];
}

const fewDigits = /^\d{1,8}$/;

function tracesFor({ what, secret }: Canary): Trace[] {
  const found = typeof secret === 'string' ? forText(secret) : [...tracesOfBytes(secret)];
  const seen = new Set<string>();
  return found.flatMap(([encoding, all]) =>
    all.flatMap((bytes) => {
      const key = bytes.toString('latin1');
      if (seen.has(key)) return [];
      seen.add(key);
      const standsAlone = aloneIn.includes(encoding) && typeof secret === 'string' && fewDigits.test(secret);
      return [{ what, encoding, bytes, standsAlone }];
    }),
  );
}

/** Where few digits are looked for by themselves only: the numbers of ids and times stand there too. */
const aloneIn: readonly Encoding[] = ['utf8', 'base64', 'base64url'];

function forText(text: string): (readonly [Encoding, Buffer[]])[] {
  const isCode = fewDigits.test(text);
  return encodings.map((encoding) => {
    const isAlone = isCode && aloneIn.includes(encoding);
    return [encoding, isAlone ? [encode(text, encoding)] : tracesOf(text, encoding)];
  });
}

const startBytes = 4;

export function scannerFor(canaries: readonly Canary[]): Scanner {
  const traces = canaries.flatMap(tracesFor);
  const short = traces.filter(({ bytes }) => bytes.length < startBytes);
  if (short.length > 0) throw new Error(`too short to look for: ${short.map(({ what }) => what)}`);
  const byStart = new Map<number, Trace[]>();
  // most places are passed by with one look at two bytes
  const begins = new Uint8Array(0x1_00_00);
  for (const trace of traces) {
    const start = trace.bytes.readUInt32LE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), trace]);
    begins[start & 0xff_ff] = 1;
  }
  return {
    traces: traces.length,
    in(bytes) {
      const hits = new Map<string, Hit>();
      for (let at = 0; at + startBytes <= bytes.length; at++) {
        if (begins[(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)] !== 1) continue;
        for (const trace of byStart.get(bytes.readUInt32LE(at)) ?? []) {
          if (isAt(bytes, at, trace)) hits.set(`${trace.what} ${trace.encoding}`, trace);
        }
      }
      return [...hits.values()].map(({ what, encoding }) => ({ what, encoding }));
    },
  };
}

function isAt(bytes: Buffer, at: number, { bytes: wanted, standsAlone }: Trace): boolean {
  const end = at + wanted.length;
  if (end > bytes.length || bytes.compare(wanted, 0, wanted.length, at, end) !== 0) return false;
  return !standsAlone || !(isSign(bytes[at - 1]) || isSign(bytes[end]));
}

/** Letters, digits, and the two further signs of base64url. */
function isSign(byte: number | undefined): boolean {
  return byte !== undefined && /[\w-]/.test(String.fromCharCode(byte));
}
