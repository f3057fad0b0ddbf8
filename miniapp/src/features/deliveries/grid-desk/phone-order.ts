import type { PayMode } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { HouseholdRow } from '@grid-relief/shared-types/households/household.schema';
import { noPatient, type PatientDraft, patientOf } from '../register/patient';
import type { Line } from './goods-words';
import type { Order } from './use-submits';

export const phoneKinds = ['GROCERY', 'MEDICINE', 'BABY', 'ERRAND', 'WASTE_PICKUP'] as const;
type PhoneKind = (typeof phoneKinds)[number];

/** What is asked on the phone, as far as it is answered. */
export type PhoneOrder = {
  readonly kind: PhoneKind;
  readonly lines: readonly Line[];
  readonly words: string;
  readonly doorWords: string;
  readonly daysLeft: number | undefined;
  readonly payMode: PayMode;
  /** Asked for medicine only (handbook 4.8). */
  readonly symptoms: boolean | undefined;
  /** Whom the pharmacy registers, as far as it is said (handbook 4.8). */
  readonly patient: PatientDraft;
  /** A card goes along to have medicine prescribed again. */
  readonly repeatPrescription: boolean;
};

export const blankOrder: PhoneOrder = {
  kind: 'GROCERY',
  lines: [],
  words: '',
  doorWords: '',
  daysLeft: undefined,
  payMode: 'RESIDENT_PAYS_SHOP',
  symptoms: undefined,
  patient: noPatient,
  repeatPrescription: false,
};

/** True for kinds that are a list of goods; the others are told in words. */
export const isGoods = (kind: PhoneKind): boolean => kind === 'GROCERY' || kind === 'MEDICINE' || kind === 'BABY';

/** Whether a pharmacy registers somebody for it: not for what a doctor decides on first. */
export const asksPatient = ({ kind, lines, symptoms }: PhoneOrder): boolean =>
  kind === 'MEDICINE' && symptoms === false && lines.some(({ controlledFour }) => controlledFour);

/** Begun and not whole: it can be finished, or emptied and given later at the desk. */
const isHalfRegistered = ({ patient }: PhoneOrder): boolean =>
  Object.values(patient).some((field) => field.trim() !== '') && patientOf(patient) === undefined;

type Missing = 'phone-need-goods' | 'phone-need-symptoms' | 'phone-half-register';

/** The one thing that still has to be asked, undefined when it can be submitted. */
export function whatIsMissing(order: PhoneOrder): Missing | undefined {
  const isSaid = isGoods(order.kind) ? order.lines.length > 0 : order.words.trim() !== '';
  if (!isSaid) return 'phone-need-goods';
  if (order.kind === 'MEDICINE' && order.symptoms === undefined) return 'phone-need-symptoms';
  return asksPatient(order) && isHalfRegistered(order) ? 'phone-half-register' : undefined;
}

/** Only medicine is of the four classes, whatever was marked before the kind was changed. */
function asked(kind: PhoneKind, { controlledFour, ...line }: Line): Line {
  return kind === 'MEDICINE' && controlledFour ? { ...line, controlledFour } : line;
}

/** The order as it is submitted, under an id made here. */
export function orderFrom(id: string, household: HouseholdRow, order: PhoneOrder, now: Date): Order {
  const { kind, lines, words, doorWords, daysLeft, payMode, symptoms } = order;
  const goods = isGoods(kind);
  const patient = asksPatient(order) ? patientOf(order.patient) : undefined;
  return {
    id,
    household: household.id,
    kind,
    lines: goods ? lines.map((line) => asked(kind, line)) : [],
    payMode: kind === 'WASTE_PICKUP' ? 'FREE' : payMode,
    needs: [...household.needs],
    occurredAt: now.toISOString(),
    ...(!goods && { words: words.trim() }),
    ...(doorWords.trim() !== '' && { doorWords: doorWords.trim() }),
    ...(goods && daysLeft !== undefined && { daysLeft }),
    ...(kind === 'MEDICINE' && symptoms !== undefined && { symptoms }),
    ...(patient && { patient }),
    ...(kind === 'MEDICINE' && order.repeatPrescription && { repeatPrescription: true }),
  };
}
