import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { mp4Of } from '../../src/features/files/voice/sound.fixture';
import { mustBe, type Somebody } from './people';
import type { Stage } from './stage';

/** A photo as a phone takes it: with its place, its owner and a comment beside the picture. */
export async function aPhoto({ canaries }: Stage, what: string): Promise<Buffer> {
  const noise = { width: 64, height: 64, channels: 3 as const };
  // 37.788912 north, 111.789123 east, as fractions of an angle
  const position = { GPSLatitude: '37/1 47/1 200832/10000', GPSLongitude: '111/1 47/1 208428/10000' };
  const owner = canaries.letters(`${what}: owner in the photo`);
  const jpeg = await sharp(randomBytes(64 * 64 * 3), { raw: noise })
    .withExif({ IFD0: { Artist: owner, ImageDescription: owner }, IFD3: position })
    .jpeg()
    .toBuffer();
  canaries.keep(`${what}: its place`, rationals(200_832, 10_000));
  // from the middle of the picture itself
  canaries.keep(`${what}: its picture`, jpeg.subarray(jpeg.length - 600, jpeg.length - 560));
  return jpeg;
}

function rationals(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32LE(number, i * 4);
  return bytes;
}

/** A recording with something spoken in it. */
export function aVoice({ canaries }: Stage): Buffer {
  return Buffer.concat([mp4Of(3), Buffer.from(canaries.letters('voice note: spoken'))]);
}

/** Stores it as a phone does. @returns its id */
export async function upload(
  { app }: Stage,
  who: Somebody,
  purpose: string,
  bytes: Buffer,
  type: string,
): Promise<string> {
  const id = app.anId();
  const sent = { token: who.token, body: bytes, headers: { 'content-type': type } };
  mustBe(purpose, await app.call('PUT', `/files/${id}?purpose=${purpose}`, sent));
  return id;
}
