import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { ShopId } from '@grid-relief/shared-types/primitives/ids';
import type { Good, ShopView } from '@grid-relief/shared-types/shops/shop.contract';
import mongoose, { type Connection } from 'mongoose';
import { addMissing } from '../../platform/database';
import { shopModel } from './shop.model';
import type { ShopRecord } from './shop.record';

export interface ServingQuery {
  readonly county: string;
  readonly townships: readonly AreaId[];
  readonly kind?: ShopView['kind'];
  readonly after?: ShopId;
  readonly limit: number;
}

type ShopRow = Omit<ShopRecord, 'goods'>;

/** Reads and writes of shops with their goods. A shop's catalogue is some hundred rows and is read whole. */
export function shopRepository(connection: Connection) {
  const model = shopModel(connection);
  return {
    serving({ county, townships, kind, after, limit }: ServingQuery): Promise<ShopRow[]> {
      return model
        .find({
          county,
          serves: mongoose.trusted({ $in: [...townships] }),
          ...(kind ? { kind } : {}),
          ...(after ? { _id: mongoose.trusted({ $gt: after }) } : {}),
        })
        .select('-goods')
        .sort({ _id: 1 })
        .limit(limit)
        .lean<ShopRow[]>()
        .exec();
    },

    byId: (county: string, id: ShopId): Promise<ShopRecord | null> =>
      model.findOne({ _id: id, county }).lean<ShopRecord>().exec(),

    /** The goods of a shop by their SKU; empty for a shop nobody knows. */
    async goodsOf(county: string, id: ShopId): Promise<ReadonlyMap<string, Good>> {
      const shop = await model.findOne({ _id: id, county }).select('goods').lean<Pick<ShopRecord, 'goods'>>().exec();
      return new Map((shop?.goods ?? []).map((good) => [good.sku, good]));
    },

    /** Stores shops; one that is there already stays as it is. */
    addMany: (shops: readonly ShopRecord[]): Promise<void> => addMissing(model, shops),
  };
}
export type ShopRepository = ReturnType<typeof shopRepository>;
