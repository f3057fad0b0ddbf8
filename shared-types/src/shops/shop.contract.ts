import { endpoint } from '../contract';
import { AreaId } from '../primitives/areas';
import { Fen } from '../primitives/fen';
import { ShopId } from '../primitives/ids';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';

export const ShopKind = z.enum(['SUPERMARKET', 'PHARMACY', 'KITCHEN', 'PARCEL_SHELF', 'STORE']);

/** `picture` names one of the app's drawn pictures, e.g. `rice`. */
export const Good = z.object({
  sku: z.string(),
  name: z.string(),
  nameEn: z.string(),
  picture: z.string(),
  aisle: z.string(),
  unit: z.string(),
  priceFen: Fen,
  cold: z.boolean(),
  weightGrams: z.int(),
  /** Scarce goods: how many one household may have in two days, shown as a rule (handbook 4.5). */
  limitPerHousehold: z.optional(z.int()),
  /** So scarce that the households of a grid take turns through the week (handbook 4.5). */
  byTurns: z.optional(z.boolean()),
  /** Four-class medicine: fever, cough, antiviral, antibiotic (handbook 4.8). */
  controlledFour: z.boolean(),
});
export type Good = z.infer<typeof Good>;

export const ShopView = z.object({
  id: ShopId,
  kind: ShopKind,
  name: z.string(),
  area: AreaId,
  open: z.string(),
  aisles: z.array(z.string()),
});
export type ShopView = z.infer<typeof ShopView>;

export const listShops = endpoint({
  name: 'listShops',
  method: 'GET',
  path: '/shops',
  access: 'signedIn',
  query: z.strictObject({ ...pageQuery, kind: z.optional(ShopKind) }),
  response: pageOf(ShopView),
  summary: 'Shops that serve my township.',
});

export const shopGoods = endpoint({
  name: 'shopGoods',
  method: 'GET',
  path: '/shops/{id}/goods',
  access: 'signedIn',
  params: z.strictObject({ id: ShopId }),
  response: z.object({ shop: ShopView, goods: z.array(Good) }),
  problems: ['not-found'],
  summary: 'The catalogue of a shop, aisle by aisle.',
});
