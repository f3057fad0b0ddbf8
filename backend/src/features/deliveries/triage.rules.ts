import type { DeliveryDraft, DeliveryKind, DeliveryMode } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { SpecialNeed } from '@grid-relief/shared-types/households/household.schema';
import type { ControlZone, FourClassMode } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Needs } from '../../lifecycle';
import type { Line } from './delivery';

/** What the household and its door bring to a decision. */
export interface Circumstances {
  readonly zone: ControlZone;
  readonly inQuarantine: boolean;
  /** Needs of the household as known, and as said with this request. */
  readonly needs: readonly SpecialNeed[];
  /** The loop of the inside carriers, in sealed zones. */
  readonly loop?: string;
  /** Whoever is on duty at a post does not leave it. */
  readonly post?: object | undefined;
}

const soonDays = 2;
const p1Needs: readonly SpecialNeed[] = ['ELDER_ALONE', 'PREGNANT', 'INFANT', 'DISABLED', 'CHILD_ALONE'];
/** Who does not come to a pick-up place (handbook 4.9). */
export const atDoorNeeds: readonly SpecialNeed[] = ['ELDER_ALONE', 'DISABLED', 'PREGNANT', 'CHILD_ALONE'];

/** Urgency of a request, 0 the most urgent (handbook 4.3). Pure. */
export function priorityOf(kind: DeliveryKind, needs: readonly SpecialNeed[], daysLeft: number | undefined): number {
  const has = (need: SpecialNeed) => needs.includes(need);
  if (isLifeAtRisk(kind, needs, daysLeft)) return 0;
  if (kind === 'MEDICINE' && (daysLeft === undefined || daysLeft <= soonDays)) return 1;
  if (kind === 'BABY' || needs.some((need) => p1Needs.includes(need))) return 1;
  if (has('CHRONIC_MEDICINE') && kind === 'MEDICINE') return 1;
  const food = kind === 'GROCERY' || kind === 'PACK' || kind === 'MEAL';
  if (food) return daysLeft === undefined || daysLeft <= soonDays ? 2 : 3;
  return kind === 'MEDICINE' ? 2 : 3;
}

/** Dialysis or insulin out today, an infant without milk, a child alone without food: danger to life (handbook 4.3). */
function isLifeAtRisk(kind: DeliveryKind, needs: readonly SpecialNeed[], daysLeft: number | undefined): boolean {
  if (daysLeft !== 0) return false;
  const medicine = kind === 'MEDICINE' && (needs.includes('DIABETIC') || needs.includes('DIALYSIS'));
  const milk = kind === 'BABY' && needs.includes('INFANT');
  const child = needs.includes('CHILD_ALONE') && (kind === 'GROCERY' || kind === 'MEAL');
  return medicine || milk || child;
}

/** Hours until it should be at the door, by priority (handbook 4.3; our inference for the hours). */
const dueHours = [1, 4, 24, 48] as const;

/** When a request of this priority should be at the door. Pure. */
export function dueBy(priority: number, from: Date): Date {
  return addMinutes(from, (dueHours[priority] ?? 48) * 60);
}

/** To the door, to a numbered place, or over a handover point (handbook 4.9). Pure. */
export function modeOf({ zone, inQuarantine, needs, post }: Circumstances): DeliveryMode {
  if (zone === 'SEALED') return 'HANDOVER_POINT';
  if (zone !== 'CONTROLLED') return 'DOOR';
  return post || inQuarantine || needs.some((need) => atDoorNeeds.includes(need)) ? 'DOOR' : 'SLOT';
}

/** What a carrier must bring for this kind and zone (table of handbook 4.2). Pure. */
export function needsOf(kind: DeliveryKind, { zone, inQuarantine, loop }: Circumstances): Needs {
  // goods for a sealed zone are carried to its edge only; who takes them in is found by the handover (handbook 4.2)
  const inside = zone === 'SEALED' && (kind === 'ERRAND' || kind === 'WASTE_PICKUP');
  const ppe = inside || kind === 'WASTE_PICKUP' ? 2 : inQuarantine || zone !== 'NONE' ? 1 : 0;
  const skills = skillsByKind[kind] ?? [];
  return { skills, ppe, ...(inside && loop ? { loop } : {}) };
}

const skillsByKind: Readonly<Partial<Record<DeliveryKind, readonly string[]>>> = {
  GROCERY: ['HANDOVER'],
  BABY: ['HANDOVER'],
  MEDICINE: ['HANDOVER'],
  WASTE_PICKUP: ['WASTE'],
};

const largeAmountFen = 100_000;
/** A person must be able to understand what is wanted: letters, figures or Chinese characters. */
const readable = /[\p{Script=Han}\p{L}\p{N}]/u;

/**
 * Why a person should look before anything is set off; empty: the rules alone decide. DOCTOR is never bought by a
 * volunteer (handbook 4.8). Pure.
 */
export function flagsOf(
  draft: Pick<DeliveryDraft, 'kind' | 'symptoms' | 'words' | 'prescription' | 'voiceNote'>,
  lines: readonly Pick<Line, 'name' | 'controlledFour' | 'estimateFen' | 'quantity' | 'sku'>[],
  fourClass: FourClassMode,
): string[] {
  const four = lines.some((line) => line.controlledFour);
  const sum = lines.reduce((total, line) => total + line.estimateFen, 0);
  const flags: (readonly [string, boolean])[] = [
    ['DOCTOR', fourClass !== 'FREE' && four && (draft.symptoms === true || fourClass === 'SUSPENDED')],
    ['SYMPTOM_QUESTION', fourClass !== 'FREE' && four && draft.symptoms === undefined],
    ['LARGE_AMOUNT', sum > largeAmountFen],
    ['UNCLEAR', lines.some(({ name }) => !readable.test(name)) || isUnclearErrand(draft)],
    ['PRESCRIPTION', draft.kind === 'MEDICINE' && !draft.prescription && lines.some(({ sku }) => sku === undefined)],
  ];
  return flags.filter(([, applies]) => applies).map(([flag]) => flag);
}

/** Something has happened in the home: the grid looks at what is asked for meanwhile (handbook 2.11). */
export const homeEventFlag = 'HOME_EVENT';

/** Flags only a doctor takes away (handbook 4.2, 4.8). */
export const doctorFlags: readonly string[] = ['DOCTOR', 'DOCTOR_LOOK'];

/** What must come before anybody may let it through; undefined: nothing. A prescription the grid may vouch for. Pure. */
export function mustAsk(flags: readonly string[]): 'doctor' | 'ask-symptoms' | undefined {
  if (flags.includes('DOCTOR')) return 'doctor';
  return flags.includes('SYMPTOM_QUESTION') ? 'ask-symptoms' : undefined;
}

function isUnclearErrand({ kind, words, voiceNote }: Pick<DeliveryDraft, 'kind' | 'words' | 'voiceNote'>): boolean {
  return kind === 'ERRAND' && !voiceNote && !readable.test(words ?? '');
}

/** Waiting raises comfort and normal work by one level, never above P1 (handbook 4.3). Pure. */
export function raisedByAge(priority: number): number {
  return Math.max(1, priority - 1);
}

/** A short bag code, a letter and three digits, from the id alone. Not unique in the county; so within a run it nearly always is. */
export function bagCodeOf(id: string): string {
  let sum = 7;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 1_000_003;
  // without I, O and Q, which are read as figures
  const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
  return `${letters.charAt(sum % letters.length)}${String(Math.floor(sum / letters.length) % 1000).padStart(3, '0')}`;
}
