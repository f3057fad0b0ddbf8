import { action, byId, endpoint, intent } from '../contract';
import { householdVisitLifecycle as visit } from '../lifecycles/quarantine/household-visit.lifecycle';
import { screeningCallbackLifecycle as callback } from '../lifecycles/quarantine/screening-callback.lifecycle';
import { screeningCampaignLifecycle as campaign } from '../lifecycles/quarantine/screening-campaign.lifecycle';
import { AreaId } from '../primitives/areas';
import { PersonId, RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import { ReturneeReportDraft } from '../returnees/returnee.schema';
import * as z from '../zod';
import {
  AddedKind,
  CallbackRow,
  CampaignDraft,
  CampaignView,
  Coverage,
  DoorAnswers,
  DoorRow,
  DoorView,
  GridCoverage,
  ScreenerRow,
} from './screening.schema';

const leaders = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER'] as const;
const readers = [...leaders, 'COUNTY_DISPATCHER'] as const;
const atDoors = ['SCREENER', 'GRID_LEADER'] as const;

export const planScreening = endpoint({
  name: 'planScreening',
  method: 'POST',
  path: '/screening-campaigns',
  access: { roles: ['TOWNSHIP_DISPATCHER'] },
  body: CampaignDraft,
  response: CampaignView,
  problems: ['not-found', 'id-taken', 'outcome-unknown'],
  summary: 'Plan a screening; nobody is sent before it is published. The same plan again answers the stored one.',
});
export const listScreenings = endpoint({
  name: 'listScreenings',
  method: 'GET',
  path: '/screening-campaigns',
  access: { roles: readers },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(CampaignView),
  summary: 'Screenings that touch my area: those that run first, the latest first.',
});
export const getScreening = endpoint({
  name: 'getScreening',
  method: 'GET',
  path: '/screening-campaigns/{id}',
  access: { roles: readers },
  params: byId,
  response: CampaignView,
  problems: ['not-found'],
  summary: 'One screening with its milestones.',
});
export const screeningCoverage = endpoint({
  name: 'screeningCoverage',
  method: 'GET',
  path: '/screening-campaigns/{id}/coverage',
  access: { roles: readers },
  params: byId,
  query: z.strictObject({ ...pageQuery }),
  response: z.object({ total: Coverage, behind: z.int(), ...pageOf(GridCoverage).shape }),
  problems: ['not-found'],
  summary: 'How far it is, grid by grid in my area, the least done first, with the places where nobody has been.',
});
export const screeningDoors = endpoint({
  name: 'screeningDoors',
  method: 'GET',
  path: '/screening-campaigns/{id}/doors',
  access: { roles: leaders },
  params: byId,
  /** With an area (a grid or a building) all its doors, without one those that were handed up. */
  query: z.strictObject({ ...pageQuery, area: z.optional(AreaId) }),
  response: pageOf(DoorRow),
  problems: ['not-found'],
  summary: 'Doors of one place, or those that were handed up and wait for the grid leader.',
});
export const screenersFor = endpoint({
  name: 'screenersFor',
  method: 'GET',
  path: '/screening-campaigns/{id}/screeners',
  access: { roles: ['GRID_LEADER'] },
  params: byId,
  query: z.strictObject({ area: AreaId }),
  response: z.object({ items: z.array(ScreenerRow) }),
  problems: ['not-found'],
  summary: 'Whom a grid or a building can be given to, the least busy first.',
});
export const giveDoors = endpoint({
  name: 'giveDoors',
  method: 'POST',
  path: '/screening-campaigns/{id}/give-doors',
  access: { roles: ['GRID_LEADER'] },
  params: byId,
  body: z.strictObject({ opId: intent.opId, area: AreaId, screener: PersonId }),
  response: z.object({ doors: z.int() }),
  problems: ['not-found', 'invalid-input', 'outcome-unknown'],
  summary: 'Give all open doors of a grid or a building to one screener; how many there are.',
});
export const addDoor = endpoint({
  name: 'addDoor',
  method: 'POST',
  path: '/screening-campaigns/{id}/add-door',
  access: { roles: atDoors },
  params: byId,
  body: z.strictObject({
    /** The id of the new visit, made by the client. */
    id: RecordId,
    area: AreaId,
    kind: AddedKind,
    /** How to find the door again; no name. */
    door: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  }),
  response: DoorView,
  problems: ['not-found', 'id-taken', 'outcome-unknown'],
  summary:
    'A household found on no list: tenant, courtyard annexe, shop that is slept in. It is visited like any other.',
});
export const myDoors = endpoint({
  name: 'myDoors',
  method: 'GET',
  path: '/screening/my-doors',
  access: { roles: ['SCREENER'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(DoorRow),
  summary: 'The doors given to me in screenings that go on, in walking order.',
});
export const getDoor = endpoint({
  name: 'getDoor',
  method: 'GET',
  path: '/household-visits/{id}',
  access: { roles: [...atDoors, 'TOWNSHIP_DISPATCHER'] },
  params: byId,
  response: DoorView,
  problems: ['not-found'],
  summary: 'One door of a screening, step by step.',
});
export const revealDoor = endpoint({
  name: 'revealDoor',
  method: 'POST',
  path: '/household-visits/{id}/reveal',
  access: { roles: [...atDoors, 'TOWNSHIP_DISPATCHER'] },
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['CALL', 'COMPARE', 'HELP']) }),
  response: z.object({
    phone: z.optional(z.string()),
    /** What was said, the latest last; for leaders alone. */
    answers: z.optional(z.array(z.object({ at: Instant, answers: DoorAnswers }))),
    recordedAt: Instant,
  }),
  problems: ['not-found'],
  summary: 'Open the phone of a home nobody opened at, or what was said at the door; the look is recorded.',
});
export const doorCard = endpoint({
  name: 'doorCard',
  method: 'POST',
  path: '/household-visits/{id}/card',
  access: { roles: atDoors },
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['NO_PHONE', 'PHONE_LOST']) }),
  response: z.object({
    /** What the square says: the household's number, no name, no door. */
    qr: z.string(),
    /** The last eight characters of it, to be read aloud. */
    code: z.string(),
    areaNames: z.array(z.string()),
    recordedAt: Instant,
  }),
  problems: ['not-found'],
  summary: 'A card to print for somebody without a phone; that it was made is recorded.',
});
export const screeningCallbacks = endpoint({
  name: 'screeningCallbacks',
  method: 'GET',
  path: '/screening-callbacks',
  access: { roles: leaders },
  query: z.strictObject({ ...pageQuery, campaign: RecordId }),
  response: pageOf(CallbackRow),
  problems: ['not-found'],
  summary: 'Homes of my area that are phoned to compare what was said at the door.',
});

export const screeningQueries = {
  ...{ planScreening, listScreenings, getScreening, screeningCoverage, screeningDoors, screenersFor, giveDoors },
  ...{ addDoor, myDoors, getDoor, revealDoor, doorCard, screeningCallbacks },
};

export const screeningCampaignActions = {
  publish: action(campaign, 'publish', {}, CampaignView),
  begin: action(campaign, 'begin', {}, CampaignView),
  check: action(campaign, 'check', {}, CampaignView),
  reopenDoors: action(campaign, 'reopenDoors', {}, CampaignView),
  close: action(campaign, 'close', {}, CampaignView),
  cancel: action(campaign, 'cancel', {}, CampaignView),
};

const answers = z.optional(DoorAnswers);
const { id: _id, foundBy: _foundBy, destination: _destination, ...trip } = ReturneeReportDraft.shape;
/** Who has come to this door: a report whose source and place the door itself says. */
export const DoorReport = z.strictObject(trip);
export type DoorReport = z.infer<typeof DoorReport>;

/** What people do at a door; every fact is taken, however late a phone without a network brings it. */
export const householdVisitActions = {
  sendScreener: action(visit, 'sendScreener', { screener: PersonId }, DoorView),
  reachDoor: action(visit, 'reachDoor', {}, DoorView),
  foundClear: action(visit, 'foundClear', { answers }, DoorView),
  foundReturnee: action(visit, 'foundReturnee', { answers, report: DoorReport }, DoorView, ['id-taken']),
  noAnswer: action(visit, 'noAnswer', {}, DoorView),
  refuse: action(visit, 'refuse', {}, DoorView),
  looksVacant: action(visit, 'looksVacant', {}, DoorView),
  phone: action(visit, 'phone', {}, DoorView),
  confirmVacant: action(visit, 'confirmVacant', { neighbour: z.literal(true), meter: z.literal(true) }, DoorView),
  handUp: action(visit, 'handUp', {}, DoorView),
  close: action(visit, 'close', { result: z.enum(['DONE_CLEAR', 'VACANT', 'CLOSED_WITH_REASON']) }, DoorView),
};

export const screeningCallbackActions = {
  sameAnswer: action(callback, 'sameAnswer', {}, CallbackRow),
  differs: action(callback, 'differs', {}, CallbackRow),
  noReply: action(callback, 'noReply', {}, CallbackRow),
};
