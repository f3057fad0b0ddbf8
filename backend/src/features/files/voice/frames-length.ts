/** One frame of sound: its size in the file, and how long it plays. */
interface Frame {
  readonly bytes: number;
  readonly ms: number;
}

/** How long a stream of ADTS frames (AAC) plays, in milliseconds; undefined without a single frame. */
export function adtsLength(bytes: Buffer): number | undefined {
  return playing(bytes, 0, adtsFrame);
}

/** The same for MPEG audio of layer III, behind an ID3 tag if there is one. */
export function mp3Length(bytes: Buffer): number | undefined {
  return playing(bytes, endOfTag(bytes), mp3Frame);
}

function playing(
  bytes: Buffer,
  start: number,
  frameAt: (bytes: Buffer, at: number) => Frame | undefined,
): number | undefined {
  let ms = 0;
  for (let at = start; at + 4 <= bytes.length; ) {
    const frame = frameAt(bytes, at);
    ms += frame?.ms ?? 0;
    // between frames may lie a tag or some lost bytes
    at += frame?.bytes ?? 1;
  }
  return ms === 0 ? undefined : ms;
}

/** Samples a second by the index in an ADTS header (ISO/IEC 13818-7). */
const aacRates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];
const aacSamples = 1024;
const adtsHeadBytes = 7;

function adtsFrame(bytes: Buffer, at: number): Frame | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = bytes.subarray(at, at + adtsHeadBytes);
  const rate = aacRates[(c >> 2) & 0xf];
  const size = ((d & 0x3) << 11) | (e << 3) | (f >> 5);
  if (a !== 0xff || (b & 0xf6) !== 0xf0 || !rate || size < adtsHeadBytes) return undefined;
  return { bytes: size, ms: (aacSamples * 1000) / rate };
}

/** Kilobits a second of layer III by the index in the header, for MPEG-1 and for MPEG-2 and 2.5 (ISO/IEC 11172-3). */
const mpeg1Kbits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const mpeg2Kbits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const mpeg1Rates = [44_100, 48_000, 32_000];
/** By the two version bits: 2.5, reserved, 2, 1. */
const rateDivisors = [4, undefined, 2, 1];

function mp3Frame(bytes: Buffer, at: number): Frame | undefined {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
  const divisor = rateDivisors[(b >> 3) & 0x3];
  const base = mpeg1Rates[(c >> 2) & 0x3];
  if (a !== 0xff || (b & 0xe6) !== 0xe2 || !divisor || !base) return undefined;
  const isFirst = divisor === 1;
  const kbits = (isFirst ? mpeg1Kbits : mpeg2Kbits)[c >> 4];
  if (!kbits) return undefined;
  const rate = base / divisor;
  const samples = isFirst ? 1152 : 576;
  const padding = (c >> 1) & 1;
  return { bytes: Math.floor(((samples / 8) * kbits * 1000) / rate) + padding, ms: (samples * 1000) / rate };
}

const tagHeadBytes = 10;

function endOfTag(bytes: Buffer): number {
  if (bytes.toString('latin1', 0, 3) !== 'ID3') return 0;
  // seven bits a byte, so that a size never looks like the start of a frame
  return tagHeadBytes + bytes.subarray(6, tagHeadBytes).reduce((size, byte) => size * 128 + (byte & 0x7f), 0);
}
