import {
  readFile as readFileEndpoint,
  uploadFile as uploadFileEndpoint,
} from '@grid-relief/shared-types/files/file.contract';
import { mount } from '../../http/mount';
import { Problem } from '../../http/problem';
import { bytesAnswer } from '../../http/request';
import { type ReadDeps, readFile } from './read-file';
import { photoLimit, type UploadDeps, uploadFile } from './upload-file';

/** Endpoints of proof photos and voice notes. */
export function fileRoutes(deps: UploadDeps & ReadDeps) {
  return [
    mount(
      uploadFileEndpoint,
      ({ actor, params, query, body }) =>
        uploadFile(deps, actor, { id: params.id, purpose: query.purpose, bytes: bytesOf(body) }),
      { bodyLimit: photoLimit },
    ),
    mount(readFileEndpoint, async ({ actor, params }) => {
      const { contentType, bytes } = await readFile(deps, actor, params.id);
      return bytesAnswer(contentType, bytes, { 'content-disposition': 'inline; filename="file"' });
    }),
  ];
}

function bytesOf(body: unknown): Buffer {
  if (typeof body === 'object' && body !== null && 'bytes' in body && Buffer.isBuffer(body.bytes)) return body.bytes;
  throw new Problem('malformed-body');
}
