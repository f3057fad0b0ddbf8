import {
  type DeliveryDraft,
  DeliveryKind,
  type LineDraft,
  PayMode,
  type SubstitutionRule,
} from '@grid-relief/shared-types/deliveries/delivery.schema';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { keptDrafts, newId } from '@/api';
import { isBlank, patientOf } from '../../register/patient';

export type Rule = SubstitutionRule['rule'];

/** Room for a price that is a little higher when something similar is taken. */
export const similarPercent = 20;
const steps = ['shop', 'goods', 'wishes', 'review'] as const;
export type Step = (typeof steps)[number];

const Item = z.object({
  sku: z.optional(z.string()),
  name: z.string(),
  /** As the catalogue has it; for whoever reads it here, the server looks it up anew. */
  nameEn: z.optional(z.string()),
  unit: z.string(),
  quantity: z.int(),
  priceFen: z.int(),
  four: z.boolean(),
  /** Where this line differs from the rule of the whole order. */
  rule: z.optional(z.enum(['NONE', 'NEVER', 'SIMILAR', 'ASK'])),
});
export type Item = z.infer<typeof Item>;

const Draft = z.object({
  id: z.string(),
  kind: DeliveryKind,
  household: z.string(),
  step: z.enum(steps),
  shop: z.optional(z.string()),
  items: z.array(Item),
  rule: z.enum(['NONE', 'NEVER', 'SIMILAR', 'ASK']),
  daysLeft: z.int(),
  symptoms: z.optional(z.boolean()),
  /** A card goes along to have medicine prescribed again. */
  repeatPrescription: z.optional(z.boolean()),
  /** For the register of the pharmacy, as far as it is filled in. */
  patient: z.optional(z.object({ name: z.string(), idNumber: z.string(), phone: z.string() })),
  words: z.string(),
  doorWords: z.string(),
  voiceNote: z.optional(z.string()),
  payMode: PayMode,
  /** The open request these lines are added to, instead of a new one. */
  into: z.optional(z.string()),
  /** What the server found wrong with it, until it is corrected. */
  refused: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
});
/** An order as it is being filled in; it lives on the device only (handbook 2.1). */
export type Draft = z.infer<typeof Draft>;

const parse = (stored: unknown) => z.safeParse(Draft, stored).data;
const keyOf = (household: string, kind: string, into: string | undefined) =>
  `draft:${household}:${kind}${into === undefined ? '' : `:${into}`}`;
/** Orders on this device, being filled in or handed in. */
export const orderDrafts = keptDrafts(parse, ({ household, kind, into }: Draft) => keyOf(household, kind, into));

function emptyDraft(household: string, kind: Draft['kind'], into: string | undefined): Draft {
  const isErrand = kind === 'ERRAND';
  return {
    id: newId(),
    kind,
    household,
    step: isErrand ? 'wishes' : 'shop',
    items: [],
    rule: 'ASK',
    daysLeft: 3,
    words: '',
    doorWords: '',
    payMode: isErrand ? 'FREE' : 'RESIDENT_PAYS_SHOP',
    ...(into !== undefined && { into }),
  };
}

/** The draft of a household and kind: found again after the program was closed, written at every change. */
export function useDraft(household: string, kind: Draft['kind'], into?: string) {
  const key = keyOf(household, kind, into);
  const [draft, setDraft] = useState<Draft>(() => orderDrafts.find(key) ?? emptyDraft(household, kind, into));
  const change = (part: Partial<Draft>) =>
    setDraft((before) => {
      // whatever is corrected goes to the server again; turning a page corrects nothing
      const isTurn = Object.keys(part).every((name) => name === 'step');
      const next = { ...before, ...(!isTurn && { refused: undefined }), ...part };
      orderDrafts.write(next);
      return next;
    });
  return { draft, change };
}

/** Takes a refused order up again under a new id, with what was wrong; its kind, or undefined when it is gone from the device. */
export function reopen(id: string, refused: NonNullable<Draft['refused']>): string | undefined {
  return orderDrafts.reopen(id, (draft) => ({ ...draft, id: newId(), step: 'review', refused }))?.kind;
}

/** Sum of what has a price. */
export function estimateOf(items: readonly Item[]): number {
  return items.reduce((sum, { priceFen, quantity }) => sum + priceFen * quantity, 0);
}

/** Whether the four-class question must be asked. */
export function asksSymptoms({ items }: Draft): boolean {
  return items.some(({ four }) => four);
}

/** Whether a pharmacy registers somebody for it: not for what a doctor decides on first. */
export const asksPatient = (draft: Draft): boolean => asksSymptoms(draft) && draft.symptoms === false;

/** Begun and not whole: it can be finished, or emptied and given later. */
export const isHalfRegistered = ({ patient }: Draft): boolean =>
  patient !== undefined && !isBlank(patient) && patientOf(patient) === undefined;

const ruleOf = (rule: Rule): SubstitutionRule =>
  rule === 'SIMILAR' ? { rule, maxExtraPercent: similarPercent } : { rule };

/** The lines of a draft; their ids begin with the draft's, so that they stay apart from those of another order. */
export function linesOf({ id, items, rule }: Draft): LineDraft[] {
  return items.map((item, index) => ({
    line: `${id.slice(-6)}${index}`,
    ...(item.sku !== undefined && { sku: item.sku }),
    name: item.name.slice(0, 40),
    unit: item.unit,
    quantity: item.quantity,
    substitution: ruleOf(item.rule ?? rule),
    ...(item.four && { controlledFour: true }),
  }));
}

/** What may be said about a thing that is sold out. Medicine is not swapped by whoever stands at the counter. */
export const rulesFor = (kind: Draft['kind']): readonly Rule[] =>
  kind === 'MEDICINE' ? ['ASK', 'NONE', 'NEVER'] : ['SIMILAR', 'ASK', 'NONE', 'NEVER'];

/** The draft as the server takes it. */
export function requestOf(draft: Draft): z.input<typeof DeliveryDraft> {
  const { id, household, kind, shop, words, doorWords, voiceNote, payMode, daysLeft, symptoms } = draft;
  const patient = asksPatient(draft) && draft.patient ? patientOf(draft.patient) : undefined;
  return {
    id,
    household,
    kind,
    payMode,
    lines: linesOf(draft),
    occurredAt: new Date().toISOString(),
    ...(shop !== undefined && { shop }),
    ...(words.trim() !== '' && { words }),
    ...(doorWords.trim() !== '' && { doorWords }),
    ...(voiceNote !== undefined && { voiceNote }),
    ...(kind === 'MEDICINE' && { daysLeft }),
    ...(asksSymptoms(draft) && symptoms !== undefined && { symptoms }),
    ...(patient !== undefined && { patient }),
    ...(kind === 'MEDICINE' && draft.repeatPrescription === true && { repeatPrescription: true }),
  };
}
