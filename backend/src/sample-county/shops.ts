import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import { ShopId } from '@grid-relief/shared-types/primitives/ids';
import type { ShopRecord } from '../features/shops';
import { catalogues } from './catalogue';
import { county } from './places';
import type { Chance } from './random';

type SoldAt = keyof typeof catalogues;

/** Names and hours of a township's shops; larger townships have more of each kind. */
const kinds: readonly (readonly [SoldAt, readonly string[], string])[] = [
  ['SUPERMARKET', ['惠民超市', '平价生鲜', '万家便利', '乡邻超市', '晨光菜店'], '07:00–20:00'],
  ['PHARMACY', ['康宁药房', '济众药店'], '08:00–21:00'],
  ['KITCHEN', ['社区食堂'], '06:30–19:00'],
  ['PARCEL_SHELF', ['快递驿站'], '09:00–19:00'],
];

/** Shops of every township; 40 shops and 15 or 16 pharmacies in the county (handbook 6). */
export function inventShops(townships: readonly { id: AreaId; name: string }[], chance: Chance): ShopRecord[] {
  return townships.flatMap(({ id, name }) =>
    kinds.flatMap(([kind, names, open]) =>
      names.map((shop) => ({
        _id: ShopId.parse(chance.id(county)),
        county,
        kind,
        name: `${name.slice(0, -1)}${shop}`,
        area: id,
        serves: [id, areaId(county)],
        open,
        aisles: [...catalogues[kind].aisles],
        goods: [...catalogues[kind].goods],
      })),
    ),
  );
}
