import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { ShopId } from '@grid-relief/shared-types/primitives/ids';
import type { Good, ShopView } from '@grid-relief/shared-types/shops/shop.contract';

/** A shop, pharmacy, kitchen, parcel shelf or store. */
export interface ShopRecord {
  readonly _id: ShopId;
  readonly county: string;
  readonly kind: ShopView['kind'];
  readonly name: string;
  readonly area: AreaId;
  /** Townships it serves. */
  readonly serves: readonly AreaId[];
  /** Opening hours as shown, e.g. `07:00–19:00`. */
  readonly open: string;
  /** In walking order. */
  readonly aisles: readonly string[];
  readonly goods: readonly Good[];
}
