import { action } from '../contract';
import { deliveryLifecycle as machine } from '../lifecycles/delivery.lifecycle';
import { Fen } from '../primitives/fen';
import * as z from '../zod';
import { DeliveryView as view } from './delivery.schema';
import { LineDraft, LineId as line, SubstitutionRule } from './line.schema';

/** How many of a thing were bought. */
export const BoughtQuantity = z.int().check(z.gte(0), z.lte(50));

export const addLines = action(
  machine,
  'addLines',
  { lines: z.array(LineDraft).check(z.minLength(1), z.maxLength(60)) },
  view,
);
export const editLines = action(
  machine,
  'editLines',
  { lines: z.array(LineDraft).check(z.minLength(1), z.maxLength(60)) },
  view,
);
export const changeSubstitution = action(machine, 'changeSubstitution', { line, substitution: SubstitutionRule }, view);
export const reportLine = action(
  machine,
  'reportLine',
  {
    line,
    outcome: z.enum(['FOUND', 'REPLACED', 'LEFT_OUT']),
    boughtQuantity: z.optional(BoughtQuantity),
    actualFen: z.optional(Fen),
    replacement: z.optional(z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(40)), priceFen: Fen })),
  },
  view,
);
export const askSubstitution = action(
  machine,
  'askSubstitution',
  { line, offeredName: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)), offeredPriceFen: Fen },
  view,
);
export const answerSubstitution = action(machine, 'answerSubstitution', { line, take: z.boolean() }, view);
export const askConsent = action(machine, 'askConsent', { neededFen: Fen }, view);
export const giveConsent = action(machine, 'giveConsent', { neededFen: Fen }, view);
