import { Fen } from '../primitives/fen';
import { Instant } from '../primitives/instants';
import * as z from '../zod';

/** Name of a line inside its request. */
export const LineId = z.string().check(z.regex(/^[a-z0-9]{4,16}$/, 'line'));

/** "If it is sold out": leave it out, take something similar up to a price, or ask me. NEVER = same item only (allergy). */
export const SubstitutionRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('NONE') }),
  z.strictObject({ rule: z.literal('NEVER') }),
  z.strictObject({ rule: z.literal('SIMILAR'), maxExtraPercent: z.int().check(z.gte(0), z.lte(100)) }),
  z.strictObject({ rule: z.literal('ASK') }),
]);
export type SubstitutionRule = z.infer<typeof SubstitutionRule>;

/** One line as the household writes it: from the catalogue (`sku`) or in free words. */
export const LineDraft = z.strictObject({
  line: LineId,
  sku: z.optional(z.string().check(z.maxLength(40))),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  unit: z.string().check(z.minLength(1), z.maxLength(8)),
  quantity: z.int().check(z.gte(1), z.lte(50)),
  priceLimitFen: z.optional(Fen),
  substitution: SubstitutionRule,
  controlledFour: z.optional(z.boolean()),
});
export type LineDraft = z.infer<typeof LineDraft>;

export const LineOutcome = z.enum(['OPEN', 'FOUND', 'REPLACED', 'ASKED', 'LEFT_OUT']);

/** A line with what became of it; `actualFen` is the price paid for the whole line. */
export const LineView = z.object({
  line: z.string(),
  sku: z.optional(z.string()),
  name: z.string(),
  /** As the catalogue has it; goods in free words have none. */
  nameEn: z.optional(z.string()),
  picture: z.optional(z.string()),
  aisle: z.optional(z.string()),
  unit: z.string(),
  quantity: z.int(),
  estimateFen: Fen,
  priceLimitFen: z.optional(Fen),
  substitution: SubstitutionRule,
  controlledFour: z.boolean(),
  cold: z.boolean(),
  outcome: LineOutcome,
  boughtQuantity: z.optional(z.int()),
  actualFen: z.optional(Fen),
  replacement: z.optional(z.object({ name: z.string(), nameEn: z.optional(z.string()), priceFen: Fen })),
});
export type LineView = z.infer<typeof LineView>;

/** What the household is asked while somebody stands at the shelf. */
export const Substitution = z.object({
  line: z.string(),
  name: z.string(),
  nameEn: z.optional(z.string()),
  offeredName: z.string(),
  offeredNameEn: z.optional(z.string()),
  offeredPriceFen: Fen,
  extraFen: z.int(),
  askedAt: Instant,
  answerBy: Instant,
});
