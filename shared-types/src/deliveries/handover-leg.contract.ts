import { action, byId, endpoint } from '../contract';
import { handoverLegLifecycle as machine } from '../lifecycles/handover-leg.lifecycle';
import { AreaId } from '../primitives/areas';
import { FileId, TaskId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { Somebody } from './delivery.schema';

/** How the viewer stands to a leg: runner outside, carrier inside, or somebody who sees to the grid. */
export const LegPart = z.enum(['OUTSIDE', 'INSIDE', 'GRID']);

/**
 * One handing over of bags at the edge of a sealed zone (handbook 2.1b). It names the bag code and the point; door, name
 * and phone are in no field, for nobody.
 */
export const HandoverLegView = z.object({
  id: TaskId,
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  delivery: TaskId,
  code: z.string(),
  area: AreaId,
  areaName: z.string(),
  /** Name of the handover point. */
  point: z.string(),
  part: LegPart,
  outside: z.optional(Somebody),
  inside: z.optional(Somebody),
  /** What the runner set down, and what the carrier inside counted. */
  bags: z.optional(z.int()),
  countedBags: z.optional(z.int()),
  photo: z.optional(FileId),
  /** The runner has signed for the other count as well. */
  signed: z.boolean(),
  /** Until then it is taken in or decided. */
  dueAt: z.optional(Instant),
  since: Instant,
  actions: z.array(z.string()),
});
export type HandoverLegView = z.infer<typeof HandoverLegView>;

const bags = z.int().check(z.gte(1), z.lte(200));

export const getHandoverLeg = endpoint({
  name: 'getHandoverLeg',
  method: 'GET',
  path: '/handover-legs/{id}',
  access: 'signedIn',
  params: byId,
  response: HandoverLegView,
  problems: ['not-found'],
  summary: 'One handover at the edge of a sealed zone.',
});
export const myHandoverLegs = endpoint({
  name: 'myHandoverLegs',
  method: 'GET',
  path: '/work/handover-legs',
  access: { roles: ['VOLUNTEER'] },
  response: z.object({ items: z.array(HandoverLegView) }),
  summary: 'Handovers I bring to the point or took in, and bags at a point that I may take in.',
});
export const listHandoverLegs = endpoint({
  name: 'listHandoverLegs',
  method: 'GET',
  path: '/handover-legs',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(HandoverLegView),
  summary: 'Open handovers of my area, oldest first.',
});

export const handoverLegActions = {
  setOut: action(machine, 'setOut', {}, HandoverLegView),
  leaveAtPoint: action(machine, 'leaveAtPoint', { bags, photo: FileId }, HandoverLegView),
  takeInside: action(machine, 'takeInside', { bags }, HandoverLegView, ['capacity-full']),
  countDiffers: action(machine, 'countDiffers', { bags }, HandoverLegView),
  signCount: action(machine, 'signCount', {}, HandoverLegView),
  letIn: action(machine, 'letIn', {}, HandoverLegView, ['capacity-full']),
  sendBack: action(machine, 'sendBack', {}, HandoverLegView),
  finish: action(machine, 'finish', {}, HandoverLegView),
  cancel: action(machine, 'cancel', {}, HandoverLegView),
};
export const handoverLegQueries = { getHandoverLeg, myHandoverLegs, listHandoverLegs };
