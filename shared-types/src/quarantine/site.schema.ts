import { quarantineSiteLifecycle as machine } from '../lifecycles/quarantine/quarantine-site.lifecycle';
import { roomLifecycle } from '../lifecycles/quarantine/room.lifecycle';
import { AreaId } from '../primitives/areas';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { StayDraft, TravellerDraft } from '../returnees/returnee.schema';
import * as z from '../zod';

/** A house has some hundred rooms at most. */
const roomsAtMost = 400;
const count = z.int().check(z.gte(0), z.lte(roomsAtMost));

/** What stands on the door of a room. */
export const RoomLabel = z.string().check(z.regex(/^[0-9A-Za-z一-龥-]{1,12}$/, 'room'));
export const RoomLabels = z.array(RoomLabel).check(z.maxLength(roomsAtMost));

const SiteName = z.string().check(z.trim(), z.minLength(2), z.maxLength(30));

/** A new site: a building of its own in the area tree, so that a role for it is a role for nothing else. */
export const SiteDraft = z.strictObject({
  id: RecordId,
  name: SiteName,
  area: AreaId,
  /** Fewer clean rooms than this, and transfers go past it. */
  threshold: count,
  rooms: RoomLabels,
});
export type SiteDraft = z.infer<typeof SiteDraft>;

/** Who lives in a room or comes to it, as far as a site has to know. */
export const RoomGuest = z.object({
  episode: RecordId,
  nameMasked: z.string(),
  /** End of the quarantine by its days. */
  endsAt: Instant,
  /** The quarantine has ended or goes on at home: whoever is here may leave. */
  mayLeave: z.boolean(),
});
export type RoomGuest = z.infer<typeof RoomGuest>;

/** One room (handbook 2.11). */
export const RoomView = z.object({
  id: RecordId,
  site: RecordId,
  label: z.string(),
  state: z.enum(roomLifecycle.states as [string, ...string[]]),
  revision: z.int(),
  since: Instant,
  /** While it is kept: until when. */
  dueAt: z.optional(Instant),
  /** While it is kept: when they are expected, and how many heads. */
  expectedAt: z.optional(Instant),
  heads: z.optional(z.int()),
  sampledAt: z.optional(Instant),
  /** Only for those who keep the site or take samples in it. */
  guest: z.optional(RoomGuest),
  actions: z.array(z.string()),
});
export type RoomView = z.infer<typeof RoomView>;

/** How many rooms are in which state. */
export const RoomCounts = z.object({
  ...{ clean: z.int(), reserved: z.int(), occupied: z.int(), sampled: z.int(), cleaning: z.int(), outOfUse: z.int() },
});
export type RoomCounts = z.infer<typeof RoomCounts>;

/** A site in a list: how much room there is, and nobody's name. */
export const SiteRow = z.object({
  id: RecordId,
  name: z.string(),
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  area: AreaId,
  areaName: z.string(),
  threshold: z.int(),
  /** All but those that are no rooms of it any more. */
  rooms: z.int(),
  counts: RoomCounts,
  /** Heads on the way here. */
  arriving: z.int(),
  isLow: z.boolean(),
  /** Takes nobody new for now, and why. */
  intakeClosed: z.optional(z.object({ since: Instant, reason: z.string() })),
  actions: z.array(z.string()),
});
export type SiteRow = z.infer<typeof SiteRow>;

/** One site with its rooms, in the order of the doors. */
export const SiteView = z.object({ ...SiteRow.shape, roomList: z.array(RoomView) });
export type SiteView = z.infer<typeof SiteView>;

/** Somebody who stands at the door of a site with no trip behind them. */
export const WalkIn = z.strictObject({
  /** Made by the client: the same person sent twice is one. */
  id: RecordId,
  name: TravellerDraft.shape.name,
  phone: TravellerDraft.shape.phone,
  idNumber: TravellerDraft.shape.idNumber,
  symptoms: z.boolean(),
  /** Where they come from, by which the rules judge them; nobody is kept for nothing. */
  stays: z.array(StayDraft).check(z.minLength(1), z.maxLength(12)),
  /** Absent: any clean room. */
  room: z.optional(RecordId),
});
export type WalkIn = z.infer<typeof WalkIn>;
