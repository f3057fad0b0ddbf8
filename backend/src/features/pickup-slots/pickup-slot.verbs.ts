import { instead } from '../../acting';
import { Problem } from '../../http/problem';
import { isOwn, isSystem } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { anotherTurn } from './another-turn';
import { onNumber } from './on-number';
import type { PickupSlot, SlotAction } from './pickup-slot';
import { atDoorReasons } from './pickup-slot.policy';
import { pickupPolicy, turnEnd, waitsUntil } from './pickup-times.rules';
import { give, missed, moved, remindAt, told } from './slot-entries';
import type { SlotVerb } from './slot-verb';
import { goesToDoor } from './to-door';

const postpone: SlotVerb = (attempt) => {
  const { slot, now } = attempt;
  // a timer of a time that was changed since, or of a bag that came
  if (slot.detail.bagAt || now < slot.detail.from) throw instead(slot, 'refresh');
  return anotherTurn(attempt);
};

const call: SlotVerb = async (attempt) => {
  const { slot, actor, now, opId } = attempt;
  const { from, bagAt } = slot.detail;
  const byTimer = isSystem(actor) && actor.system === 'timer';
  if (byTimer && (!bagAt || now < remindAt(from))) throw instead(slot, 'refresh');
  const there = bagAt ? {} : { 'detail.bagAt': now };
  const until = waitsUntil(from, now);
  const placed = await onNumber(attempt);
  const called = { ...slot, detail: { ...slot.detail, ...(placed.number ? { number: placed.number } : {}) } };
  const remind = remindAt(from) > now ? [remindLater(called, opId)] : [];
  return {
    ...(placed.claimed ? { claimed: placed.claimed } : {}),
    set: { ...there, ...placed.set, 'detail.until': until },
    limitMinutes: (until.getTime() - now.getTime()) / 60_000,
    emit: [moved, told(called, byTimer ? 'PICKUP_SOON' : 'READY_FOR_PICKUP'), ...remind, ...placed.emit],
  };
};

function remindLater(slot: PickupSlot, opId: string): NewEntry {
  const stay = { states: ['CALLED'], enteredBy: opId };
  return { ...told(slot, 'PICKUP_SOON'), due: remindAt(slot.detail.from), while: stay };
}

const pickUp: SlotVerb = ({ slot, actor, body }) => {
  const { bagAt, code } = slot.detail;
  if (!isSystem(actor)) {
    if (!bagAt) throw instead(slot, 'call');
    const said = body.code?.trim().toUpperCase();
    if (!isOwn(slot, actor) && said !== code.toUpperCase()) throw new Problem('code-wrong');
  }
  return { emit: [moved, give()] };
};

const miss: SlotVerb = ({ slot, actor, now }) => {
  const { from, until, missed: before } = slot.detail;
  if (isSystem(actor) ? now < until : now < turnEnd(from)) throw instead(slot, 'wait');
  const last = before + 1 >= pickupPolicy.missedAtMost;
  return {
    inc: { 'detail.missed': 1 },
    ...(last ? { limitMinutes: null } : {}),
    emit: missed(slot, last),
  };
};

const reserveAgain: SlotVerb = (attempt) => {
  const { slot } = attempt;
  if (slot.detail.missed >= pickupPolicy.missedAtMost) throw instead(slot, 'toDoor');
  return anotherTurn(attempt);
};

const toDoor: SlotVerb = async ({ deps, slot, actor, reason }) => {
  if (!isSystem(actor)) {
    const missedOut = slot.state === 'MISSED' && slot.detail.missed >= pickupPolicy.missedAtMost;
    const vouched = !isOwn(slot, actor) && reason !== undefined && atDoorReasons.includes(reason);
    if (!missedOut && !vouched && !(await goesToDoor(deps, slot))) {
      throw instead(slot, slot.state === 'MISSED' ? 'reserveAgain' : 'pickUp');
    }
  }
  return { emit: [moved, told(slot, 'TO_DOOR'), give()] };
};

const cancel: SlotVerb = ({ slot, actor }) => {
  if (!isSystem(actor) && slot.detail.bagAt) throw instead(slot, 'pickUp');
  return { emit: [give()] };
};

/** What each action changes beyond the state; one that is not here changes nothing else. */
export const slotVerbs: Readonly<Record<SlotAction, SlotVerb>> = {
  changeTime: anotherTurn,
  postpone,
  call,
  pickUp,
  miss,
  reserveAgain,
  toDoor,
  cancel,
  withdraw: () => ({ emit: [give()] }),
};
