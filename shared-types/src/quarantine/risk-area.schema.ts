import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import * as z from '../zod';

/** The level of an area, never of a person. `CASES`: cases and no level yet (handbook 5). */
export const AreaRisk = z.enum(['HIGH', 'MEDIUM', 'LOW', 'CASES']);
export type AreaRisk = z.infer<typeof AreaRisk>;

const placeName = z.string().check(z.minLength(1), z.maxLength(40), z.regex(/^\S+$/, 'one name, without spaces'));

/** Province, city, county, street, as far as the area goes; the widest first. */
export const RiskPlace = z.array(placeName).check(z.minLength(1), z.maxLength(4));

/** Where the level is from, in words: who told it, and on what day. */
export const RiskSource = z.string().check(z.minLength(1), z.maxLength(120));

/** A line of the risk list. A step up or down ends one line and begins another. */
export const RiskAreaView = z.object({
  id: RecordId,
  place: RiskPlace,
  areaRisk: AreaRisk,
  validFrom: Instant,
  /** The line has an end already; until then it holds. */
  validTo: z.optional(Instant),
  /** The first case there, where it is earlier than the level. */
  firstCaseAt: z.optional(Instant),
  source: RiskSource,
});
export type RiskAreaView = z.infer<typeof RiskAreaView>;
