import type { FileId } from '@grid-relief/shared-types/primitives/ids';
import type { Connection, mongo } from 'mongoose';
import { type FileRecord, fileModel } from './file.model';

export type FileFacts = Omit<FileRecord, 'content' | 'sealedKey'>;

const duplicateKey = 11_000;

/** Reads and writes of stored files. */
export function fileRepository(connection: Connection) {
  const model = fileModel(connection);
  return {
    facts: (id: FileId): Promise<FileFacts | null> =>
      model.findOne({ _id: id }).select('-content -sealedKey').lean<FileFacts>().exec(),

    async whole(id: FileId): Promise<FileRecord | null> {
      // without mongoose's wrapping the driver gives its own Binary
      const found = await model
        .findOne({ _id: id })
        .lean<Omit<FileRecord, 'content'> & { content: mongo.Binary | Buffer }>();
      if (!found) return null;
      return { ...found, content: Buffer.isBuffer(found.content) ? found.content : Buffer.from(found.content.buffer) };
    },

    /** False when the id is there already. */
    async add(file: FileRecord): Promise<boolean> {
      try {
        await model.create(file);
        return true;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === duplicateKey) return false;
        throw error;
      }
    },
  };
}
export type FileRepository = ReturnType<typeof fileRepository>;
