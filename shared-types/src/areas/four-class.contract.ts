import { endpoint, intent } from '../contract';
import { AreaId, AreaLevel, FourClassMode } from '../primitives/areas';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';

/** How four-class medicine is sold in one place, and what is planned (handbook 4.8). */
export const FourClassPlace = z.object({
  area: AreaId,
  areaName: z.string(),
  level: AreaLevel,
  mode: FourClassMode,
  /** Since when, where the place has a rule of its own; without one it is as above. */
  since: z.optional(Instant),
  planned: z.array(z.object({ mode: FourClassMode, from: Instant })),
  /** This reader may say how it is here. */
  maySet: z.boolean(),
});
export type FourClassPlace = z.infer<typeof FourClassPlace>;

export const listFourClass = endpoint({
  name: 'listFourClass',
  method: 'GET',
  path: '/four-class',
  access: { roles: ['DOCTOR', 'GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery, place: z.optional(AreaId) }),
  response: pageOf(FourClassPlace),
  problems: ['not-found'],
  summary: 'How four-class medicine is sold in my places, or in one of them and directly below it.',
});
/** `from` that is over by the time it arrives: from then on. Nothing is dated back. */
export const setFourClass = endpoint({
  name: 'setFourClass',
  method: 'POST',
  path: '/four-class/{id}',
  access: { roles: ['TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] },
  params: z.strictObject({ id: AreaId }),
  body: z.strictObject({ opId: intent.opId, mode: FourClassMode, from: Instant }),
  response: FourClassPlace,
  problems: ['not-found', 'op-id-reused'],
  summary: 'Four-class medicine is sold otherwise in a place from an instant on.',
});
