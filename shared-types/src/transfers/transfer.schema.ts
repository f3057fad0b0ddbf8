import { passengerLifecycle } from '../lifecycles/quarantine/passenger.lifecycle';
import { transferKinds, transferLifecycle } from '../lifecycles/quarantine/transfer.lifecycle';
import { AreaId } from '../primitives/areas';
import { PersonId, RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { RecordStep } from '../primitives/record-step';
import { OwnWay } from '../returnees/returnee.schema';
import * as z from '../zod';

export const TransferKind = z.enum(transferKinds);
export type TransferKind = z.infer<typeof TransferKind>;

/** Where a trip ends: a quarantine site, the home, or a hospital. */
export const TransferGoal = z.enum(['SITE', 'HOME', 'HOSPITAL']);
export type TransferGoal = z.infer<typeof TransferGoal>;

/** A site as the sites feature names it. */
export const SiteId = z.string().check(z.minLength(1), z.maxLength(60), z.regex(/^[\w:-]+$/, 'site'));
export const Plate = z.string().check(z.minLength(5), z.maxLength(10), z.regex(/^[一-龥A-Za-z0-9·]+$/, 'plate'));
/** What somebody cannot be fetched without. */
export const CarryNeed = z.enum(['WHEELCHAIR', 'STRETCHER']);
export type CarryNeed = z.infer<typeof CarryNeed>;
const people = z.int().check(z.gte(0), z.lte(60));
const pieces = z.int().check(z.gte(0), z.lte(200));
/** Tenths of a degree Celsius. */
const TemperatureTenths = z.int().check(z.gte(340), z.lte(430));

/** A trip in a list: never a full name. */
export const TransferRow = z.object({
  id: RecordId,
  kind: TransferKind,
  state: z.enum(transferLifecycle.states as [string, ...string[]]),
  revision: z.int(),
  /** Four characters to speak of it without a name. */
  code: z.string(),
  area: AreaId,
  areaName: z.string(),
  goal: TransferGoal,
  /** 120 drives: nothing of ours is approved or sent. */
  byAmbulance: z.boolean(),
  siteName: z.optional(z.string()),
  /** Who is still expected on it, or on board. */
  people: z.int(),
  /** When they can be fetched: the arrival, or the planned one. */
  from: Instant,
  /** By then they are to be in place (handbook 5, `transferHours`). */
  inPlaceBy: Instant,
  requestedAt: Instant,
  /** The step that is waited for has run out of time. */
  isLate: z.boolean(),
  plate: z.optional(z.string()),
  /** Nobody fetches them: how they come by themselves. */
  ownWay: z.optional(OwnWay),
  /** When the vehicle is expected, or who drives alone. */
  expectedAt: z.optional(Instant),
  actions: z.array(z.string()),
});
export type TransferRow = z.infer<typeof TransferRow>;

/** Somebody on the list of a trip: never a full name. */
export const PassengerView = z.object({
  id: RecordId,
  state: z.enum(passengerLifecycle.states as [string, ...string[]]),
  revision: z.int(),
  code: z.string(),
  nameMasked: z.string(),
  /** Pieces counted when boarding. */
  luggage: z.optional(z.int()),
  /** As measured when boarding; to a doctor alone. */
  temperatureTenths: z.optional(z.int()),
  needs: z.array(CarryNeed),
  /** The room that was taken. */
  room: z.optional(z.string()),
  /** Why they do not go, as a code. */
  why: z.optional(z.string()),
  actions: z.array(z.string()),
});
export type PassengerView = z.infer<typeof PassengerView>;

/** A signature of the hand-over sheet: who by role, when, and how many that person has counted. */
export const TransferSignature = z.object({
  by: z.string(),
  at: Instant,
  heads: z.int(),
  luggage: z.optional(z.int()),
});

/** A trip with its list. */
export const TransferView = z.object({
  ...TransferRow.shape,
  /** Absent: who lives there sees a plate and a time, and no list of others. */
  passengers: z.optional(z.array(PassengerView)),
  vehicle: z.optional(z.object({ plate: z.string(), seats: z.int(), partition: z.boolean() })),
  /** Surname and stars, for those who have to find each other. */
  driver: z.optional(z.object({ label: z.string() })),
  /** Where they are fetched, in the words of the report; opened for those who see to it. */
  pickup: z.optional(z.string()),
  /** Where to, in words, where that is no site and no home. */
  destination: z.optional(z.string()),
  /** SELF_DRIVE: the route as declared. */
  route: z.optional(z.string()),
  /** Must equal one another before the second signature (handbook 2.4). */
  heads: z.object({ boarded: z.int(), takenOver: z.int(), to120: z.int(), unsaid: z.int(), agree: z.boolean() }),
  signed: z.object({ boarding: z.optional(TransferSignature), handOver: z.optional(TransferSignature) }),
  timeline: z.array(RecordStep),
});
export type TransferView = z.infer<typeof TransferView>;

/** What is counted and measured when somebody boards (handbook 2.4). */
export const boarding = {
  /** Name and face agree with the list. */
  identityChecked: z.boolean(),
  mask: z.boolean(),
  temperatureTenths: z.optional(TemperatureTenths),
  luggage: pieces,
};
/** First signature: how many heads are on board, counted once more. */
export const signing = { heads: people };
export const vehicleAndDriver = { vehicle: RecordId, driver: PersonId };
/** Own words, sealed with the trip. */
export const declaredRoute = {
  words: z.string().check(z.minLength(2), z.maxLength(300)),
  plate: z.optional(Plate),
  expectedAt: Instant,
};
/** How somebody who is not at the pick-up was looked for: in two ways at least. */
export const lookedFor = {
  tried: z.array(z.enum(['PHONE', 'DOOR', 'FAMILY', 'NEIGHBOUR'])).check(z.minLength(2), z.maxLength(4)),
};
