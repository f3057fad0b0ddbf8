import { limitMinutes } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { addMinutes, earliest } from '@grid-relief/shared-types/primitives/instants';
import type { Effects, Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { isSystem, nameOf } from '../../lifecycle';
import { roomMoved, tellWalkedIn } from './entries';
import { type Room, type RoomAction, type RoomBody, roomMachine } from './room';
import { roomTakenBy } from './room-taken-by';
import type { SiteDeps } from './sites.deps';

type RoomVerb = Verb<Room, RoomBody, SiteDeps>;

/** Until when a room is kept. */
const keptUntil = (action: 'reserve' | 'keepLonger', now: Date): Date =>
  addMinutes(now, limitMinutes(roomMachine, action));

/** Whatever was known of whoever it was for. */
const guest = ['heldFor', 'person', 'expectedAt', 'heads', 'notice', 'movedIn', 'sampled'];
/** Nobody has it any more. */
const empty: RoomVerb = () => ({ unset: ['dueAt', ...guest.map((field) => `detail.${field}`)], emit: [roomMoved] });
const counted: RoomVerb = () => ({ emit: [roomMoved] });

const known = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const reserve: RoomVerb = async (attempt) => {
  const { now, body } = attempt;
  const { heldFor, person, expectedAt, heads } = body;
  await mustHaveNoOtherBed(attempt);
  return {
    set: known({
      dueAt: keptUntil('reserve', now),
      'detail.heldFor': heldFor,
      'detail.person': person,
      'detail.expectedAt': expectedAt && new Date(expectedAt),
      'detail.heads': heads,
    }),
    emit: [roomMoved],
  };
};

/**
 * Whoever has a bed under another name has one; from room to room they go under the name that lives there. What the product
 * keeps was asked about where it was asked for.
 * @throws Problem already-open with that room
 */
async function mustHaveNoOtherBed({ deps, record, actor, body: { person } }: Parameters<RoomVerb>[0]): Promise<void> {
  if (person === undefined || isSystem(actor)) return;
  const { county, state, revision } = record;
  const open = await roomTakenBy(deps, county, (await deps.everyName(county, person)).others);
  if (open !== undefined) throw new Problem('already-open', undefined, { open, state, revision, next: 'open' });
}

const keepLonger: RoomVerb = ({ now, body: { person, expectedAt, heads } }) => ({
  set: known({
    dueAt: keptUntil('keepLonger', now),
    'detail.person': person,
    'detail.expectedAt': expectedAt && new Date(expectedAt),
    'detail.heads': heads,
  }),
});

const occupy: RoomVerb = ({ now, occurredAt, opId, body }): Effects<Room> => ({
  set: { 'detail.movedIn': { at: earliest(occurredAt, now), opId }, 'detail.notice': body.notice ?? 'SIGNED' },
  unset: ['dueAt', 'detail.expectedAt'],
  emit: [roomMoved, ...(body.walkedInFrom ? [tellWalkedIn(body.walkedInFrom)] : [])],
});

const sample: RoomVerb = ({ actor, now, occurredAt, body }): Effects<Room> => {
  const by = isSystem(actor) ? (body.takenBy ?? nameOf(actor)) : actor.personId;
  return { set: { 'detail.sampled': { at: earliest(occurredAt, now), by } }, emit: [roomMoved] };
};

/** What each action changes beside the state (handbook 2.11). */
export const roomVerbs: Readonly<Record<RoomAction, RoomVerb>> = {
  ...{ reserve, keepLonger, occupy, sample },
  ...{ unreserve: empty, moveOut: empty, startCleaning: empty },
  ...{ finishCleaning: counted, takeOutOfUse: counted, bringBack: counted, retire: counted },
};
