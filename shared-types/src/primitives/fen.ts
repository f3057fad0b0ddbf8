import * as z from '../zod';

/** Money in integer fen (1/100 yuan). A hundred thousand yuan bounds every amount this product records. */
export const Fen = z.int().check(z.gte(0), z.lte(10_000_000));
export type Fen = z.infer<typeof Fen>;
