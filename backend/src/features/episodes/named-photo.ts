import type { FilePurpose } from '@grid-relief/shared-types/files/file.contract';
import { Problem } from '../../http/problem';
import { personOf } from '../../lifecycle';
import type { EpisodeAttempt } from './verb';

/** What the photo must have been sent for, by the field that names it. */
const purposes = { selfTestPhoto: 'SELF_TEST', noticePhoto: 'NOTICE' } as const satisfies Readonly<
  Record<string, FilePurpose>
>;
type PhotoField = keyof typeof purposes;

/** @returns what is answered where a photo cannot go with what was said */
export function wrongPhoto(field: PhotoField, detail: string): Problem {
  return new Problem('invalid-input', undefined, { errors: [{ pointer: `/${field}`, detail }] });
}

/**
 * The photo that an act names, as a field to store: sent for this very use by whoever acts, so that nobody opens
 * another's file by naming it.
 * @throws Problem invalid-input at the field, for one that is not there, somebody else's or of another purpose
 */
export async function namedPhoto(
  { deps, record, actor, body }: EpisodeAttempt,
  field: PhotoField,
): Promise<string | undefined> {
  const id = body[field];
  if (id === undefined) return undefined;
  const file = await deps.fileOf(record.county, id);
  if (file?.by === personOf(actor) && file.purpose === purposes[field]) return id;
  throw wrongPhoto(field, 'a photo that you have sent for this');
}
