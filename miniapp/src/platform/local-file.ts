/**
 * A file on this device: a photo or a voice note. `path` can be shown as an image source on both targets;
 * in a browser it is an object address and `blob` holds the content.
 */
export type LocalFile = {
  readonly path: string;
  readonly bytes: number;
  readonly type: string;
  readonly blob?: Blob;
};

/** Wraps browser content as a local file. */
export function fileFromBlob(blob: Blob): LocalFile {
  return { path: URL.createObjectURL(blob), bytes: blob.size, type: blob.type, blob };
}
