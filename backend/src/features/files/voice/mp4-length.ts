/** A box of an MP4 file: its kind, and where its content begins and ends. */
interface Box {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

const headBytes = 8;
const longHeadBytes = 16;
/** A version-1 box has 64-bit times. */
const wide = 1;

/**
 * How long the longest track of an MP4 file plays, in milliseconds: by the table of its samples, or by its fragments
 * where a recorder wrote it as it went. undefined when it holds no sound that could be measured.
 */
export function mp4Length(bytes: Buffer): number | undefined {
  const top = boxes(bytes, 0, bytes.length);
  const moov = top.find(({ kind }) => kind === 'moov');
  if (!moov) return undefined;
  const tracks = inside(bytes, moov, 'trak').map((track) => trackLength(bytes, track, moov, top));
  const known = tracks.filter((length) => length !== undefined && length > 0);
  return known.length === 0 ? undefined : Math.max(...known.map(Number));
}

function trackLength(bytes: Buffer, track: Box, moov: Box, top: readonly Box[]): number | undefined {
  const [media] = inside(bytes, track, 'mdia');
  const [header] = media ? inside(bytes, media, 'mdhd') : [];
  if (!media || !header) return undefined;
  const isWide = bytes[header.from] === wide;
  const scale = uint(bytes, header.from + (isWide ? 20 : 12));
  if (scale === 0) return undefined;
  const [extension] = inside(bytes, moov, 'mvex').flatMap((box) => inside(bytes, box, 'trex'));
  const standard = extension ? uint(bytes, extension.from + 12) : 0;
  const fragments = top.filter(({ kind }) => kind === 'moof').flatMap((box) => inside(bytes, box, 'traf'));
  const ticks = sampleTicks(bytes, media) + sum(fragments.map((fragment) => fragmentTicks(bytes, fragment, standard)));
  return (ticks * 1000) / scale;
}

/** The table of samples says for runs of them how long each lasts. */
function sampleTicks(bytes: Buffer, media: Box): number {
  const tables = inside(bytes, media, 'minf')
    .flatMap((box) => inside(bytes, box, 'stbl'))
    .flatMap((box) => inside(bytes, box, 'stts'));
  return sum(
    tables.map(({ from, to }) => {
      const fitting = Math.min(uint(bytes, from + 4), Math.floor((to - from - headBytes) / 8));
      return sum(
        Array.from({ length: Math.max(0, fitting) }, (_, i) => {
          const at = from + headBytes + i * 8;
          return uint(bytes, at) * uint(bytes, at + 4);
        }),
      );
    }),
  );
}

const hasSampleDuration = 0x100;
const hasDataOffset = 0x1;
const hasFirstFlags = 0x4;
/** Optional fields of a sample in a run, four bytes each: duration, size, flags, offset. */
const sampleFields = [0x100, 0x200, 0x400, 0x800];

function fragmentTicks(bytes: Buffer, fragment: Box, standard: number): number {
  const [head] = inside(bytes, fragment, 'tfhd');
  const each = head ? (defaultDuration(bytes, head) ?? standard) : standard;
  return sum(inside(bytes, fragment, 'trun').map((run) => runTicks(bytes, run, each)));
}

function defaultDuration(bytes: Buffer, { from }: Box): number | undefined {
  const flags = uint(bytes, from) & 0xffffff;
  if (!(flags & 0x8)) return undefined;
  return uint(bytes, from + headBytes + (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0));
}

function runTicks(bytes: Buffer, { from, to }: Box, each: number): number {
  const flags = uint(bytes, from) & 0xffffff;
  const count = uint(bytes, from + 4);
  if (!(flags & hasSampleDuration)) return count * each;
  const size = sampleFields.filter((field) => flags & field).length * 4;
  const first = from + headBytes + (flags & hasDataOffset ? 4 : 0) + (flags & hasFirstFlags ? 4 : 0);
  const fitting = Math.min(count, Math.floor((to - first) / size));
  return sum(Array.from({ length: Math.max(0, fitting) }, (_, i) => uint(bytes, first + i * size)));
}

function inside(bytes: Buffer, box: Box, kind: string): Box[] {
  return boxes(bytes, box.from, box.to).filter((inner) => inner.kind === kind);
}

/** The boxes between two places; what is cut off or senseless ends the list. */
function boxes(bytes: Buffer, from: number, to: number): Box[] {
  const found: Box[] = [];
  for (let at = from; at + headBytes <= to; ) {
    const short = uint(bytes, at);
    const head = short === 1 ? longHeadBytes : headBytes;
    const size = short === 1 ? uint(bytes, at + 8) * 2 ** 32 + uint(bytes, at + 12) : short || to - at;
    if (size < head || at + size > to) break;
    found.push({ kind: bytes.toString('latin1', at + 4, at + 8), from: at + head, to: at + size });
    at += size;
  }
  return found;
}

/** Four bytes as a number; 0 behind the end. */
function uint(bytes: Buffer, at: number): number {
  return at + 4 <= bytes.length ? bytes.readUInt32BE(at) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
