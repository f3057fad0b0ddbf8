import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../../../http/problem';
import { type Actor, isSystem } from '../../../lifecycle';
import type { NewEntry } from '../../../outbox';
import { type AssignmentChange, freeSeatEntry, givenBack, missed, routeEntry, taken } from '../../../routing';
import type { Delivery } from '../delivery';
import { refuse } from '../refuse';
import { walkingOrder } from './batching.rules';
import type { Run } from './run';
import type { RunDeps } from './run.deps';

export type RunAction = ActionOf<typeof runLifecycle>;

/** What is known when an action is decided. */
export interface RunAttempt {
  readonly deps: RunDeps;
  readonly run: Run;
  readonly members: readonly Delivery[];
  readonly actor: Actor;
  readonly opId: string;
  readonly now: Date;
  readonly body: {
    readonly to?: string;
    readonly bags?: number;
    readonly photo?: string | undefined;
    readonly floatFen?: number;
    readonly floatReturnedFen?: number;
  };
}

/** What an action changes; `seat` is the person who needs a free place first. */
export interface RunEffects extends AssignmentChange {
  readonly seat?: string;
}

type RunVerb = (attempt: RunAttempt) => RunEffects | Promise<RunEffects>;

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

function personOf(actor: Actor): string {
  if (isSystem(actor)) throw new Error('the product itself carries nothing');
  return actor.personId;
}

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

const giveBack: RunVerb = ({ run, members, now }) => {
  const paid = members.some(({ state }) => paidFor.includes(state));
  if (paid) {
    const { state, revision } = run;
    throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'hand-over' });
  }
  const back = givenBack(run, 'LOCKED', now);
  return { ...back, emit: [...(back.emit ?? []), membersFollow] };
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
  const handover = { from, to, bags, at: now, ...(photo ? { photo } : {}) };
  const hold = holdBy(attempt, to);
  const told = { to: { person: to }, code: 'HANDOVER_FOR_YOU', values: {}, urgent: true };
  return {
    ...hold,
    unset: [...(hold.unset ?? []), 'detail.handoverCount'],
    push: { 'detail.handovers': [handover] },
    emit: [...(hold.emit ?? []), { kind: 'notice', payload: told }],
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
  const { floatReturnedFen = 0 } = body;
  const { floatFen } = run.detail;
  if (floatReturnedFen > floatFen) {
    // more than went out cannot come back: a figure was mistyped
    throw new Problem('invalid-input', undefined, {
      errors: [{ pointer: '/floatReturnedFen', detail: `at most ${floatFen}` }],
    });
  }
  const person = run.assignment.assignee;
  const row = (name: string, amountFen: number): NewEntry[] =>
    amountFen > 0 && person ? [{ kind: 'ledger', payload: { row: name, amountFen, person } }] : [];
  return {
    set: { 'detail.floatReturnedFen': floatReturnedFen },
    emit: [...row('FLOAT_BACK', floatReturnedFen), ...row('FLOAT_KEPT', floatFen - floatReturnedFen)],
  };
};

/** Cash handed to the carrier, written down; given twice, it adds up. */
const giveFloat: RunVerb = ({ run, body }) => {
  const { floatFen = 0 } = body;
  const person = run.assignment.assignee;
  const payload = { row: 'FLOAT_OUT', amountFen: floatFen, ...(person ? { person } : {}) };
  return { inc: { 'detail.floatFen': floatFen }, emit: floatFen > 0 ? [{ kind: 'ledger', payload }] : [] };
};

/** The second count; when the two differ, the grid hears of it at once. */
const countHandOver: RunVerb = ({ run, body, now }) => {
  const { bags = 0 } = body;
  const last = run.detail.handovers?.at(-1);
  const counted = { 'detail.handoverCount': { bags, at: now } };
  if (!last || last.bags === bags) return { set: counted };
  const to = { gridOf: run.area };
  return { set: counted, emit: [{ kind: 'notice', payload: { to, code: 'COUNT_DIFFERS', values: {}, urgent: true } }] };
};

const askHelp: RunVerb = ({ run }) => ({
  emit: [{ kind: 'notice', payload: { to: { gridOf: run.area }, code: 'RUN_STRANDED', values: {}, urgent: true } }],
});

const moved: RunVerb = () => ({ emit: [membersFollow] });

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
  reassign: bySomebodyNamed,
  decline: notTaken,
  expire: notTaken,
  giveBack,
  startShopping: moved,
  startDoors: moved,
  askHelp,
  handOver,
  countHandOver,
  giveFloat,
  settleDoors,
  close,
  dissolve: ({ run }) => ({
    unset: ['assignment.offeredTo', 'assignment.expiresAt', 'assignment.assignee', 'assignment.claimOp'],
    emit: [...freeSeatEntry(run), membersFollow],
  }),
};
