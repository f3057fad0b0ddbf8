import { type AreaId, ancestorAt } from '@grid-relief/shared-types/primitives/areas';
import { ShopId } from '@grid-relief/shared-types/primitives/ids';
import type { Good, ShopView } from '@grid-relief/shared-types/shops/shop.contract';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { presentShop } from './shop.presenter';
import type { ShopRepository } from './shop.repository';

const defaultLimit = 50;

export interface ShopDeps {
  readonly shops: ShopRepository;
  /** Where a person belongs: the areas of the own and the represented households and of the roles held. */
  readonly placesOf: (actor: PersonActor) => Promise<readonly AreaId[]>;
}

export interface ListShopsQuery {
  readonly kind?: ShopView['kind'] | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** Shops that serve a township this person belongs to; whoever holds a role for the whole county sees all of them. */
export async function listShops(deps: ShopDeps, actor: PersonActor, query: ListShopsQuery) {
  const places = await deps.placesOf(actor);
  const townships = [...new Set(places.map((place) => ancestorAt(place, 'TOWNSHIP') ?? place))];
  const limit = query.limit ?? defaultLimit;
  const after = ShopId.safeParse(query.after).data;
  const rows = await deps.shops.serving({
    county: actor.county,
    townships,
    limit: limit + 1,
    ...(query.kind ? { kind: query.kind } : {}),
    ...(after ? { after } : {}),
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(presentShop), ...(rows.length > limit && last ? { next: last._id } : {}) };
}

/**
 * The catalogue of one shop in walking order.
 * @throws not-found for a shop of another county
 */
export async function shopGoods(
  deps: Pick<ShopDeps, 'shops'>,
  county: string,
  id: ShopId,
): Promise<{ shop: ShopView; goods: Good[] }> {
  const shop = await deps.shops.byId(county, id);
  if (!shop) throw new Problem('not-found');
  const place = new Map(shop.aisles.map((aisle, at) => [aisle, at]));
  const goods = [...shop.goods].sort((a, b) => (place.get(a.aisle) ?? 0) - (place.get(b.aisle) ?? 0));
  return { shop: presentShop(shop), goods };
}
