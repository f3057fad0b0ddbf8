import { endpoint } from '../contract';
import { FileId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import * as z from '../zod';

/** What a file proves; decides who may read it and how long it is kept. */
export const FilePurpose = z.enum([
  'RECEIPT',
  'DROP_PROOF',
  'HANDOVER',
  'FAILED_PROOF',
  'PRESCRIPTION',
  'VOICE_NOTE',
  'GOODS',
  'SELF_TEST',
  'NOTICE',
]);
export type FilePurpose = z.infer<typeof FilePurpose>;

export const FileView = z.object({
  id: FileId,
  purpose: FilePurpose,
  kind: z.enum(['PHOTO', 'VOICE']),
  bytes: z.int(),
  storedAt: Instant,
});
export type FileView = z.infer<typeof FileView>;

const fileParams = z.strictObject({ id: FileId });

/** Photos are checked by content, re-encoded without EXIF and size-limited; sent again under the same id it answers the first result. */
export const uploadFile = endpoint({
  name: 'uploadFile',
  method: 'PUT',
  path: '/files/{id}',
  access: 'signedIn',
  params: fileParams,
  query: z.strictObject({ purpose: FilePurpose }),
  accepts: [
    'image/jpeg',
    'image/png',
    'image/webp',
    'audio/mpeg',
    'audio/mp4',
    'audio/webm',
    'audio/aac',
    'application/octet-stream',
  ],
  body: z.unknown(),
  response: FileView,
  problems: ['body-too-large', 'unsupported-media', 'id-taken', 'unavailable'],
  summary: 'Store a proof photo or a voice note under a client-made id.',
});

export const readFile = endpoint({
  name: 'readFile',
  method: 'GET',
  path: '/files/{id}',
  access: 'signedIn',
  params: fileParams,
  response: z.unknown(),
  answers: ['image/jpeg', 'audio/mpeg', 'audio/mp4', 'audio/webm', 'audio/aac'],
  problems: ['not-found'],
  summary:
    'The bytes of a file, for those entitled: whoever sent it, its household, its holder, its grid; a doctor where it is about health.',
});
