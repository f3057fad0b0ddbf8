/** Recordings of silence, built byte by byte: just what a player needs to know how long they are. */

const box = (kind: string, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, content]);
};
const words = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32BE(number, i * 4);
  return bytes;
};
const scale = 1_000;
const mediaHeader = box('mdhd', words(0, 0, 0, scale, 0, 0));
const trackOf = (...tables: readonly Buffer[]) =>
  box('trak', box('mdia', mediaHeader, box('minf', box('stbl', ...tables))));
const kind = box('ftyp', Buffer.from('M4A \0\0\0\0'));

/** An MP4 whose table of samples adds up to so many seconds, whatever its header claims. */
export function mp4Of(seconds: number): Buffer {
  return Buffer.concat([kind, box('moov', trackOf(box('stts', words(0, 1, seconds, scale))))]);
}

/** The same as a recorder writes it that does not know the end yet: a fragment a second. */
export function fragmentedMp4Of(seconds: number): Buffer {
  const moov = box('moov', trackOf(box('stts', words(0, 0))), box('mvex', box('trex', words(0, 1, 1, scale, 0, 0))));
  const moof = box('moof', box('traf', box('tfhd', words(0, 1)), box('trun', words(0, 1))));
  return Buffer.concat([kind, moov, ...Array.from({ length: seconds }, () => moof)]);
}

const element = (id: string, content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(id, 'hex'),
    Buffer.from([0x10 | (content.length >> 24)]),
    lastThree(content.length),
    content,
  ]);
const lastThree = (size: number) => Buffer.from([(size >> 16) & 0xff, (size >> 8) & 0xff, size & 0xff]);
const unknownSize = Buffer.from('01ffffffffffffff', 'hex');

/** A live WebM: no duration in its header, sizes unknown, a cluster of two blocks each second. */
export function webmOf(seconds: number): Buffer {
  const clusters = Array.from({ length: seconds }, (_, second) =>
    Buffer.concat([
      Buffer.from('1f43b675', 'hex'),
      unknownSize,
      element('e7', words(second * 1_000)),
      element('a3', Buffer.from([0x81, 0, 0, 0x80])),
      element('a3', Buffer.from([0x81, 0x03, 0xe8, 0x80])),
    ]),
  );
  return Buffer.concat([
    element('1a45dfa3', Buffer.from('webm')),
    Buffer.from('18538067', 'hex'),
    unknownSize,
    element('1549a966', element('2ad7b1', words(1_000_000))),
    ...clusters,
  ]);
}

/** Frames of MPEG-2 layer III, 16 kHz at 16 kbit/s as phones record speech: 36 ms each. */
export function mp3Of(seconds: number): Buffer {
  const frame = Buffer.alloc(72);
  frame.set([0xff, 0xf3, 0x28, 0xc4]);
  const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x05'), Buffer.alloc(5)]);
  return Buffer.concat([tag, ...Array.from({ length: Math.round((seconds * 1000) / 36) }, () => frame)]);
}

/** ADTS frames of AAC at 16 kHz: 64 ms each. */
export function aacOf(seconds: number): Buffer {
  const frame = Buffer.alloc(32);
  frame.set([0xff, 0xf1, 0x60, 0x40, 0x04, 0x1f, 0xfc]);
  return Buffer.concat(Array.from({ length: Math.round((seconds * 1000) / 64) }, () => frame));
}
