/** Elements of WebM that matter here, by their ids. */
const segment = 0x18538067;
const info = 0x1549a966;
const cluster = 0x1f43b675;
const blockGroup = 0xa0;
const timestampScale = 0x2ad7b1;
const duration = 0x4489;
const clusterTime = 0xe7;
const simpleBlock = 0xa3;
const block = 0xa1;
/** Walked into instead of over: a recorder that writes as it goes does not know their size. */
const containers = new Set([segment, info, cluster, blockGroup]);

const nsPerMs = 1_000_000;

/**
 * How long a WebM recording plays, in milliseconds: the later of what its header says and where its last block of
 * sound lies. undefined when it holds no sound.
 */
export function webmLength(bytes: Buffer): number | undefined {
  let scaleNs = nsPerMs;
  let told = 0;
  let clusterAt = 0;
  let last: number | undefined;
  for (const { id, from, to } of elements(bytes)) {
    if (id === timestampScale) scaleNs = uint(bytes, from, to);
    else if (id === duration) told = float(bytes, from, to);
    else if (id === clusterTime) clusterAt = uint(bytes, from, to);
    else if (id === simpleBlock || id === block) last = Math.max(last ?? 0, clusterAt + blockTime(bytes, from, to));
  }
  return last === undefined ? undefined : (Math.max(last, told) * scaleNs) / nsPerMs;
}

interface Element {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

function* elements(bytes: Buffer): Generator<Element> {
  for (let at = 0; at < bytes.length; ) {
    const idBytes = lengthOf(bytes[at]);
    const sizeAt = at + idBytes;
    const sizeBytes = lengthOf(bytes[sizeAt]);
    const from = sizeAt + sizeBytes;
    if (idBytes === 0 || idBytes > 4 || sizeBytes === 0 || from > bytes.length) return;
    const id = uint(bytes, at, sizeAt);
    const to = from + sizeOf(bytes, sizeAt, sizeBytes);
    if (containers.has(id)) {
      at = from;
      continue;
    }
    if (to > bytes.length) return;
    yield { id, from, to };
    at = to;
  }
}

/** The first byte says by its leading zeros how many bytes a number has; 0: not a number. */
function lengthOf(first: number | undefined): number {
  return first ? Math.clz32(first) - 23 : 0;
}

function sizeOf(bytes: Buffer, at: number, length: number): number {
  const [first = 0] = bytes.subarray(at, at + 1);
  const marker = 2 ** (8 - length);
  return (first - marker) * 2 ** (8 * (length - 1)) + uint(bytes, at + 1, at + length);
}

/** A block says its distance from its cluster in two bytes behind the track's number. */
function blockTime(bytes: Buffer, from: number, to: number): number {
  const at = from + lengthOf(bytes[from]);
  return at + 2 <= to ? bytes.readInt16BE(at) : 0;
}

function uint(bytes: Buffer, from: number, to: number): number {
  return bytes.subarray(from, to).reduce((number, byte) => number * 256 + byte, 0);
}

function float(bytes: Buffer, from: number, to: number): number {
  if (to - from === 4) return bytes.readFloatBE(from);
  return to - from === 8 ? bytes.readDoubleBE(from) : 0;
}
