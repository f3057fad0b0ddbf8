import * as z from '../zod';

/** A whole number as it stands in an address: digits and nothing else, so that `0x10`, `1e1` and ` 1` are none. */
const digits = z.pipe(z.string().check(z.regex(/^[0-9]{1,9}$/)), z.transform(Number));
/** As a number until it is written into an address. */
const inAddress = z.union([digits, z.number()], 'integer');

/** Query fields every list accepts. `after` is the opaque mark of the page before. */
export const pageQuery = {
  after: z.optional(z.string().check(z.maxLength(200))),
  limit: z.optional(z.pipe(inAddress, z.int().check(z.gte(1), z.lte(100)))),
};

/** One page of a list in a fixed order; `next` is absent on the last page. */
export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.optional(z.string()) });
