import { Address, SpecialNeed } from '../households/household.schema';
import { deliveryLifecycle } from '../lifecycles/delivery.lifecycle';
import { AreaId, FourClassMode } from '../primitives/areas';
import { Fen } from '../primitives/fen';
import { FileId, HouseholdId, PersonId, ShopId, TaskId } from '../primitives/ids';
import { Day, Instant } from '../primitives/instants';
import * as z from '../zod';
import { CustodyView } from './custody.schema';
import { LineDraft, LineId, LineOutcome, LineView, Substitution, SubstitutionRule } from './line.schema';
import { NextStep, RouteReason } from './next-step.schema';
import { RegisterPatient, RegisterState } from './register.schema';
import { Somebody, TimelineEntry } from './timeline.schema';

export {
  LineDraft,
  LineId,
  LineOutcome,
  LineView,
  NextStep,
  RouteReason,
  Somebody,
  Substitution,
  SubstitutionRule,
  TimelineEntry,
};

export const DeliveryKind = z.enum(['GROCERY', 'BABY', 'MEDICINE', 'PACK', 'PARCEL', 'MEAL', 'WASTE_PICKUP', 'ERRAND']);
export type DeliveryKind = z.infer<typeof DeliveryKind>;
export const Priority = z.enum(['P0', 'P1', 'P2', 'P3']);
export type Priority = z.infer<typeof Priority>;
export const PayMode = z.enum(['RESIDENT_PAYS_SHOP', 'VOLUNTEER_ADVANCE', 'COMMUNITY_COLLECTS', 'FREE']);
export type PayMode = z.infer<typeof PayMode>;
/** Where a doctor sends somebody instead of a shop (handbook 4.8). */
export const DoctorNextStep = z.enum(['FEVER_CLINIC', 'DOCTOR_VISIT', 'CALL_120', 'OTHER_MEDICINE']);
/** What became of the call after nobody had opened (handbook 2.1). */
export const CallAnswer = z.enum(['REACHED', 'NO_ANSWER', 'HELP_NEEDED']);
export const DeliveryMode = z.enum(['DOOR', 'SLOT', 'HANDOVER_POINT']);
export type DeliveryMode = z.infer<typeof DeliveryMode>;
export const DeliveryState = z.enum(deliveryLifecycle.states as [string, ...string[]]);

const words = (max: number) => z.string().check(z.trim(), z.maxLength(max));

/** A request as it is submitted; its id is made by the client and is the idempotency key. */
export const DeliveryDraft = z.strictObject({
  id: TaskId,
  household: HouseholdId,
  kind: DeliveryKind,
  shop: z.optional(ShopId),
  lines: z.array(LineDraft).check(z.maxLength(60)),
  /** What, where, until when: errands, parcels, waste, meals. */
  words: z.optional(words(500)),
  doorWords: z.optional(words(120)),
  voiceNote: z.optional(FileId),
  prescription: z.optional(FileId),
  needs: z.optional(z.array(SpecialNeed).check(z.maxLength(9))),
  /** Days the medicine or food still lasts, as asked on screen; decides the priority (handbook 4.3). */
  daysLeft: z.optional(z.int().check(z.gte(0), z.lte(60))),
  /** For errands and meals: not later than. */
  wantedBy: z.optional(Instant),
  /** Meals for a post: so many eat (handbook C33). */
  headCount: z.optional(z.int().check(z.gte(1), z.lte(200))),
  payMode: PayMode,
  /** Four-class medicine: fever or other symptoms now? Yes leads to a doctor, never to a purchase. */
  symptoms: z.optional(z.boolean()),
  /** Four-class medicine: for the register of the pharmacy; kept only where one is asked for. */
  patient: z.optional(RegisterPatient),
  /** 代配药: the carrier takes a card or code along (handbook 4.8). */
  repeatPrescription: z.optional(z.boolean()),
  /** Who should come to the door, and in which dialect: counted when somebody is looked for (handbook 4.2). */
  genderWish: z.optional(z.enum(['F', 'M'])),
  dialect: z.optional(z.string().check(z.maxLength(20))),
  occurredAt: z.optional(Instant),
});
export type DeliveryDraft = z.infer<typeof DeliveryDraft>;

export const DeliveryView = z.object({
  id: TaskId,
  kind: DeliveryKind,
  state: DeliveryState,
  revision: z.int(),
  priority: Priority,
  mode: DeliveryMode,
  code: z.string(),
  area: AreaId,
  areaNames: z.array(z.string()),
  createdAt: Instant,
  updatedAt: Instant,
  /** Present for the household, its proxies, the grid, and the holder while holding. */
  household: z.optional(
    z.object({
      id: HouseholdId,
      name: z.string(),
      phone: z.optional(z.string()),
      address: z.optional(Address),
      /** Short sign of the door, e.g. `3-1-0402`, for the grid. */
      doorCode: z.optional(z.string()),
      masked: z.boolean(),
    }),
  ),
  askedBy: z.optional(Somebody),
  /** Who asked for the same before two requests were joined. */
  alsoAskedBy: z.optional(z.array(Somebody)),
  needs: z.array(SpecialNeed),
  flags: z.array(z.string()),
  shop: z.optional(z.object({ id: ShopId, name: z.string() })),
  run: z.optional(TaskId),
  lines: z.array(LineView),
  words: z.optional(z.string()),
  doorWords: z.optional(z.string()),
  /** What was said about the way since (redirect, answered address), newest last; for the household and the holder only. */
  wayWords: z.optional(z.array(z.object({ at: Instant, words: z.string() }))),
  /** Of medicine of the four classes: how it is sold where this goes, now (handbook 4.8). */
  fourClass: z.optional(FourClassMode),
  /** It goes to the place that was said last about the way, and not to its household's door. */
  sentElsewhere: z.optional(z.literal(true)),
  voiceNote: z.optional(FileId),
  prescription: z.optional(FileId),
  estimateFen: Fen,
  actualFen: z.optional(Fen),
  payMode: PayMode,
  receiptPhoto: z.optional(FileId),
  dropPhoto: z.optional(FileId),
  /** What the household shows of what is missing or wrong. */
  disputePhoto: z.optional(FileId),
  bags: z.optional(z.int()),
  consent: z.optional(z.object({ neededFen: Fen, givenAt: z.optional(Instant) })),
  substitution: z.optional(Substitution),
  carrier: z.optional(Somebody),
  /** This viewer may open the carrier's number now (`revealCarrier`). */
  mayCallCarrier: z.optional(z.boolean()),
  offer: z.optional(z.object({ expiresAt: Instant, reason: RouteReason })),
  reason: z.optional(RouteReason),
  rung: z.int(),
  waitingSince: z.optional(Instant),
  money: z.optional(
    z.object({
      owedFen: Fen,
      paidTick: z.boolean(),
      receivedTick: z.boolean(),
      owedTo: z.optional(z.enum(['CARRIER', 'COMMUNITY', 'SHOP'])),
    }),
  ),
  /** The receipt came after its estimate had been booked, and replaced it. */
  receiptCame: z.optional(z.object({ at: Instant, beforeFen: Fen, afterFen: Fen })),
  /** Its bags are not opened and go back on no shelf: whoever carried them may have been infectious. */
  keptBack: z.optional(z.literal(true)),
  linkedFrom: z.optional(TaskId),
  linkedTo: z.optional(TaskId),
  /** Four-class medicine among it, and a pharmacy that keeps a register (handbook 4.8). */
  register: z.optional(RegisterState),
  repeatPrescription: z.optional(z.boolean()),
  custody: z.optional(CustodyView),
  doctor: z.optional(z.object({ nextStep: z.optional(DoctorNextStep), words: z.optional(z.string()) })),
  /** Counted by whoever passed it on; `self`: named to take it. */
  handover: z.optional(z.object({ bags: z.int(), to: z.optional(Somebody) })),
  /** Bags as they changed hands: for the carrier and the grid, and for whoever gave or took them. */
  handoverPhotos: z.optional(z.array(z.object({ photo: FileId, at: Instant }))),
  undoUntil: z.optional(Instant),
  /** Where the bag stands at a pick-up place, as whoever put it down wrote: mostly a number. */
  place: z.optional(z.string()),
  wantedBy: z.optional(Instant),
  /** For a post, not a home; its household bears the post's name. */
  forPost: z.optional(z.literal(true)),
  headCount: z.optional(z.int()),
  medicineDay: z.optional(Day),
  timeline: z.array(TimelineEntry),
  next: NextStep,
  actions: z.array(z.string()),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

/** A row of a queue or history: what decides whom to look at first. */
export const DeliveryRow = z.object({
  id: TaskId,
  kind: DeliveryKind,
  state: DeliveryState,
  priority: Priority,
  /** For the household and its grid: to the door, or to a place where it is fetched. */
  mode: z.optional(DeliveryMode),
  code: z.string(),
  area: AreaId,
  areaName: z.string(),
  /** Short sign of the door, for the grid only. */
  doorCode: z.optional(z.string()),
  waitingSince: Instant,
  late: z.boolean(),
  needs: z.array(SpecialNeed),
  flags: z.array(z.string()),
  lineCount: z.int(),
  /** For the household itself: which of its homes or posts asked. */
  household: z.optional(HouseholdId),
  ...{ forPost: z.optional(z.literal(true)), headCount: z.optional(z.int()) },
  /** Of a post: when its shift eats. */
  wantedBy: z.optional(Instant),
  summary: z.string(),
  /** The same as the catalogue has it in English; goods in free words stay as they were written. */
  summaryEn: z.optional(z.string()),
  estimateFen: Fen,
  carrier: z.optional(Somebody),
  mayCallCarrier: z.optional(z.boolean()),
  keptBack: z.optional(z.literal(true)),
  run: z.optional(TaskId),
  assignee: z.optional(PersonId),
  offerExpiresAt: z.optional(Instant),
  next: NextStep,
  revision: z.int(),
  actions: z.array(z.string()),
});
export type DeliveryRow = z.infer<typeof DeliveryRow>;
