import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../../http/problem';
import { cardOut } from './custody.rules';
import { askForCard } from './custody.verbs';
import { type Delivery, isFree } from './delivery';
import { fireAfter, follow, toGrid, toHolder, toHousehold, toRole } from './entries';
import { seatBack } from './holding.verbs';
import { goesToPlace, mustNotGoToDoor } from './pickup-mode';
import { batchingPolicy, windowFor } from './runs/batching.rules';
import { mustBeInside } from './sealed-zone';
import type { Attempt, Effects, Verb, VerbOf } from './verb';

const undoMinutes = 2;
const silentMinutes = 60;
/** Cold goods spoil, and whoever does not open may lie ill (handbook 2.1). */
const silentColdMinutes = 20;
const goAfterMinutes = 30;
export const confirmAfterMinutes = 12 * 60;
const silentFlags: readonly string[] = ['NO_ANSWER', 'CALL_FIRST'];
const unpaidAfterMinutes = 48 * 60;
const lookAtCountMinutes = 24 * 60;

function nextTry(delivery: Delivery, state: Delivery['state']): Problem {
  return new Problem('transition-not-allowed', undefined, { state, revision: delivery.revision, next: 'refresh' });
}

const drop: VerbOf<'drop'> = (delivery, { body, now, opId }) => {
  mustBeInside(delivery);
  return putDown(delivery, body.photo, { now, opId, undoMinutes });
};

/** Goods at the door; with minutes for undoing, the household hears of it when they are over. */
export function putDown(
  delivery: Delivery,
  photo: string | undefined,
  { now, opId, undoMinutes: wait }: { readonly now: Date; readonly opId: string; readonly undoMinutes: number },
): Effects {
  const undoUntil = addMinutes(now, wait);
  const stay = { states: ['DROPPED'], enteredBy: opId };
  const cold = delivery.detail.lines.some((line) => line.cold);
  const silent = addMinutes(now, cold ? silentColdMinutes : silentMinutes);
  return {
    set: {
      'detail.droppedAt': now,
      ...(wait > 0 ? { 'detail.undoUntil': undoUntil } : {}),
      'detail.silentTold': 0,
      ...(photo ? { 'detail.dropPhoto': photo } : {}),
    },
    unset: ['detail.place'],
    ...(photo ? {} : { push: { 'detail.flags': ['CALL_FIRST'] }, limitMinutes: null }),
    emit: [
      toHousehold(delivery, 'DROPPED', { due: undoUntil, while: stay, urgent: true }),
      ...(photo ? [] : [toGrid(delivery, 'CALL_FIRST', { due: undoUntil, while: stay, urgent: true })]),
      { kind: 'fire', payload: { action: 'silentAtDoor' }, due: silent, while: stay },
      ...askForCard({ ...delivery, detail: { ...delivery.detail, droppedAt: now } }, cardOut(delivery)),
    ],
  };
}

/** Nobody opened: first a call, then somebody at the door, because the person may lie ill (handbook 2.1). */
const silentAtDoor: Verb = (delivery, { now }) => {
  const { silentTold = 0 } = delivery.detail;
  if (silentTold > 1) throw nextTry(delivery, delivery.state);
  const first = silentTold === 0;
  return {
    inc: { 'detail.silentTold': 1 },
    ...(first ? { push: { 'detail.flags': ['NO_ANSWER'] } } : {}),
    emit: [
      toGrid(delivery, first ? 'NO_ANSWER_AT_DOOR' : 'GO_TO_DOOR', { urgent: true }),
      ...(first ? [fireAfter(goAfterMinutes, 'silentAtDoor', now, ['DROPPED'], delivery.enteredBy)] : []),
    ],
  };
};

const recordCall: VerbOf<'recordCall'> = (delivery, { body, now }) => {
  const { flags, dropPhoto } = delivery.detail;
  if (body.answer !== 'REACHED') {
    const help = body.answer === 'HELP_NEEDED' ? [toRole('TOWNSHIP_DISPATCHER', delivery, 'GO_TO_DOOR')] : [];
    return { set: { 'detail.silentTold': 2 }, emit: [toGrid(delivery, 'GO_TO_DOOR', { urgent: true }), ...help] };
  }
  return {
    set: { 'detail.silentTold': 2, 'detail.flags': flags.filter((flag) => !silentFlags.includes(flag)) },
    // without a photo nothing was confirmed by time; the call stands for it
    emit: dropPhoto ? [] : [fireAfter(confirmAfterMinutes, 'autoConfirm', now, ['DROPPED'], delivery.enteredBy)],
  };
};

/** The work at the door is done: the seat is free, and what is to be paid waits for its ticks. */
export function arrived(delivery: Delivery, now: Date): Effects {
  return {
    set: { 'detail.confirmedAt': now },
    emit: [
      ...seatBack(delivery, now),
      isFree(delivery) ? follow('closeFree') : fireAfter(unpaidAfterMinutes, 'markUnpaid', now, ['CONFIRMED']),
      ...toHolder(delivery, 'CONFIRMED'),
    ],
  };
}

const confirmed: Verb = (delivery, { now }) => arrived(delivery, now);

/** From here on its carrier brings it, whatever its zone says of others. */
function toItsDoor(delivery: Delivery): Pick<Effects, 'set'> {
  return goesToPlace(delivery) ? { set: { 'detail.mode': 'DOOR' } } : {};
}

async function wayWords({ deps, now }: Attempt, delivery: Delivery, words: string | undefined) {
  if (!words) return {};
  return { push: { 'detail.wayWords': [{ at: now, sealed: await deps.seal(delivery.county, words) }] } };
}

const answerAddress: VerbOf<'answerAddress'> = async (delivery, attempt) => {
  const { deps, body, actor, opId, now } = attempt;
  const { county, household } = delivery;
  // a version of its own in the household's record, named by this operation: a repeat finds it there
  if (body.address)
    await deps.households.correctAddress({ county, household, address: body.address, actor, opId, at: now });
  return {
    ...(await wayWords(attempt, delivery, body.words)),
    // whoever says what door it is says that it goes to that door
    ...(body.address ? { unset: ['detail.sentElsewhereAt'] } : {}),
    emit: toHolder(delivery, 'ADDRESS_ANSWERED'),
  };
};

/** Not this time: it is tried again in the next window, and the grid looks when nobody has (handbook 2.1). */
function failed(delivery: Delivery, { now, opId }: Pick<Attempt, 'now' | 'opId'>): Pick<Effects, 'set' | 'emit'> {
  const { from, to } = windowFor(now, batchingPolicy);
  const stay = { states: ['FAILED_DELIVERY'], enteredBy: opId };
  return {
    set: { 'detail.retry': { from, to } },
    emit: [
      toGrid(delivery, 'DELIVERY_FAILED', { urgent: true }),
      toHousehold(delivery, 'DELIVERY_FAILED'),
      { kind: 'fire', payload: { action: 'retryOverdue' }, due: to, while: stay },
    ],
  };
}

/** From leaving the shop to the door, and what goes wrong on the way. */
export const doorVerbs = {
  collect: ((delivery, { body }) => ({
    set: { 'detail.bags': body.bags },
    emit: [toHousehold(delivery, 'COLLECTED')],
  })) satisfies VerbOf<'collect'>,
  collectAtDoor: ((_, { body }) => ({ set: { 'detail.bagsAtStart': body.bags } })) satisfies VerbOf<'collectAtDoor'>,
  dispose: ((delivery, { body, now }) => {
    const equal = delivery.detail.bagsAtStart === body.bags;
    const due = equal ? now : addMinutes(now, lookAtCountMinutes);
    return {
      set: { 'detail.bags': body.bags },
      ...(equal ? {} : { push: { 'detail.flags': ['COUNT_DIFFERS'] } }),
      emit: [follow('closeDisposed', { due }), ...(equal ? [] : [toGrid(delivery, 'COUNT_DIFFERS', { urgent: true })])],
    };
  }) satisfies VerbOf<'dispose'>,
  depart: ((delivery) => ({ emit: [toHousehold(delivery, 'ON_THE_WAY')] })) satisfies Verb,
  placeForPickup: ((delivery, { body, actor }) => {
    mustNotGoToDoor(delivery, actor);
    // with a time of its own, the slot calls the household and says when (handbook 2.1c)
    const emit = goesToPlace(delivery) ? [] : [toHousehold(delivery, 'READY_FOR_PICKUP', { urgent: true })];
    return { set: { 'detail.place': body.place }, emit };
  }) satisfies VerbOf<'placeForPickup'>,
  pickedUp: confirmed,
  // the place stays: whoever brings it fetches it from there first
  toDoor: ((delivery) => ({
    ...toItsDoor(delivery),
    emit: toHolder(delivery, 'TO_DOOR'),
  })) satisfies Verb,
  goToDoor: ((delivery) => ({ ...toItsDoor(delivery), emit: toHolder(delivery, 'TO_DOOR') })) satisfies Verb,
  queryAddress: (async (delivery, attempt) => {
    mustBeInside(delivery);
    return {
      ...(await wayWords(attempt, delivery, attempt.body.words)),
      emit: [
        toGrid(delivery, 'ADDRESS_ASKED', { urgent: true }),
        // whoever lives there knows the way best, and has fifteen minutes
        toHousehold(delivery, 'ADDRESS_ASKED', { urgent: true }),
      ],
    };
  }) satisfies VerbOf<'queryAddress'>,
  answerAddress,
  addressTimeout: failed,
  redirect: (async (delivery, attempt) => ({
    ...(await wayWords(attempt, delivery, attempt.body.words)),
    set: { 'detail.sentElsewhereAt': attempt.now },
    emit: toHolder(delivery, 'REDIRECTED'),
  })) satisfies VerbOf<'redirect'>,
  failDelivery: ((delivery, attempt) => {
    mustBeInside(delivery);
    const { set, emit } = failed(delivery, attempt);
    const { photo } = attempt.body;
    return { set: { ...set, ...(photo ? { 'detail.failPhoto': photo } : {}) }, ...(emit ? { emit } : {}) };
  }) satisfies VerbOf<'failDelivery'>,
  retryOverdue: ((delivery) => ({ emit: [toGrid(delivery, 'RETRY_OVERDUE', { urgent: true })] })) satisfies Verb,
  retryDelivery: ((delivery) => ({
    unset: ['detail.retry'],
    emit: [toHousehold(delivery, 'ON_THE_WAY')],
  })) satisfies Verb,
  drop,
  silentAtDoor,
  recordCall,
  undoDrop: ((delivery, { now }) => {
    const { undoUntil } = delivery.detail;
    if (!undoUntil || undoUntil < now) throw nextTry(delivery, delivery.state);
    return {
      set: { 'detail.flags': delivery.detail.flags.filter((flag) => !silentFlags.includes(flag)) },
      unset: ['detail.undoUntil', 'detail.droppedAt', 'detail.dropPhoto'],
    };
  }) satisfies Verb,
  confirm: confirmed,
  autoConfirm: confirmed,
  finishErrand: confirmed,
};
