export { type ListShopsQuery, listShops, type ShopDeps, shopGoods } from './list-shops';
export { openShops } from './open-shops';
export { shopIndexes } from './shop.model';
export type { ShopRecord } from './shop.record';
export { type ShopRepository, shopRepository } from './shop.repository';
export { shopRoutes } from './shop.routes';
