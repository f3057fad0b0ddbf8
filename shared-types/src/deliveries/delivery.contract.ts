import { byId, endpoint, intent } from '../contract';
import { AreaId } from '../primitives/areas';
import { HouseholdId, PersonId, ShopId } from '../primitives/ids';
import { Day, Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { DeliveryDraft, DeliveryRow, DeliveryView, LineDraft } from './delivery.schema';

/** A second open request of a kind is refused; the answer names the open one (`open`) so that lines can be added to it. */
export const submitDelivery = endpoint({
  name: 'submitDelivery',
  method: 'POST',
  path: '/deliveries',
  access: 'signedIn',
  body: DeliveryDraft,
  response: DeliveryView,
  problems: ['already-open', 'id-taken', 'not-allowed', 'not-found', 'outcome-unknown'],
  summary: 'Ask for goods or help for a household.',
});
/** What a household may still have of the scarce goods of a shop, and when its turn is where the grid takes turns. */
export const ScarceShare = z.object({
  sku: z.string(),
  atMost: z.int(),
  left: z.int(),
  turn: z.optional(z.object({ day: Day, isOpen: z.boolean() })),
});
export type ScarceShare = z.infer<typeof ScarceShare>;
export const scarceShares = endpoint({
  name: 'scarceShares',
  method: 'GET',
  path: '/households/{id}/shares',
  access: 'signedIn',
  params: z.strictObject({ id: HouseholdId }),
  query: z.strictObject({ shop: ShopId }),
  response: z.object({ items: z.array(ScarceShare) }),
  problems: ['not-found'],
  summary: 'Scarce goods of a shop: what this household may still have, and the day of its turn this week.',
});
export const getDelivery = endpoint({
  name: 'getDelivery',
  method: 'GET',
  path: '/deliveries/{id}',
  access: 'signedIn',
  params: byId,
  response: DeliveryView,
  problems: ['not-found'],
  summary: 'One request, as this viewer may see it.',
});
/** The carrier's number, to be phoned while the request is held; opening it is recorded before the answer is sent (handbook 8). */
export const revealCarrier = endpoint({
  name: 'revealCarrier',
  method: 'POST',
  path: '/deliveries/{id}/reveal-carrier',
  access: 'signedIn',
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['CALL', 'EMERGENCY']) }),
  response: z.object({ label: z.string(), phone: z.string(), recordedAt: Instant }),
  problems: ['not-found', 'not-allowed', 'transition-not-allowed'],
  summary: 'Open the number of whoever holds the request, for its household and its grid; the look is recorded.',
});
export const myDeliveries = endpoint({
  name: 'myDeliveries',
  method: 'GET',
  path: '/deliveries/mine',
  access: 'signedIn',
  query: z.strictObject({ ...pageQuery, open: z.optional(z.enum(['yes', 'no'])) }),
  response: pageOf(DeliveryRow),
  summary: 'Requests of the households I live in or speak for, newest first.',
});
export const offeredToMe = endpoint({
  name: 'offeredToMe',
  method: 'GET',
  path: '/work/offers',
  access: { roles: ['VOLUNTEER'] },
  response: z.object({ items: z.array(DeliveryView) }),
  summary: 'Offers waiting for my answer.',
});
export const pool = endpoint({
  name: 'pool',
  method: 'GET',
  path: '/work/pool',
  access: { roles: ['VOLUNTEER'] },
  /** `handover`: only bags that wait for another carrier, or only work without any. */
  query: z.strictObject({ ...pageQuery, handover: z.optional(z.enum(['yes', 'no'])) }),
  response: pageOf(DeliveryRow),
  summary: 'Work I may take, most urgent first.',
});
export const heldByMe = endpoint({
  name: 'heldByMe',
  method: 'GET',
  path: '/work/mine',
  access: { roles: ['VOLUNTEER'] },
  response: z.object({ items: z.array(DeliveryView) }),
  summary: 'What I hold, in walking order.',
});
/** Tabs of the grid worker: late, new (flagged first), asking (waits for an answer of the household), all open. */
export const gridQueue = endpoint({
  name: 'gridQueue',
  method: 'GET',
  path: '/grid/queue',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery, tab: z.enum(['late', 'new', 'asking', 'all']), area: z.optional(AreaId) }),
  response: z.object({
    items: z.array(DeliveryRow),
    next: z.optional(z.string()),
    counts: z.object({ late: z.int(), new: z.int(), asking: z.int(), all: z.int() }),
  }),
  problems: ['not-allowed'],
  summary: 'Open requests of my area, whoever has waited too long first.',
});
/** Medicine a doctor decides on: four-class with symptoms, or a prescription to be read (handbook 4.2, 4.8). */
export const doctorQueue = endpoint({
  name: 'doctorQueue',
  method: 'GET',
  path: '/doctor/queue',
  access: { roles: ['DOCTOR'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(DeliveryRow),
  summary: 'Requests that wait for a doctor, most urgent first.',
});
export const candidates = endpoint({
  name: 'candidates',
  method: 'GET',
  path: '/deliveries/{id}/candidates',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] },
  params: byId,
  response: z.object({
    items: z.array(
      z.object({
        person: PersonId,
        label: z.string(),
        team: z.string(),
        score: z.number(),
        parts: z.array(z.object({ code: z.string(), points: z.number() })),
        open: z.int(),
        limit: z.int(),
        excludedBecause: z.optional(z.string()),
      }),
    ),
  }),
  problems: ['not-found', 'not-allowed'],
  summary: 'Who could take it, with reasons and load.',
});
/** A chat-group chain message (接龙) becomes drafts: matched to doors, doubtful lines listed with why. Nothing is stored. */
export const readChainMessage = endpoint({
  name: 'readChainMessage',
  method: 'POST',
  path: '/grid/chain-message',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER'] },
  body: z.strictObject({ area: AreaId, text: z.string().check(z.minLength(1), z.maxLength(8000)) }),
  response: z.object({
    drafts: z.array(
      z.object({
        household: z.string(),
        doorCode: z.string(),
        nameMasked: z.string(),
        lines: z.array(LineDraft),
        source: z.string(),
      }),
    ),
    doubtful: z.array(
      z.object({
        source: z.string(),
        why: z.enum(['NO_DOOR', 'UNKNOWN_DOOR', 'TWO_HOUSEHOLDS', 'NO_GOODS', 'UNREADABLE']),
      }),
    ),
    /** A card without names to paste back into the group. */
    card: z.string(),
  }),
  problems: ['not-allowed'],
  summary: 'Turn a pasted chain message into drafts.',
});

export const deliveryQueries = {
  submitDelivery,
  scarceShares,
  myDeliveries,
  getDelivery,
  revealCarrier,
  offeredToMe,
  pool,
  heldByMe,
  gridQueue,
  doctorQueue,
  candidates,
  readChainMessage,
};
