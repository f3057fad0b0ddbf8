import { sniff } from '../sniff';
import { aacOf, fragmentedMp4Of, mp3Of, mp4Of, webmOf } from './sound.fixture';
import { voiceLength } from './voice-length';

const kinds: [string, (seconds: number) => Buffer][] = [
  ['audio/mp4', mp4Of],
  ['audio/mp4', fragmentedMp4Of],
  ['audio/webm', webmOf],
  ['audio/mpeg', mp3Of],
  ['audio/aac', aacOf],
];

describe.each(kinds)('%s', (contentType, recording) => {
  test.each([1, 7, 59, 61, 200])('of %i seconds is as long as that', (seconds) => {
    const bytes = recording(seconds);
    expect(sniff(bytes)).toEqual({ kind: 'VOICE', contentType });
    expect(voiceLength(contentType, bytes)).toBeGreaterThan(seconds * 1000 - 100);
    expect(voiceLength(contentType, bytes)).toBeLessThan(seconds * 1000 + 100);
  });

  test('when it is cut anywhere, it is shorter or not measurable, and nothing breaks', () => {
    const bytes = recording(5);
    for (let to = 0; to < bytes.length; to++) {
      expect(voiceLength(contentType, bytes.subarray(0, to)) ?? 0).toBeLessThanOrEqual(5_100);
    }
  });

  test('when it is only its first bytes and noise, it has no length worth the name', () => {
    const noise = Buffer.concat([recording(1).subarray(0, 12), Buffer.alloc(5_000, 0x41)]);
    expect(voiceLength(contentType, noise) ?? 0).toBeLessThan(100);
  });
});
