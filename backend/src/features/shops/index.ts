export { type ListShopsQuery, listShops, type ShopDeps, shopGoods } from './list-shops';
export { openShops } from './open-shops';
export { type ShopRecord, shopIndexes } from './shop.model';
export { type ShopRepository, shopRepository } from './shop.repository';
export { shopRoutes } from './shop.routes';
