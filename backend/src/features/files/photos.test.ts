import { monitorEventLoopDelay } from 'node:perf_hooks';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { readFile, uploadFile } from '.';
import { aPhoto, deps, newId, refusal, sender, setTheScene } from './testing/file-scene';

setTheScene();

const gps = {
  GPSLatitude: '37/1 33/1 12/1',
  GPSLatitudeRef: 'N',
  GPSLongitude: '112/1 9/1 20/1',
  GPSLongitudeRef: 'E',
};

async function withGps(): Promise<Buffer> {
  const photo = await aPhoto();
  return sharp(photo)
    .withExif({ IFD0: { Make: 'Somebody', Copyright: 'A name' }, IFD3: gps })
    .jpeg()
    .toBuffer();
}

/** A PNG whose header claims a size and whose data is `rows` rows of nothing. */
function pngOf(width: number, height: number, rows: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc((width + 1) * rows));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(name), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

async function servedAfter(bytes: Buffer, actor = sender): Promise<Buffer> {
  const id = newId();
  await uploadFile(deps, actor, { id, purpose: 'RECEIPT', bytes });
  return (await readFile(deps, actor, id)).bytes;
}

describe('photos', () => {
  test('when a photo carries its place and names, none of it is served or stored', async () => {
    const sent = await withGps();
    // the control: the detector does find them in what was sent
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    expect(sent.includes('Somebody')).toBe(true);
    const served = await servedAfter(sent);
    const facts = await sharp(served).metadata();
    expect([facts.exif, facts.xmp, facts.iptc]).toEqual([undefined, undefined, undefined]);
    expect(served.includes('Somebody') || served.includes('Exif')).toBe(false);
  });

  test('when a photo is large, it is kept at most 1600 pixels long and upright', async () => {
    const tall = await sharp(await aPhoto(3000, 2000))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { width, height } = await sharp(await servedAfter(tall)).metadata();
    expect([width, height]).toEqual([1067, 1600]);
  });

  test('when PNG or WebP is sent, JPEG is served', async () => {
    const photo = await aPhoto();
    for (const sent of [await sharp(photo).png().toBuffer(), await sharp(photo).webp().toBuffer()]) {
      expect((await sharp(await servedAfter(sent)).metadata()).format).toBe('jpeg');
    }
  });

  test('when it is a polyglot, a page, a vector drawing or broken, it is refused or nothing of it is left', async () => {
    const photo = await aPhoto();
    const script = Buffer.from('<script>alert(1)</script>');
    const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60, 0x41), Buffer.from('secret.txt')]);
    const refused: Record<string, Buffer> = {
      'jpeg and page': Buffer.concat([photo, script]),
      'jpeg with a page in its comment': Buffer.concat([
        photo.subarray(0, 2),
        Buffer.from([0xff, 0xfe, 0, script.length + 2]),
        script,
        photo.subarray(2),
      ]),
      'jpeg and pdf': Buffer.concat([photo, Buffer.from('%PDF-1.7 ...')]),
      svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'),
      'svg behind a declaration': Buffer.from('<?xml version="1.0"?><a:svg xmlns:a="http://www.w3.org/2000/svg"/>'),
      page: Buffer.from('<!doctype html><title>x</title>'),
      gif: Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;'),
      truncated: photo.subarray(0, photo.length / 2),
      'first bytes only': photo.subarray(0, 16),
      'jpeg start, then nonsense': Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5_000, 0x41)]),
      '10,000 x 10,000 pixels': pngOf(10_000, 10_000, 10_000),
      'header that claims 60,000 x 60,000': pngOf(60_000, 60_000, 1),
      empty: Buffer.alloc(0),
      'webp start, then nonsense': Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.alloc(200, 1)]),
      'a voice note as a receipt': Buffer.concat([Buffer.from('ID3'), Buffer.alloc(200)]),
    };
    const before = process.memoryUsage().rss;
    for (const [name, bytes] of Object.entries(refused)) {
      expect([name, await refusal(bytes)]).toEqual([name, 'unsupported-media']);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    const served = await servedAfter(Buffer.concat([photo, zip]));
    expect(served.includes('secret.txt')).toBe(false);
  });

  test('when a photo is over the limit, it is refused by its size', async () => {
    expect(await refusal(Buffer.alloc(6 * 1024 * 1024 + 1))).toBe('body-too-large');
  });

  test('when a photo of 5 MB comes, the event loop goes on', async () => {
    const big = await sharp(await aPhoto(4000, 3000))
      .jpeg({ quality: 62 })
      .toBuffer();
    expect(big.length).toBeGreaterThan(3_000_000);
    const longest: number[] = [];
    for (let i = 0; i < 5; i++) {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await servedAfter(big);
      delay.disable();
      longest.push(delay.max / 1e6);
    }
    // the goal is 10 ms on a machine of one's own; other tests share this one and hold it up now and then
    expect(Math.min(...longest)).toBeLessThan(60);
  });
});
