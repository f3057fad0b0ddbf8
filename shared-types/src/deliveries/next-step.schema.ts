import { Instant } from '../primitives/instants';
import * as z from '../zod';

/** Why the router chose whom, in parts that add up (handbook 4.2). */
export const RouteReason = z.object({
  rung: z.enum(['OWN_GRID', 'NEIGHBOUR_GRID', 'TOWNSHIP', 'PARTY_STRIKE', 'PARTY_RESERVE', 'COUNTY']),
  score: z.number(),
  parts: z.array(z.object({ code: z.string(), points: z.number() })),
  considered: z.int(),
  how: z.enum(['OFFER', 'POOL', 'ASSIGNED', 'RUN', 'HANDOVER']),
});
export type RouteReason = z.infer<typeof RouteReason>;

/** What happens next, who has it, and by when: every screen says it. */
export const NextStep = z.object({
  code: z.string(),
  who: z.enum(['HOUSEHOLD', 'CARRIER', 'GRID', 'SYSTEM', 'CASHIER', 'NOBODY']),
  by: z.optional(Instant),
});
export type NextStep = z.infer<typeof NextStep>;

/** Its home is asked for nothing: the community sees to it, at no hour that anybody waits for. Why is not said. */
export const inCare = { code: 'IN_CARE', who: 'GRID' } as const satisfies NextStep;
