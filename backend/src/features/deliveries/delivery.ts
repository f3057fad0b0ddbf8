import type { CustodyItem } from '@grid-relief/shared-types/deliveries/custody.schema';
import type {
  DeliveryKind,
  DeliveryMode,
  DoctorNextStep,
  LineDraft,
  LineOutcome,
  PayMode,
} from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { Disposition } from '@grid-relief/shared-types/deliveries/dispute-actions.contract';
import type { SpecialNeed } from '@grid-relief/shared-types/households/household.schema';
import type { ControlZone } from '@grid-relief/shared-types/primitives/areas';
import type * as z from '@grid-relief/shared-types/zod';
import type { Task } from '../../tasks';

/** One line as stored: what was asked for, what the catalogue says, and what became of it. Money in fen. */
export interface Line extends LineDraft {
  readonly estimateFen: number;
  /** From the catalogue; goods in free words have none. */
  readonly nameEn?: string;
  readonly picture?: string;
  readonly aisle?: string;
  readonly cold: boolean;
  readonly weightGrams: number;
  readonly outcome: z.infer<typeof LineOutcome>;
  readonly boughtQuantity?: number;
  readonly actualFen?: number;
  readonly replacement?: { readonly name: string; readonly nameEn?: string; readonly priceFen: number };
}

/** What the household is asked while somebody stands at the shelf. */
export interface OpenQuestion {
  readonly line: string;
  readonly offeredName: string;
  /** As the catalogue of the shop has it. */
  readonly offeredNameEn?: string;
  readonly offeredPriceFen: number;
  readonly askedAt: Date;
  readonly answerBy: Date;
}

/** Free words of a person, sealed: about health, a door, or somebody else. */
export interface SealedWords {
  readonly at: Date;
  readonly sealed: string;
}

/** The same, by the operation they came with. */
export interface SealedRemark extends SealedWords {
  readonly opId: string;
}

/** What a household says of itself with a request: sealed as one text, because it is about health and a door. */
export interface Said {
  readonly words?: string;
  readonly doorWords?: string;
  readonly needs: readonly SpecialNeed[];
  readonly medicineDay?: string;
}

/** A card or code of a patient in another's hands (handbook 4.8). */
export interface Custody {
  readonly items: readonly CustodyItem[];
  readonly takenBy: string;
  readonly takenAt: Date;
  /** Who has it now: it goes on with the goods. */
  readonly heldBy: string;
  readonly returnedAt?: Date;
  readonly returnedBy?: string;
  /** How many steps of its ladder have been told. */
  readonly told: number;
}

/** Bags as whoever gave them left them, and who took them. */
export interface HandoverPhoto {
  readonly photo: string;
  readonly by: string;
  readonly at: Date;
  readonly to?: string;
}

/** What only a delivery knows of itself; persons and households by id only. */
export interface DeliveryDetail {
  readonly mode: z.infer<typeof DeliveryMode>;
  readonly zone: ControlZone;
  /** Short bag code: no name, no door. */
  readonly code: string;
  readonly askedBy: string;
  /** Fingerprint of the draft: a repeat under the same id must bring the same. */
  readonly draftHash: string;
  readonly shop?: string;
  readonly shopName?: string;
  readonly lines: readonly Line[];
  /** See `Said`; sealed. */
  readonly said?: string;
  readonly voiceNote?: string;
  readonly prescription?: string;
  readonly flags: readonly string[];
  readonly estimateFen: number;
  readonly actualFen?: number;
  readonly payMode: z.infer<typeof PayMode>;
  readonly receiptPhoto?: string;
  readonly dropPhoto?: string;
  readonly failPhoto?: string;
  /** The window in which it is tried again. */
  readonly retry?: { readonly from: Date; readonly to: Date };
  readonly bags?: number;
  readonly bagsAtStart?: number;
  readonly consent?: { readonly neededFen: number; readonly givenAt?: Date };
  readonly question?: OpenQuestion;
  /** Who paid in advance and is owed; stays when somebody else carries on. */
  readonly advancedBy?: string;
  readonly paidTick?: boolean;
  readonly receivedTick?: boolean;
  /** Who asked for the same, before two requests were joined. */
  readonly alsoAskedBy?: readonly string[];
  /** Who was named to take the bags over. */
  readonly handoverTo?: string;
  /** Bags as they changed hands between carriers, oldest first. */
  readonly handoverPhotos?: readonly HandoverPhoto[];
  /** The handover at whose point its bags stand, in a sealed zone. */
  readonly atPoint?: string;
  /** Who carries it inside the sealed zone. */
  readonly insideBy?: string;
  /** Its carrier tested positive: what is brought instead is at the cost of the county. */
  readonly bagsKeptBack?: boolean;
  readonly linkedFrom?: string;
  readonly linkedTo?: string;
  readonly droppedAt?: Date;
  readonly confirmedAt?: Date;
  readonly undoUntil?: Date;
  /** Where it stands to be fetched, as whoever put it down wrote. */
  readonly place?: string;
  readonly wantedBy?: Date;
  /** Asked for by whoever leads the shift of a post (decision 0013). */
  readonly forPost?: true;
  /** So many eat with this meal. */
  readonly headCount?: number;
  /** When it was told that nobody had taken the meal of a post in time. */
  readonly unfedAt?: Date;
  readonly genderWish?: 'F' | 'M';
  readonly wishes?: readonly string[];
  readonly doctorNextStep?: z.infer<typeof DoctorNextStep>;
  /** Sealed. */
  readonly doctorWords?: string;
  /** Whom a pharmacy registers, sealed; gone with the purchase and with every end. */
  readonly patient?: string;
  /** Who bought has seen the patient registered and has shown an own card; its number is nowhere. */
  readonly registered?: { readonly at: Date; readonly by: string };
  /** Medicine prescribed again: the carrier takes a card or code along. */
  readonly repeatPrescription?: true;
  readonly custody?: Custody;
  /** How many steps of each ladder have been told. */
  readonly doctorTold?: number;
  /** How many heard that nobody has looked at a flagged request. */
  readonly flagTold?: number;
  readonly silentTold?: number;
  readonly repayTold?: number;
  readonly remarks: readonly SealedRemark[];
  /** What was said beside the reason of an action. */
  readonly reasonWords?: readonly SealedRemark[];
  /** Since then it goes to another place than its household's door (handbook 2.1, redirect). */
  readonly sentElsewhereAt?: Date;
  /** Corrections of the way to the door; older ones are kept. */
  readonly wayWords?: readonly SealedWords[];
  readonly decision?: 'REFUND' | 'REDELIVER' | 'ACCEPT' | 'UNFOUNDED';
  readonly refundFen?: number;
  readonly disputedLines?: readonly string[];
  readonly disputePhoto?: string;
  /** What became of goods that came back, and when somebody said so. */
  readonly disposition?: Disposition;
  readonly countedInAt?: Date;
  /** What devices reported too late and somebody compared, by the operation that noted it here. */
  readonly lateMarks?: readonly LateMark[];
  /** A booked estimate, and what the receipt said instead. Fen. */
  readonly receiptCame?: { readonly at: Date; readonly beforeFen: number; readonly afterFen: number };
}

/** A late fact as its record keeps it: who reported what, when it was done, who compared it, and what came of it. */
export interface LateMark {
  readonly opId: string;
  readonly action: string;
  readonly by: string;
  readonly occurredAt: Date;
  readonly decidedBy: string;
  readonly counts: boolean;
  readonly reason?: string;
  readonly photo?: string;
  readonly bags?: number;
}

export interface Delivery extends Task<DeliveryDetail> {
  readonly kind: 'DELIVERY';
  readonly variant: DeliveryKind;
  readonly household: string;
}

/** Kinds that are bought in a shop; the others are fetched, done or taken away (handbook 2.1). */
export const shoppedKinds: readonly string[] = ['GROCERY', 'BABY', 'MEDICINE'];

/** What is free for the household, or has nothing to pay, closes as soon as it is confirmed. */
export function isFree({
  variant,
  detail,
}: {
  readonly variant: DeliveryKind;
  readonly detail: Pick<DeliveryDetail, 'payMode' | 'actualFen'>;
}): boolean {
  if (detail.payMode === 'FREE') return true;
  if (['PACK', 'PARCEL', 'MEAL', 'WASTE_PICKUP'].includes(variant)) return true;
  return variant === 'ERRAND' && (detail.actualFen ?? 0) === 0;
}

/** The fields that are there; a field that is absent is never stored as null. */
export function known<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // only entries of `fields` without undefined are left
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
