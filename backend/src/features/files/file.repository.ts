import type { FileId } from '@grid-relief/shared-types/primitives/ids';
import type { Connection, mongo } from 'mongoose';
import { isDuplicate } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
import { type FileRecord, fileModel } from './file.model';

export type FileFacts = Omit<FileRecord, 'content' | 'sealedKey'>;

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

    /** Keeps which tasks show it. */
    async link({ _id, county }: Pick<FileFacts, '_id' | 'county'>, records: readonly string[]): Promise<void> {
      await model.updateOne({ _id, county }, { $set: { records: [...records] } });
    },

    /** Takes one file that is to be looked at; nobody else gets it before `until`. */
    takeDue: (now: Date, until: Date): Promise<FileFacts | null> =>
      model
        .findOneAndUpdate(
          trustedFilter({ checkAt: { $lte: now } }),
          { $set: { checkAt: until } },
          { sort: { checkAt: 1 } },
        )
        .select('-content -sealedKey')
        .lean<FileFacts>()
        .exec(),

    async checkAgain({ _id, county }: Pick<FileFacts, '_id' | 'county'>, checkAt: Date): Promise<void> {
      await model.updateOne({ _id, county }, { $set: { checkAt } });
    },

    /** Gone for good, with its key. */
    async remove({ _id, county }: Pick<FileFacts, '_id' | 'county'>): Promise<void> {
      await model.deleteOne({ _id, county });
    },

    /** False when the id is there already. */
    async add(file: FileRecord): Promise<boolean> {
      try {
        await model.create(file);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
}
export type FileRepository = ReturnType<typeof fileRepository>;
