import { z } from '../zod';

/** Query fields every list accepts. `after` is the opaque mark of the page before. */
export const pageQuery = {
  after: z.optional(z.string().check(z.maxLength(200))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
};

/** One page of a list in a fixed order; `next` is absent on the last page. */
export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.optional(z.string()) });
