import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../../../http/problem';
import { isSystem, personOf } from '../../../lifecycle';
import { notice } from '../../../notice-entry';
import type { NewEntry } from '../../../outbox';
import { freeSeatEntry, givenBack, missed, routeEntry, taken } from '../../../routing';
import { mustNotKeepCard } from '../custody.verbs';
import { refuse } from '../refuse';
import { walkingOrder } from './batching.rules';
import { cashStep, heldFen } from './handover-cash.rules';
import {
  agreeCash,
  allCash,
  countedCash,
  floatRow,
  floatWithFormer,
  mustBeCertain,
  statedCash,
  takeCash,
} from './handover-cash.verbs';
import type { RunAction, RunAttempt, RunEffects, RunVerb } from './run-verb';

/** Handbook 2.1: nothing begun in 60 minutes. */
const beginWithinMinutes = 60;

/** The members follow: see follow-run.ts. */
export const membersFollow: NewEntry = { kind: 'runMoved' };

/** States in which a door has nothing left for the carrier to do. */
export const doorDone: readonly string[] = [
  'NOTHING_BOUGHT',
  'READY_FOR_PICKUP',
  'DROPPED',
  'CONFIRMED',
  'DISPUTED',
  'RESOLVED',
  'RETURNED',
  'SETTLED',
  'UNPAID',
  'PAID_BY_AID',
  'WRITTEN_OFF',
  'CLOSED',
  'CANCELLED',
];

/** States in which goods or money are in the carrier's hands: they can be handed over, not given back. */
const paidFor: readonly string[] = [
  'PURCHASED',
  'COLLECTED',
  'IN_TRANSIT',
  'HANDOVER_PENDING',
  'ADDRESS_QUERY',
  'FAILED_DELIVERY',
  'CANCEL_ASKED',
];

function holdBy(attempt: RunAttempt, person: string): RunEffects {
  const { run, opId } = attempt;
  const hold = taken(person, opId, run.assignment.reason);
  return { ...hold, seat: person, emit: [...freeSeatEntry(run), membersFollow, notBegun(attempt)] };
}

/** Nothing begun in an hour, counted from the beginning of the window when that is still to come: it goes back. */
function notBegun({ run, now, opId }: RunAttempt): NewEntry {
  const { from } = run.detail.window;
  const due = addMinutes(from > now ? from : now, beginWithinMinutes);
  const stay = { states: ['ACCEPTED'], claimOp: opId };
  return { kind: 'fire', payload: { action: 'giveBack' }, due, while: stay };
}

const bySelf: RunVerb = (attempt) => holdBy(attempt, personOf(attempt.actor));
const bySomebodyNamed: RunVerb = (attempt) => holdBy(attempt, attempt.body.to ?? '');

/** Before anything is paid; cash that is out goes along. */
const reassign: RunVerb = (attempt) => {
  const hold = bySomebodyNamed(attempt) as RunEffects;
  const cash = allCash(attempt);
  return { ...hold, set: { ...hold.set, ...cash.set }, emit: [...(hold.emit ?? []), ...(cash.emit ?? [])] };
};
const notTaken: RunVerb = ({ run }) => missed(run.assignment, 'LOCKED');

/** Fixes list and walking order; a run that everybody has left is dissolved instead of offered (handbook 2.1a). */
const lock: RunVerb = async ({ deps, run, members, actor, now }) => {
  const early = !isSystem(actor) && now < run.detail.window.cutOff;
  if (early && !deps.batching.earlyLock) {
    const { state, revision } = run;
    throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'wait-for-cut-off' });
  }
  const waiting = members.filter(({ state }) => state === 'BATCHED');
  const codes = await deps.doorCodes(
    run.county,
    waiting.map(({ household }) => household),
  );
  const doors = waiting.map(({ _id, household }) => ({ delivery: _id, doorCode: codes.get(household) ?? '' }));
  const gone: NewEntry = { kind: 'follow', payload: { action: 'dissolve' } };
  return {
    set: {
      'detail.order': walkingOrder(doors),
      'detail.households': waiting.map(({ household }) => household),
      priority: Math.min(3, ...waiting.map(({ priority }) => priority)),
      waitingSince: now,
    },
    emit: [waiting.length === 0 ? gone : routeEntry(['LOCKED'])],
  };
};

const giveBack: RunVerb = (attempt) => {
  const { run, members, now } = attempt;
  const paid = members.some(({ state }) => paidFor.includes(state));
  if (paid) {
    const { state, revision } = run;
    throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'hand-over' });
  }
  for (const member of members) mustNotKeepCard(member, attempt);
  const back = givenBack(run, 'LOCKED', now);
  const cash = allCash(attempt);
  return {
    ...back,
    set: { ...back.set, ...cash.set },
    emit: [...(back.emit ?? []), membersFollow, ...(cash.emit ?? [])],
  };
};

/** Somebody else goes on from the same state; what was advanced stays with whoever paid, in the requests themselves. */
const handOver: RunVerb = (attempt) => {
  const { run, body, now, actor } = attempt;
  const { to = '', bags = 0, photo } = body;
  const from = run.assignment.assignee ?? '';
  // count and photo are the giver's tick; a leader does not stand beside the bags (handbook 2.1)
  if (!isSystem(actor) && actor.personId === from && !photo) {
    refuse([{ pointer: '/photo', detail: 'bags that change hands are photographed' }]);
  }
  const cash = statedCash(attempt);
  const handover = { from, to, bags, at: now, ...(photo ? { photo } : {}) };
  const hold = holdBy(attempt, to);
  return {
    ...hold,
    set: { ...hold.set, ...cash.set },
    unset: [...(hold.unset ?? []), 'detail.handoverCount'],
    push: { 'detail.handovers': [handover] },
    emit: [...(hold.emit ?? []), notice({ person: to }, 'HANDOVER_FOR_YOU', {}, { urgent: true })],
  };
};

const settleDoors: RunVerb = ({ run, members, now }) => {
  const open = members.filter(({ state }) => !doorDone.includes(state));
  if (open.length > 0) {
    const { state, revision } = run;
    throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'doors', openDoors: open.length });
  }
  const onTime = run.dueAt === undefined || now <= run.dueAt;
  return { emit: freeSeatEntry(run, { onTime }) };
};

const close: RunVerb = ({ run, body }) => {
  mustBeCertain(run);
  const { floatReturnedFen = 0 } = body;
  // of a run that changed carriers, what came to the last one
  const held = heldFen(run.detail);
  if (floatReturnedFen > held) {
    // more than went out cannot come back: a figure was mistyped
    throw new Problem('invalid-input', undefined, {
      errors: [{ pointer: '/floatReturnedFen', detail: `at most ${held}` }],
    });
  }
  const { assignee } = run.assignment;
  const { floatReturnedFen: before = 0 } = run.detail;
  return {
    set: { 'detail.floatReturnedFen': before + floatReturnedFen },
    emit: [
      ...floatRow('FLOAT_BACK', floatReturnedFen, assignee),
      ...floatRow('FLOAT_KEPT', held - floatReturnedFen, assignee),
    ],
  };
};

/** Cash handed to the carrier, written down; given twice, it adds up. */
const giveFloat: RunVerb = ({ run, body }) => {
  // what goes out while an earlier count is in doubt would be mixed up with it
  if (run.detail.handoverCash?.toCashier) mustBeCertain(run);
  const { floatFen = 0 } = body;
  const person = run.assignment.assignee;
  const payload = { row: 'FLOAT_OUT', amountFen: floatFen, ...(person ? { person } : {}) };
  return { inc: { 'detail.floatFen': floatFen }, emit: floatFen > 0 ? [{ kind: 'ledger', payload }] : [] };
};

/** The second count, of bags and money; when the two differ, the grid hears of it at once. */
const countHandOver: RunVerb = (attempt) => {
  const { run, body, now } = attempt;
  const { bags = 0 } = body;
  const last = run.detail.handovers?.at(-1);
  const cash = countedCash(attempt);
  const differs = last !== undefined && last.bags !== bags;
  const told = notice({ gridOf: run.area }, 'COUNT_DIFFERS', {}, { urgent: true });
  return {
    set: { 'detail.handoverCount': { bags, at: now }, ...cash.set },
    emit: [...(differs ? [told] : []), ...(cash.emit ?? [])],
  };
};

const askHelp: RunVerb = ({ run }) => ({
  emit: [notice({ gridOf: run.area }, 'RUN_STRANDED', {}, { urgent: true })],
});

const moved: RunVerb = () => ({ emit: [membersFollow] });

/**
 * Without its doors. While cash is out no person dissolves it, and one that everybody has left waits for its money: its
 * carrier closes it, and where it has none whoever keeps the money takes the cash over.
 */
const dissolve: RunVerb = ({ run, actor }) => {
  const { state, revision, detail, assignment } = run;
  const isOut = heldFen(detail) > 0 || cashStep(detail) !== undefined;
  if (isOut && !isSystem(actor)) {
    const next = assignment.assignee ? 'hand-over' : 'take-cash';
    throw new Problem('transition-not-allowed', undefined, { state, revision, next });
  }
  const offer = ['assignment.offeredTo', 'assignment.expiresAt'];
  const emit = [...freeSeatEntry(run), membersFollow];
  if (isOut) return { to: 'SETTLING', unset: offer, emit: [...emit, floatWithFormer(run)] };
  return { to: 'DISSOLVED', unset: [...offer, 'assignment.assignee', 'assignment.claimOp'], emit };
};

/** What each action of the run changes beside its state; an action that is not here changes nothing else. */
export const runVerbs: Readonly<Partial<Record<RunAction, RunVerb>>> = {
  open: ({ run }) => {
    const { cutOff } = run.detail.window;
    return { emit: [{ kind: 'fire', payload: { action: 'lock' }, due: cutOff, while: { states: ['OPEN'] } }] };
  },
  lock,
  accept: bySelf,
  claim: bySelf,
  assign: bySomebodyNamed,
  reassign,
  decline: notTaken,
  expire: notTaken,
  giveBack,
  startShopping: moved,
  startDoors: moved,
  askHelp,
  handOver,
  countHandOver,
  takeCash,
  agreeCash,
  giveFloat,
  settleDoors,
  close,
  dissolve,
};
