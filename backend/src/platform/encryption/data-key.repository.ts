import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan, isDuplicate } from '../database';
import { openBytes, sealBytes } from './sealed-text';

/** Why personal data is held; each class has keys of its own and ends by itself (handbook 8). */
export const purposes = ['epidemic', 'volunteering', 'account'] as const;
export type Purpose = (typeof purposes)[number];

/** What a key is for: sealing fields, or look-up without plain text. */
export type KeyUse = 'field' | 'index';

interface DataKeyRecord {
  readonly _id: string;
  readonly county: string;
  readonly purpose: Purpose;
  readonly use: KeyUse;
  /** Month for field keys, `all` for index keys. */
  readonly period: string;
  readonly version: number;
  /** The key under the master key; gone once it is destroyed. */
  readonly wrapped?: string;
  /** New keys are used only when every process has had time to read them. */
  readonly usableFrom: Date;
  readonly destroyedAt?: Date;
}

/** A key ready to use; `key` is absent once it was destroyed. */
export interface DataKey {
  /** Stands in front of what it sealed. */
  readonly label: string;
  readonly use: KeyUse;
  readonly period: string;
  readonly version: number;
  readonly usableFrom: Date;
  readonly key?: KeyObject;
}

export interface KeyScope {
  readonly county: string;
  readonly purpose: Purpose;
}

export type NewKey = Pick<DataKeyRecord, 'use' | 'period' | 'version' | 'usableFrom'>;

const schema = new mongoose.Schema<DataKeyRecord>(
  {
    _id: { type: String, required: true },
    county: { type: String, required: true },
    purpose: { type: String, required: true },
    use: { type: String, required: true },
    period: { type: String, required: true },
    version: { type: Number, required: true },
    wrapped: String,
    usableFrom: { type: Date, required: true },
    destroyedAt: Date,
  },
  { collection: 'dataKeys', strict: 'throw', versionKey: false },
);

function dataKeyModel(connection: Connection): Model<DataKeyRecord> {
  return connection.models.DataKey ?? connection.model<DataKeyRecord>('DataKey', schema);
}

export const dataKeyIndexes = indexPlan('dataKeys', [{ key: { county: 1, purpose: 1 } }]);

/** Wrapped keys in the database; they open only with the master key, which is elsewhere. */
export function dataKeyRepository(connection: Connection, wrappingKey: KeyObject) {
  const keys = dataKeyModel(connection);
  const unwrapped = new Map<string, KeyObject>();

  function open(record: DataKeyRecord): DataKey {
    const { _id, use, period, version, usableFrom, wrapped } = record;
    const label = `${period}.${version}`;
    if (wrapped === undefined) {
      unwrapped.delete(_id);
      return { label, use, period, version, usableFrom };
    }
    const key = unwrapped.get(_id) ?? createSecretKey(openBytes(wrappingKey, Buffer.from(wrapped, 'base64'), _id));
    unwrapped.set(_id, key);
    return { label, use, period, version, usableFrom, key };
  }

  return {
    async all({ county, purpose }: KeyScope): Promise<DataKey[]> {
      const records = await keys.find({ county, purpose }).lean();
      return records.map(open);
    },
    /** Adds a key; when another process was faster, that one counts. */
    async add(scope: KeyScope, fresh: NewKey): Promise<void> {
      const _id = [scope.county, scope.purpose, fresh.use, fresh.period, fresh.version].join(':');
      const wrapped = sealBytes(wrappingKey, randomBytes(32), _id).toString('base64');
      try {
        await keys.collection.insertOne({ _id: _id as never, ...scope, ...fresh, wrapped }); // string ids, see the schema
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },
    /** Removes the key itself and keeps that there was one. Constant in the number of records it sealed. */
    async destroy({ county, purpose }: KeyScope, at: Date, period?: string): Promise<void> {
      const which = { county, purpose, ...(period === undefined ? {} : { period }) };
      await keys.updateMany(which, { $unset: { wrapped: 1 }, $set: { destroyedAt: at } });
    },
  };
}

export type DataKeyRepository = ReturnType<typeof dataKeyRepository>;
