import type { Endpoint } from '@grid-relief/shared-types/contract';
import { type FilePurpose, uploadFile } from '@grid-relief/shared-types/files/file.contract';
import type * as z from '@grid-relief/shared-types/zod';
import { keepFile, type LocalFile } from '@/platform';
import { type InputOf, messageFor } from '../call';
import { newId } from '../session';
import type { Intent } from './command';
import { outbox } from './device-outbox';

/** A photo or voice note that goes before the act naming it. `id` stands in the act's body. */
export type FileToSend = {
  readonly id: string;
  readonly file: LocalFile;
  readonly purpose: z.infer<typeof FilePurpose>;
};

function uploadIntent({ id, purpose }: FileToSend, record: string): Intent {
  const { path } = messageFor(uploadFile, { params: { id } });
  return { id, record, name: uploadFile.name, method: 'PUT', path, query: { purpose }, file: id };
}

function idOf(body: unknown): string {
  const { opId, id }: Record<string, unknown> = { ...(typeof body === 'object' ? body : {}) };
  return typeof opId === 'string' ? opId : typeof id === 'string' ? id : newId();
}

/**
 * Hands something a person did to the outbox: it is stored on the device before it is sent. Files are kept and sent
 * first. The body already carries its opId (or, for a new request, its id), made once.
 * @returns `kept` false when the device has no room: it is sent, but do not close the program before it is
 */
export async function enqueue<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  record: string,
  files: readonly FileToSend[] = [],
): Promise<{ readonly kept: boolean }> {
  // without files it is in the outbox before the next tap
  const filesKept = files.length === 0 ? [] : await Promise.all(files.map(({ id, file }) => keepFile(id, file)));
  const { method, path, query, body } = messageFor(endpoint, input);
  if (method === 'GET') return { kept: true };
  const needs = files.map(({ id }) => id);
  const act: Intent = { id: idOf(body), record, name: endpoint.name, method, path, query, body, needs };
  const { kept } = outbox.enqueue([...files.map((file) => uploadIntent(file, record)), act]);
  return { kept: kept && filesKept.every(Boolean) };
}
