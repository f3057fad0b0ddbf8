import { byId, endpoint, intent } from '../contract';
import { Phone } from '../identity/identity.schema';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import {
  ChainLinkView,
  ReturneeReportDraft,
  ReturneeReportView,
  StayDraft,
  TravellerRow,
  TravellerView,
} from './returnee.schema';

const gridRoles = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] as const;
const lookingRoles = ['CHECKPOINT_OFFICER', ...gridRoles] as const;

export const submitReturnees = endpoint({
  name: 'submitReturnees',
  method: 'POST',
  path: '/returnee-reports',
  access: 'signedIn',
  body: ReturneeReportDraft,
  response: ReturneeReportView,
  problems: ['not-found', 'not-allowed', 'id-taken', 'outcome-unknown'],
  summary: 'Report people who come or have come; each is judged at once. The same report again answers the stored one.',
});

export const myReturnees = endpoint({
  name: 'myReturnees',
  method: 'GET',
  path: '/returnee-reports/mine',
  access: 'signedIn',
  response: z.object({ items: z.array(ReturneeReportView) }),
  summary: 'Trips that I or my household reported, with what happens next to each person.',
});

export const getTraveller = endpoint({
  name: 'getTraveller',
  method: 'GET',
  path: '/travellers/{id}',
  access: 'signedIn',
  params: byId,
  response: TravellerView,
  problems: ['not-found'],
  summary: 'One person from the first word to the last link.',
});

export const ReturneeTab = z.enum(['acknowledge', 'today', 'late', 'all']);

export const listTravellers = endpoint({
  name: 'listTravellers',
  method: 'GET',
  path: '/grid/returnees',
  access: { roles: gridRoles },
  query: z.strictObject({ ...pageQuery, tab: z.optional(ReturneeTab) }),
  response: pageOf(TravellerRow),
  summary: 'People who come to my area: to acknowledge, arriving today, late links first.',
});

/** A question with a body: phones and ID numbers stand in no address (handbook 8). */
export const findTravellers = endpoint({
  name: 'findTravellers',
  method: 'POST',
  path: '/returnees/find',
  access: { roles: lookingRoles },
  body: z.strictObject({
    phone: z.optional(Phone),
    /** The last four characters of the ID number. */
    idTail: z.optional(z.string().check(z.regex(/^[0-9A-Za-z]{4}$/, 'last four'))),
  }),
  response: z.object({ items: z.array(TravellerRow) }),
  summary: 'Who is expected, by phone or the last four characters of the ID number.',
});

/** Opening name and phone is recorded before the answer is sent (handbook 8). */
export const revealTraveller = endpoint({
  name: 'revealTraveller',
  method: 'POST',
  path: '/travellers/{id}/reveal',
  access: { roles: gridRoles },
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['CALL', 'VISIT', 'SEARCH', 'EMERGENCY']) }),
  response: z.object({
    name: z.string(),
    phone: z.optional(z.string()),
    idNumber: z.optional(z.string()),
    host: z.optional(z.object({ name: z.string(), phone: z.string() })),
    place: z.optional(z.string()),
    entry: z.optional(z.string()),
    transport: z.optional(z.string()),
    words: z.optional(z.string()),
    symptoms: z.boolean(),
    stays: z.array(StayDraft),
    recordedAt: Instant,
  }),
  problems: ['not-found'],
  summary: 'Open who somebody is and what was told of the trip; the look is recorded.',
});

export const lateLinks = endpoint({
  name: 'lateLinks',
  method: 'GET',
  path: '/command/late-links',
  access: { roles: ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(ChainLinkView),
  summary: 'Links past their limit, the longest overdue first, each with its owner.',
});

export const returneeQueries = {
  ...{ submitReturnees, myReturnees, getTraveller, listTravellers, findTravellers, revealTraveller, lateLinks },
};
