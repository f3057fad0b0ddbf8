import { adtsLength, mp3Length } from './frames-length';
import { mp4Length } from './mp4-length';
import { webmLength } from './webm-length';

const byContent: Readonly<Record<string, (bytes: Buffer) => number | undefined>> = {
  'audio/aac': adtsLength,
  'audio/mpeg': mp3Length,
  'audio/mp4': mp4Length,
  'audio/webm': webmLength,
};

/**
 * How long a voice note plays, in milliseconds, by its own content; what the sender says counts for nothing.
 * undefined: it holds no sound that could be measured, so nobody could play it either.
 */
export function voiceLength(contentType: string, bytes: Buffer): number | undefined {
  const length = byContent[contentType]?.(bytes);
  return length !== undefined && Number.isFinite(length) ? length : undefined;
}
