import {
  listShops as listShopsEndpoint,
  shopGoods as shopGoodsEndpoint,
} from '@grid-relief/shared-types/shops/shop.contract';
import { mount } from '../../http/mount';
import { listShops, type ShopDeps, shopGoods } from './list-shops';

/** Endpoints of shops and their goods. */
export function shopRoutes(deps: ShopDeps) {
  return [
    mount(listShopsEndpoint, ({ actor, query }) => listShops(deps, actor, query)),
    mount(shopGoodsEndpoint, ({ actor, params }) => shopGoods(deps, actor.county, params.id)),
  ];
}
