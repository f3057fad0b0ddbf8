import { endpoint } from '../contract';
import { TaskId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { DeliveryKind, Somebody } from './delivery.schema';
import { Disposition } from './dispute-actions.contract';

/**
 * Why goods come back, as far as whoever keeps the store needs it: never who fell ill, nor what happened in a home.
 * FROM_POINT: from the point of a sealed zone, where they stand; KEPT_BACK: not to be opened; SENT_BACK: anything else.
 */
export const WhyBack = z.enum(['NOT_WANTED', 'NOT_DELIVERED', 'FROM_POINT', 'KEPT_BACK', 'SENT_BACK']);
export type WhyBack = z.infer<typeof WhyBack>;

/** Bags on their way back to a store, or counted in there: by their sign, without household or door. */
export const ReturnedGoods = z.object({
  id: TaskId,
  kind: DeliveryKind,
  code: z.string(),
  bags: z.optional(z.int()),
  /** Where they were bought. */
  shop: z.optional(z.string()),
  /** The run they went out with, by its window. */
  run: z.optional(z.object({ id: TaskId, from: Instant, to: Instant })),
  /** What lies in the bags: bought, and as it was bought. */
  lines: z.array(
    z.object({
      name: z.string(),
      nameEn: z.optional(z.string()),
      quantity: z.int(),
      unit: z.string(),
      cold: z.boolean(),
    }),
  ),
  why: WhyBack,
  since: Instant,
  /** When somebody should have said what became of them (handbook 2.1). */
  dueAt: Instant,
  late: z.boolean(),
  /** Who has them; of bags that are kept back nobody is named, and those at a point nobody has. */
  brings: z.optional(Somebody),
  countedIn: z.optional(z.object({ at: Instant, disposition: Disposition, by: Somebody })),
  /** What may become of them. */
  mayBecome: z.array(Disposition),
  revision: z.int(),
  actions: z.array(z.string()),
});
export type ReturnedGoods = z.infer<typeof ReturnedGoods>;

export const returnedGoods = endpoint({
  name: 'returnedGoods',
  method: 'GET',
  path: '/store/returns',
  access: { roles: ['STORE_KEEPER'] },
  /** `coming`: nobody has said yet what became of them; `counted`: of the last seven days. */
  query: z.strictObject({ ...pageQuery, tab: z.enum(['coming', 'counted']) }),
  response: pageOf(ReturnedGoods),
  summary:
    'Goods that come back to the stores of my area, whatever waits longest first, or those counted in, latest first.',
});
