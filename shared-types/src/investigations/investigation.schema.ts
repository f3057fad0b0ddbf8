import { Phone } from '../identity/identity.schema';
import { investigationLifecycle as machine } from '../lifecycles/quarantine/investigation.lifecycle';
import { AreaId } from '../primitives/areas';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { RecordStep } from '../primitives/record-step';
import * as z from '../zod';

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const idNumber = z.string().check(z.regex(/^[0-9A-Za-z]{4,24}$/, 'id number'));
const birthYear = z.int().check(z.gte(1900), z.lte(2100));

/** How close a contact was; each is a category of the county's policy (handbook 2.11, 9). */
export const contactClasses = ['CLOSE_CONTACT', 'SECOND_CONTACT', 'GENERAL_CONTACT'] as const;
export const ContactClass = z.enum(contactClasses);
export type ContactClass = z.infer<typeof ContactClass>;

/** Where two people met. */
export const contactRelations = [
  ...(['HOME', 'FAMILY', 'WORK', 'SCHOOL', 'NEIGHBOUR'] as const),
  ...(['TRANSPORT', 'SHOP', 'CARE', 'MEAL', 'OTHER'] as const),
] as const;
export const ContactRelation = z.enum(contactRelations);
export type ContactRelation = z.infer<typeof ContactRelation>;

/** A new investigation that somebody opens by hand. */
export const InvestigationDraft = z.strictObject({
  /** Made by the client: the same draft sent twice is one. */
  id: RecordId,
  name: text(40),
  phone: z.optional(Phone),
  idNumber: z.optional(idNumber),
  birthYear: z.optional(birthYear),
  /** Where the case lives or stays. */
  area: AreaId,
});
export type InvestigationDraft = z.infer<typeof InvestigationDraft>;

/** Where the case was, in the words of the interview. */
export const PathStay = z.strictObject({
  place: text(120),
  from: Instant,
  to: z.optional(Instant),
  /** With whom, masked or not, by which seat. */
  words: z.optional(text(200)),
});
export type PathStay = z.infer<typeof PathStay>;

export const Path = z.array(PathStay).check(z.minLength(1), z.maxLength(60));

/** Somebody the case has met; what is not known yet may be missing until it is confirmed. */
export const ContactDraft = z.strictObject({
  id: RecordId,
  name: text(40),
  phone: z.optional(Phone),
  idNumber: z.optional(idNumber),
  birthYear: z.optional(birthYear),
  class: ContactClass,
  relation: ContactRelation,
  lastExposureAt: z.optional(Instant),
  /** The grid, or the smallest area that is known; absent: not of this county, or not known. */
  area: z.optional(AreaId),
  /** The door, as it was told. */
  place: z.optional(text(120)),
});
export type ContactDraft = z.infer<typeof ContactDraft>;

/** What runs against the clock (handbook 5.5). */
export const ClockView = z.object({
  what: z.enum(['REPORT', 'PATH', 'FIRST_REPORT']),
  by: Instant,
  doneAt: z.optional(Instant),
  isLate: z.boolean(),
});
export type ClockView = z.infer<typeof ClockView>;

/** One part of the quality score: points of the most there are. */
export const QualityPart = z.object({
  what: z.enum(['PATH', 'PHONES', 'EXPOSURES', 'ENOUGH', 'ON_TIME']),
  points: z.int(),
  of: z.int(),
});
export type QualityPart = z.infer<typeof QualityPart>;

/** A contact in the list of an investigation: masked, for investigators alone. */
export const ContactView = z.object({
  id: RecordId,
  nameMasked: z.string(),
  phoneMasked: z.optional(z.string()),
  class: ContactClass,
  relation: ContactRelation,
  lastExposureAt: z.optional(Instant),
  area: z.optional(AreaId),
  areaName: z.optional(z.string()),
  standing: z.enum(['LISTED', 'CONFIRMED', 'DROPPED']),
  /** What must be known before it can be confirmed. */
  missing: z.array(z.enum(['LAST_EXPOSURE', 'AREA'])),
});
export type ContactView = z.infer<typeof ContactView>;

const rowFields = {
  id: RecordId,
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  /** Four characters to speak of it without a name. */
  code: z.string(),
  area: AreaId,
  areaName: z.string(),
  nameMasked: z.string(),
  /** What set it off: a positive test, the end of a quarantine, or an investigator. */
  because: z.string(),
  openedAt: Instant,
  clocks: z.array(ClockView),
  contacts: z.int(),
  confirmed: z.int(),
  /** Of the last review. */
  score: z.optional(z.int()),
  actions: z.array(z.string()),
};

/** An investigation in a list: never a full name. */
export const InvestigationRow = z.object(rowFields);
export type InvestigationRow = z.infer<typeof InvestigationRow>;

/** The same with path and contacts; seen by investigators of the place and by nobody else (handbook 3). */
export const InvestigationView = z.object({
  ...rowFields,
  path: z.array(PathStay),
  contactList: z.array(ContactView),
  /** As it would be scored now. */
  quality: z.object({ score: z.int(), parts: z.array(QualityPart) }),
  timeline: z.array(RecordStep),
});
export type InvestigationView = z.infer<typeof InvestigationView>;

/** Names and numbers, opened by a look that is written down. */
export const OpenedInvestigation = z.object({
  name: z.string(),
  phone: z.optional(z.string()),
  idNumber: z.optional(z.string()),
  contacts: z.array(z.object({ id: RecordId, name: z.string(), phone: z.optional(z.string()) })),
  recordedAt: Instant,
});
