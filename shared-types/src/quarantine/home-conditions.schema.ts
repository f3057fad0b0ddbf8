import * as z from '../zod';

/** What a home needs before somebody may be in quarantine there, in the order in which it is asked (handbook 5.3). */
export const homeConditions = [
  /** Lives alone, or has a room of their own that can be aired well. */
  'OWN_ROOM',
  'OWN_TOILET',
  'NO_SHARED_AIR_CONDITIONING',
  'DRAINS_IN_ORDER',
  'NO_DORMITORY',
  'ALL_IN_HOME_QUARANTINE',
  /** Whoever cares for them is neither old nor chronically ill. */
  'CARER_FIT',
  'TABLE_AT_DOOR',
  /** Thermometer, masks, disinfectant, a bin with a lid. */
  'SUPPLIES',
] as const;
export const HomeCondition = z.enum(homeConditions);
export type HomeCondition = z.infer<typeof HomeCondition>;

const answer = z.optional(z.boolean());

/** Yes or no to each; what is not answered counts as no. Named one by one: a record of names would let odd keys pass. */
export const HomeAnswers = z.strictObject({
  OWN_ROOM: answer,
  OWN_TOILET: answer,
  NO_SHARED_AIR_CONDITIONING: answer,
  DRAINS_IN_ORDER: answer,
  NO_DORMITORY: answer,
  ALL_IN_HOME_QUARANTINE: answer,
  CARER_FIT: answer,
  TABLE_AT_DOOR: answer,
  SUPPLIES: answer,
} satisfies Record<HomeCondition, typeof answer>);
