import type { FilePurpose, FileView } from '@grid-relief/shared-types/files/file.contract';
import type { FileId } from '@grid-relief/shared-types/primitives/ids';
import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';

/** A stored file. One document holds it: what is kept is far below the database's 16 MB. */
export interface FileRecord {
  readonly _id: FileId;
  readonly county: string;
  readonly purpose: FilePurpose;
  readonly kind: FileView['kind'];
  readonly contentType: string;
  /** Size of what is served, in bytes. */
  readonly bytes: number;
  /** Who sent it. */
  readonly by: string;
  readonly storedAt: Date;
  /** SHA-256 of what was sent: tells a repeat from another file under the same id. */
  readonly sentHash: string;
  /** The file's own key, sealed by the vault: when the vault's key is destroyed, so is the file. */
  readonly sealedKey: string;
  readonly content: Buffer;
  /** The tasks that show it, once they are known. */
  readonly records?: readonly string[];
  /** When somebody looks whether it is still needed: a timer that outlives every process. */
  readonly checkAt: Date;
}

const schema = new mongoose.Schema<FileRecord>(
  {
    _id: { type: String, required: true },
    county: { type: String, required: true },
    purpose: { type: String, required: true },
    kind: { type: String, required: true },
    contentType: { type: String, required: true },
    bytes: { type: Number, required: true },
    by: { type: String, required: true },
    storedAt: { type: Date, required: true },
    sentHash: { type: String, required: true },
    sealedKey: { type: String, required: true },
    content: { type: Buffer, required: true },
    records: { type: [String], default: undefined },
    checkAt: Date,
  },
  { collection: 'files', strict: 'throw', versionKey: false },
);

/** The model on one connection. */
export function fileModel(connection: Connection): Model<FileRecord> {
  return connection.models.File ?? connection.model<FileRecord>('File', schema);
}

/** Files are asked for by id, and by when they are to be looked at. */
export const fileIndexes = indexPlan('files', [{ key: { checkAt: 1 } }]);
