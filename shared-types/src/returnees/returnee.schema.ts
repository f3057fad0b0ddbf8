import { Phone } from '../identity/identity.schema';
import { SamePersonView } from '../person-merges/person-merge.schema';
import { AreaId } from '../primitives/areas';
import { HouseholdId, RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { chainLinks } from '../quarantine/policy-set.schema';
import * as z from '../zod';

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** Who said that somebody comes, or found that somebody has come (handbook 2.2). */
export const FoundBy = z.enum(['SELF', 'FAMILY', 'EMPLOYER', 'SCREENING', 'CHECKPOINT', 'REGISTER']);
export type FoundBy = z.infer<typeof FoundBy>;
/** How somebody came to be known; whom an investigation has found is entered by nobody. */
export const KnownBy = z.enum([...FoundBy.options, 'INVESTIGATION']);
export type KnownBy = z.infer<typeof KnownBy>;

/** How somebody comes home by themselves: in the own car, or fetched by the family. */
export const OwnWay = z.enum(['OWN_CAR', 'FAMILY']);
export type OwnWay = z.infer<typeof OwnWay>;

/** What may still be said of the way home: anything, nothing because the rule wants a transfer, nothing because one is planned. */
export const OwnWayView = z.object({
  is: z.enum(['OPEN', 'MUST_BE_FETCHED', 'PLANNED']),
  how: z.optional(OwnWay),
});
export type OwnWayView = z.infer<typeof OwnWayView>;

/** Where somebody has been: province, city, county and street, as far as known, the widest first. */
export const StayDraft = z.strictObject({
  place: z.array(text(30)).check(z.minLength(1), z.maxLength(4)),
  from: Instant,
  /** Absent: still there. */
  to: z.optional(Instant),
});
export type StayDraft = z.infer<typeof StayDraft>;

/** One person of a trip, in the short form. */
export const TravellerDraft = z.strictObject({
  name: text(40),
  idType: z.optional(z.enum(['ID_CARD', 'PASSPORT'])),
  /** A child, or the holder of a passport that is not at hand, may have none. */
  idNumber: z.optional(z.string().check(z.regex(/^[0-9A-Za-z]{4,24}$/, 'id number'))),
  phone: z.optional(Phone),
  birthYear: z.optional(z.int().check(z.gte(1900), z.lte(2100))),
  symptoms: z.boolean(),
  healthCode: z.optional(z.enum(['RED', 'YELLOW', 'GREEN'])),
});
export type TravellerDraft = z.infer<typeof TravellerDraft>;

export const DestinationKind = z.enum(['HOUSEHOLD', 'HOTEL', 'HOST_UNIT', 'WORKSITE']);

/** Who answers for somebody without a household here (handbook 2.2). */
export const ResponsibleHost = z.strictObject({ name: text(60), phone: Phone });

export const DestinationDraft = z.strictObject({
  kind: DestinationKind,
  household: z.optional(HouseholdId),
  /** Where it lies, unless the household says so. */
  area: z.optional(AreaId),
  /** Hotel, company, site, or the door as it was told. */
  place: z.optional(text(120)),
  responsibleHost: z.optional(ResponsibleHost),
});

/** A report of one trip; the device keeps it as a draft until it is sent. */
export const ReturneeReportDraft = z.strictObject({
  /** Made by the client: the same report sent twice is one. */
  id: RecordId,
  foundBy: FoundBy,
  travellers: z.array(TravellerDraft).check(z.minLength(1), z.maxLength(8)),
  /** All places in the look-back window. */
  stays: z.array(StayDraft).check(z.minLength(1), z.maxLength(12)),
  /** Absent only where they are here already. */
  plannedArrival: z.optional(Instant),
  /** Found when already here: at a post, at a door. */
  arrivedAt: z.optional(Instant),
  /** Where they come into the county. */
  entry: z.optional(text(60)),
  /** Train, flight or plate, in their own words. */
  transport: z.optional(text(120)),
  destination: DestinationDraft,
  words: z.optional(text(300)),
});
export type ReturneeReportDraft = z.infer<typeof ReturneeReportDraft>;

/** Whose turn it is, and until when: what everybody asks first. */
export const NextStep = z.object({
  what: z.string(),
  /** A role, or TRAVELLER. */
  owner: z.string(),
  dueAt: z.optional(Instant),
});
export type NextStep = z.infer<typeof NextStep>;

/** Somebody was phoned. */
const CallMade = z.object({ at: Instant, answered: z.boolean() });

/** One link of somebody's chain, as it stands. */
export const ChainLinkView = z.object({
  id: RecordId,
  traveller: RecordId,
  link: z.enum(chainLinks),
  state: z.string(),
  revision: z.int(),
  /** The role whose turn it is, by the rung of its ladder. */
  owner: z.string(),
  /** Of an open link always there. */
  dueAt: z.optional(Instant),
  late: z.boolean(),
  endedAt: z.optional(Instant),
  /** What was said of it, for the grid: why it failed, how it was done. */
  notes: z.optional(z.array(z.object({ at: Instant, words: z.string() }))),
  /** The code of the traveller, for the board. */
  code: z.string(),
  area: AreaId,
  areaName: z.string(),
  actions: z.array(z.string()),
});
export type ChainLinkView = z.infer<typeof ChainLinkView>;

const rowFields = {
  id: RecordId,
  report: RecordId,
  state: z.string(),
  revision: z.int(),
  /** Short sign to speak of somebody without a name. */
  code: z.string(),
  nameMasked: z.string(),
  area: AreaId,
  areaName: z.string(),
  foundBy: KnownBy,
  destination: DestinationKind,
  plannedAt: z.optional(Instant),
  arrivedAt: z.optional(Instant),
  /** Reported later than the county asks for. */
  lateReport: z.boolean(),
  /** Past the limit that runs now, its own or that of a link. */
  late: z.boolean(),
  next: z.optional(NextStep),
  actions: z.array(z.string()),
};

/** Somebody in a list. */
export const TravellerRow = z.object(rowFields);
export type TravellerRow = z.infer<typeof TravellerRow>;

/** Why somebody is asked for what is asked: a key with what to fill in (handbook 5). */
export const TriageReason = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The days in which somebody is followed without quarantine. */
export const HealthTrackerView = z.object({
  id: RecordId,
  traveller: RecordId,
  state: z.string(),
  revision: z.int(),
  from: Instant,
  until: Instant,
  /** How many swabs are asked for, and taken. */
  tests: z.int(),
  swabs: z.int(),
  /** When the next report or swab is due. */
  dueAt: z.optional(Instant),
  calls: z.optional(z.array(CallMade)),
  /** What in the last report a doctor looks at, as codes; absent: nothing. */
  alarms: z.optional(z.array(z.string())),
  actions: z.array(z.string()),
});
export type HealthTrackerView = z.infer<typeof HealthTrackerView>;

/** Somebody's way from the first word to the last link, as far as the viewer may see it. */
export const TravellerView = z.object({
  ...rowFields,
  /** For themselves and whoever reported them. */
  name: z.optional(z.string()),
  phoneMasked: z.optional(z.string()),
  category: z.optional(z.string()),
  reason: z.optional(TriageReason),
  /** Why they were judged otherwise before, the oldest first (handbook 5.7). */
  formerReasons: z.optional(z.array(TriageReason)),
  /** What somebody has to ask by phone, as codes. */
  questions: z.optional(z.array(z.string())),
  /** Before they are here, where anybody would be fetched. */
  ownWay: z.optional(OwnWayView),
  duplicateOf: z.optional(RecordId),
  linkedFrom: z.optional(RecordId),
  /** Other records of the same person, for whoever looks after them too. */
  samePerson: z.optional(SamePersonView),
  links: z.optional(z.array(ChainLinkView)),
  tracker: z.optional(HealthTrackerView),
  calls: z.optional(z.array(CallMade)),
  timeline: z.array(
    z.object({
      at: Instant,
      action: z.string(),
      from: z.string(),
      to: z.string(),
      /** In which role; SYSTEM where nobody did. */
      by: z.string(),
      reason: z.optional(z.string()),
      words: z.optional(z.string()),
    }),
  ),
});
export type TravellerView = z.infer<typeof TravellerView>;

/** A trip with everybody in it, for whoever reported it. */
export const ReturneeReportView = z.object({
  id: RecordId,
  state: z.string(),
  revision: z.int(),
  foundBy: KnownBy,
  createdAt: Instant,
  lateReport: z.boolean(),
  plannedAt: z.optional(Instant),
  travellers: z.array(TravellerRow),
  actions: z.array(z.string()),
});
export type ReturneeReportView = z.infer<typeof ReturneeReportView>;
