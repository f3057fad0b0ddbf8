import type { ShopView } from '@grid-relief/shared-types/shops/shop.contract';
import type { ShopRecord } from './shop.record';

/** A shop as everybody may see it. */
export function presentShop({ _id, kind, name, area, open, aisles }: Omit<ShopRecord, 'goods'>): ShopView {
  return { id: _id, kind, name, area, open, aisles: [...aisles] };
}
