import * as z from '../zod';

/** What the clock of a household in quarantine watches (handbook 2.3, "supply clock"). */
export const supplyGoods = ['PARCEL', 'MEDICINE', 'INFANT', 'DIABETIC', 'SELF_TESTS', 'YELLOW_BAGS'] as const;
export const SupplyGood = z.enum(supplyGoods);
export type SupplyGood = z.infer<typeof SupplyGood>;
