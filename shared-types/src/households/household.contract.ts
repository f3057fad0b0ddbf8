import { byId, endpoint, intent } from '../contract';
import { AreaId } from '../primitives/areas';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { Address, HouseholdRow, HouseholdView } from './household.schema';

const gridRoles = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] as const;

export const myHouseholds = endpoint({
  name: 'myHouseholds',
  method: 'GET',
  path: '/households/mine',
  access: 'signedIn',
  response: z.object({ items: z.array(HouseholdView) }),
  summary: 'The households I live in or speak for.',
});

/** A question with a body: doors, also those in the mark of a page, stand in no address (handbook 8). */
export const findHouseholds = endpoint({
  name: 'findHouseholds',
  method: 'POST',
  path: '/households/find',
  access: { roles: gridRoles },
  body: z.strictObject({
    after: pageQuery.after,
    limit: z.optional(z.int().check(z.gte(1), z.lte(100))),
    area: z.optional(AreaId),
    door: z.optional(z.string().check(z.maxLength(40))),
  }),
  response: pageOf(HouseholdRow),
  problems: ['not-allowed'],
  summary: 'Households of my grid, by door.',
});

/** Opening a name, door and phone is recorded before the answer is sent (handbook 8). */
export const revealHousehold = endpoint({
  name: 'revealHousehold',
  method: 'POST',
  path: '/households/{id}/reveal',
  access: { roles: gridRoles },
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['CALL', 'VISIT', 'CORRECT_ADDRESS', 'EMERGENCY']) }),
  response: z.object({ name: z.string(), phone: z.string(), address: Address, recordedAt: Instant }),
  problems: ['not-found', 'not-allowed', 'op-id-reused'],
  summary: 'Open name, phone and door of one household; the look is recorded.',
});

/** Who looked at this household's data, for its own members (PIPL art. 45). */
export const whoLooked = endpoint({
  name: 'whoLooked',
  method: 'GET',
  path: '/households/{id}/looks',
  access: 'signedIn',
  params: byId,
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(z.object({ at: Instant, who: z.string(), role: z.string(), why: z.string() })),
  problems: ['not-found'],
  summary: 'Who opened our name, phone or door, when and why.',
});
