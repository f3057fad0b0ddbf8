import type { Deps, Feature } from '../../feature';
import type { ShopDeps } from './list-shops';
import { shopRepository } from './shop.repository';
import { shopRoutes } from './shop.routes';

/** Opens shops and their goods. `placesOf` tells where a person belongs. */
export function openShops({ connection }: Pick<Deps, 'connection'>, placesOf: ShopDeps['placesOf']): Feature {
  return { routes: shopRoutes({ shops: shopRepository(connection), placesOf }) };
}
