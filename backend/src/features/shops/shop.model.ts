import type { Good } from '@grid-relief/shared-types/shops/shop.contract';
import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';
import type { ShopRecord } from './shop.record';

const good = new mongoose.Schema<Good>(
  {
    sku: { type: String, required: true },
    name: { type: String, required: true },
    nameEn: { type: String, required: true },
    picture: { type: String, required: true },
    aisle: { type: String, required: true },
    unit: { type: String, required: true },
    priceFen: { type: Number, required: true },
    cold: { type: Boolean, required: true },
    weightGrams: { type: Number, required: true },
    limitPerHousehold: Number,
    byTurns: Boolean,
    controlledFour: { type: Boolean, required: true },
  },
  { _id: false, strict: 'throw' },
);

const schema = new mongoose.Schema<ShopRecord>(
  {
    _id: { type: String, required: true },
    county: { type: String, required: true },
    kind: { type: String, required: true },
    name: { type: String, required: true },
    area: { type: String, required: true },
    serves: { type: [String], required: true },
    open: { type: String, required: true },
    aisles: { type: [String], required: true },
    goods: { type: [good], default: [] },
  },
  { collection: 'shops', strict: 'throw', versionKey: false },
);

/** The model on one connection. */
export function shopModel(connection: Connection): Model<ShopRecord> {
  return connection.models.Shop ?? connection.model<ShopRecord>('Shop', schema);
}

export const shopIndexes = indexPlan('shops', [{ key: { county: 1, serves: 1, kind: 1, _id: 1 } }]);
