import { endpoint } from '../contract';
import { HouseholdId } from '../primitives/ids';
import * as z from '../zod';

/** All that a household hears of an event in it. By itself, since the first page of a phone reads nothing else of them. */
export const homesInCare = endpoint({
  name: 'homesInCare',
  method: 'GET',
  path: '/homes-in-care',
  access: 'signedIn',
  response: z.object({ items: z.array(z.object({ household: HouseholdId, gridPhone: z.optional(z.string()) })) }),
  summary: 'Those of my homes that the community is seeing to, and whom to call: the same whatever has happened.',
});
