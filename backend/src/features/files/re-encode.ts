import sharp from 'sharp';
import { Problem } from '../../http/problem';
import type { Sniffed } from './sniff';

/** Longest side of a kept photo: a receipt stays readable. Pixels. */
const longestSide = 1600;
/** Above what phones of these years take; a picture that claims more is refused before a pixel is decoded. */
const pixelLimit = 50_000_000;
const quality = 78;
const workSeconds = 15;
/** Photos decoded at once, and how many may wait: each needs memory, and a phone can send again. */
const atOnce = 2;
const waitingLimit = 40;

sharp.cache(false);
// one thread a photo: several requests share the machine
sharp.concurrency(1);

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Decodes a photo and writes it anew as JPEG: upright, at most 1600 pixels long, with nothing of what was beside the
 * picture (place, camera, comments, hidden appendices). Runs outside the event loop.
 * @throws Problem unsupported-media for what is no whole picture or too many pixels; overloaded when too many wait
 */
export async function reEncode(bytes: Buffer, format: Extract<Sniffed, { kind: 'PHOTO' }>['format']): Promise<Buffer> {
  await takeTurn();
  try {
    return await encode(bytes, format);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('unsupported-media', 'This is not a whole picture.');
  } finally {
    endTurn();
  }
}

async function encode(bytes: Buffer, format: string): Promise<Buffer> {
  const image = sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error', sequentialRead: true, pages: 1 });
  const facts = await image.metadata();
  if (facts.format !== format || facts.width * facts.height > pixelLimit) {
    throw new Problem('unsupported-media', 'This picture is too large or not what it says.');
  }
  return image
    .rotate()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .timeout({ seconds: workSeconds })
    .toBuffer();
}

async function takeTurn(): Promise<void> {
  if (running < atOnce) {
    running++;
    return;
  }
  if (waiting.length >= waitingLimit) throw new Problem('overloaded');
  await new Promise<void>((resolve) => waiting.push(resolve));
}

/** The turn passes to whoever waits longest, without the count going down in between. */
function endTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else running--;
}
