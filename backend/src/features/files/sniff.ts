/** What a file is by its own first bytes; what the sender called it counts for nothing. */
export type Sniffed =
  | { readonly kind: 'PHOTO'; readonly format: 'jpeg' | 'png' | 'webp' }
  | { readonly kind: 'VOICE'; readonly contentType: string };

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ebmlStart = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);

/** Brands of MP4 that recorders of phones write; others (pictures, films) are not voice notes. */
const voiceBrands = new Set(['M4A ', 'mp41', 'mp42', 'isom', 'iso2', 'iso5', 'iso6', '3gp4', '3gp5']);
const endOfBrand = 12;

/** Recognises the few formats that are accepted; undefined for everything else, pages and vector drawings included. */
export function sniff(bytes: Buffer): Sniffed | undefined {
  if (bytes.length < endOfBrand || carriesMarkup(bytes)) return undefined;
  return sniffPhoto(bytes) ?? sniffVoice(bytes);
}

function sniffPhoto(bytes: Buffer): Sniffed | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { kind: 'PHOTO', format: 'jpeg' };
  if (bytes.subarray(0, pngStart.length).equals(pngStart)) return { kind: 'PHOTO', format: 'png' };
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, endOfBrand) === 'WEBP') return { kind: 'PHOTO', format: 'webp' };
  return undefined;
}

function sniffVoice(bytes: Buffer): Sniffed | undefined {
  if (bytes.subarray(0, ebmlStart.length).equals(ebmlStart)) return { kind: 'VOICE', contentType: 'audio/webm' };
  if (ascii(bytes, 4, 8) === 'ftyp' && voiceBrands.has(ascii(bytes, 8, endOfBrand))) {
    return { kind: 'VOICE', contentType: 'audio/mp4' };
  }
  if (ascii(bytes, 0, 3) === 'ID3') return { kind: 'VOICE', contentType: 'audio/mpeg' };
  const [first = 0, second = 0] = bytes;
  if (first !== 0xff) return undefined;
  // ADTS: twelve sync bits and layer 00; MPEG audio: eleven sync bits and layer 01 (III)
  if ((second & 0xf6) === 0xf0) return { kind: 'VOICE', contentType: 'audio/aac' };
  if ((second & 0xe6) === 0xe2) return { kind: 'VOICE', contentType: 'audio/mpeg' };
  return undefined;
}

/** Long enough that compressed data holds none of them by chance. */
const markup = [
  '<script',
  '<SCRIPT',
  '<Script',
  '<html',
  '<HTML',
  '<svg ',
  '<SVG ',
  '<!DOCTYPE',
  '<!doctype',
  '%PDF-1',
];

/** A file that is a picture to one reader and a page to another is refused before anything decodes it. */
function carriesMarkup(bytes: Buffer): boolean {
  return markup.some((words) => bytes.includes(words, 0, 'latin1'));
}

function ascii(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, to);
}
