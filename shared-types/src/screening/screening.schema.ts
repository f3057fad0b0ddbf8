import { householdVisitLifecycle } from '../lifecycles/quarantine/household-visit.lifecycle';
import { screeningCallbackLifecycle } from '../lifecycles/quarantine/screening-callback.lifecycle';
import { screeningCampaignLifecycle } from '../lifecycles/quarantine/screening-campaign.lifecycle';
import { AreaId } from '../primitives/areas';
import { HouseholdId, PersonId, RecordId } from '../primitives/ids';
import { Day, Instant } from '../primitives/instants';
import { RecordStep } from '../primitives/record-step';
import * as z from '../zod';

const stateOf = (machine: { readonly states: readonly string[] }) => z.enum(machine.states as [string, ...string[]]);
const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const count = z.int().check(z.gte(0));

/** What is asked at every door (handbook 2.8); whether somebody has come is always asked. */
export const ScreeningQuestion = z.enum(['MEMBERS', 'AWAY', 'PLANNED', 'SYMPTOMS', 'NEEDS', 'LANGUAGE']);
export type ScreeningQuestion = z.infer<typeof ScreeningQuestion>;

/** A share of the homes that has a result by an instant. */
export const Milestone = z.strictObject({ at: Instant, percent: z.int().check(z.gte(1), z.lte(100)) });
export type Milestone = z.infer<typeof Milestone>;

/** A screening as a township plans it. */
export const CampaignDraft = z.strictObject({
  /** Made by the client: the same plan sent twice is one. */
  id: RecordId,
  /** One township, which the areas lie in. */
  township: AreaId,
  areas: z.array(AreaId).check(z.minLength(1), z.maxLength(200)),
  /** Who has come since this Shanghai day is asked for. */
  since: Day,
  startsAt: Instant,
  /** Absent: all questions. */
  questions: z.optional(z.array(ScreeningQuestion).check(z.maxLength(6))),
  /** Absent: those of the handbook, on the day it starts. */
  milestones: z.optional(z.array(Milestone).check(z.minLength(1), z.maxLength(6))),
});
export type CampaignDraft = z.infer<typeof CampaignDraft>;

/** A screening, with how far its list is and which shares were reached. */
export const CampaignView = z.object({
  id: RecordId,
  state: stateOf(screeningCampaignLifecycle),
  revision: z.int(),
  area: AreaId,
  areaName: z.string(),
  areas: z.array(z.object({ area: AreaId, name: z.string() })),
  since: Day,
  startsAt: Instant,
  questions: z.array(ScreeningQuestion),
  milestones: z.array(
    z.object({
      ...{ at: Instant, percent: z.int() },
      /** How it stood at that instant; absent: it is still to come. */
      stood: z.optional(z.object({ homes: count, done: count, behind: count })),
    }),
  ),
  /** Homes on the list; absent while it is being drawn up. */
  homes: z.optional(count),
  actions: z.array(z.string()),
});
export type CampaignView = z.infer<typeof CampaignView>;

/** What a household on no list lives in. */
export const AddedKind = z.enum(['TENANT', 'ANNEXE', 'SHOP', 'OTHER']);
export type AddedKind = z.infer<typeof AddedKind>;

/** A door in a list: how to find it, how it stands, never a name. */
export const DoorRow = z.object({
  id: RecordId,
  campaign: RecordId,
  household: z.optional(HouseholdId),
  area: AreaId,
  areaName: z.string(),
  /** As on the list of the grid, or as the screener called it. */
  door: z.string(),
  state: stateOf(householdVisitLifecycle),
  revision: z.int(),
  /** Found on no list. */
  added: z.optional(AddedKind),
  /** Visits without an answer so far. */
  tries: count,
  /** To be visited anew, because a call said something else than the door. */
  again: z.boolean(),
  /** Who goes there, masked; absent: nobody yet. */
  screener: z.optional(z.string()),
  actions: z.array(z.string()),
});
export type DoorRow = z.infer<typeof DoorRow>;

/** The same with every step, people by their role. */
export const DoorView = z.object({
  ...DoorRow.shape,
  since: Day,
  questions: z.array(ScreeningQuestion),
  timeline: z.array(RecordStep),
});
export type DoorView = z.infer<typeof DoorView>;

/** Needs that a door tells of; the grid hears that there are some. */
export const DoorNeed = z.enum(['FOOD', 'MEDICINE', 'BABY', 'CARE', 'NO_PHONE', 'OTHER']);

/** What was said at a door. Stored sealed, opened by a recorded look. */
export const DoorAnswers = z.strictObject({
  /** People at home now. */
  home: z.optional(z.int().check(z.gte(0), z.lte(60))),
  away: z.optional(z.array(z.strictObject({ where: text(60), since: z.optional(Day) })).check(z.maxLength(12))),
  /** Who means to come back, from where and when. */
  planned: z.optional(z.array(z.strictObject({ where: text(60), on: z.optional(Day) })).check(z.maxLength(12))),
  symptoms: z.optional(z.boolean()),
  needs: z.optional(z.array(DoorNeed).check(z.maxLength(6))),
  /** The language or dialect in which somebody should call. */
  language: z.optional(text(20)),
  words: z.optional(text(300)),
});
export type DoorAnswers = z.infer<typeof DoorAnswers>;

const counts = {
  homes: count,
  clear: count,
  returnee: count,
  vacant: count,
  /** Ended by the grid leader with a named reason. */
  reasoned: count,
  refused: count,
  noAnswer: count,
  looksVacant: count,
  /** Somebody is at the door or has phoned, without a result yet. */
  underWay: count,
  handedUp: count,
  notVisited: count,
};

/** Homes by how they stand; all parts together are `homes`. */
export const Coverage = z.object({
  ...counts,
  /** Among them, found on no list. */
  added: count,
  /** Among them, with a result or a named reason. */
  done: count,
  /** Whole percent of the homes, rounded down: 100 means all. */
  percent: z.int(),
});
export type Coverage = z.infer<typeof Coverage>;

/** One grid of a screening, with the places where nobody has been. */
export const GridCoverage = z.object({
  ...Coverage.shape,
  area: AreaId,
  areaName: z.string(),
  /** Under the share of the last milestone that has passed. */
  isBehind: z.boolean(),
  /** Buildings in which no door has a result; in a village the grid itself. */
  blind: z.array(z.object({ area: AreaId, name: z.string(), homes: count })),
});
export type GridCoverage = z.infer<typeof GridCoverage>;

/** Somebody who may be sent, with the doors still to be done. */
export const ScreenerRow = z.object({ person: PersonId, label: z.string(), team: z.optional(z.string()), open: count });

/** A home to be phoned for the comparison. */
export const CallbackRow = z.object({
  id: RecordId,
  visit: RecordId,
  campaign: RecordId,
  area: AreaId,
  areaName: z.string(),
  door: z.string(),
  state: stateOf(screeningCallbackLifecycle),
  revision: z.int(),
  calls: count,
  actions: z.array(z.string()),
});
export type CallbackRow = z.infer<typeof CallbackRow>;
