import { Problem } from '../../../http/problem';
import { holdsRole, isSystem, personOf } from '../../../lifecycle';
import { notice } from '../../../notice-entry';
import type { NewEntry } from '../../../outbox';
import { sick } from '../reasons';
import { cashLeft, cashStep, heldFen, keptByFirstFen, passedCash } from './handover-cash.rules';
import type { HandoverCash, Run } from './run';
import type { RunAttempt, RunEffects } from './run-verb';

function wrongAmount(detail: string): Problem {
  return new Problem('invalid-input', undefined, { errors: [{ pointer: '/cashFen', detail }] });
}

/** Cash that nobody has counted, or that two counted differently, is certain before anything is built on it. */
export function mustBeCertain({ state, revision, detail }: Run): void {
  const next = cashStep(detail);
  if (next) throw new Problem('transition-not-allowed', undefined, { state, revision, next });
}

/** A row of the book for what one person did with cash of the float; none without money. */
export function floatRow(row: 'FLOAT_BACK' | 'FLOAT_KEPT', amountFen: number, person: string | undefined): NewEntry[] {
  return amountFen > 0 && person ? [{ kind: 'ledger', payload: { row, amountFen, person } }] : [];
}

/** Now that it is certain how much was passed on, the rest is the first carrier's, for the doors that one paid for. */
function settled(run: Run, cash: HandoverCash, agreedFen: number): Pick<RunEffects, 'set' | 'emit'> {
  const { detail, assignment } = run;
  const certain = { ...cash, agreedFen };
  const kept = floatRow('FLOAT_KEPT', keptByFirstFen(certain), cash.from);
  if (cash.toCashier) return back(run, certain, agreedFen, kept);
  const { countedBy } = cash;
  // whoever counted it carries the run no more: it is on its way to the next one
  const isGone = countedBy !== undefined && countedBy !== assignment.assignee;
  const onward = isGone ? passedCash({ ...detail, handoverCash: certain }, countedBy, agreedFen) : undefined;
  return { set: { 'detail.handoverCash': onward ?? certain }, emit: kept };
}

/** It is back where it came from; a run that waited for nothing else ends. */
function back(
  { state, assignment, detail }: Run,
  cash: HandoverCash,
  amountFen: number,
  kept: readonly NewEntry[],
): Pick<RunEffects, 'set' | 'emit'> {
  const { floatReturnedFen = 0 } = detail;
  const isLast = state === 'SETTLING' && !assignment.assignee && heldFen({ ...detail, handoverCash: cash }) === 0;
  return {
    set: { 'detail.handoverCash': cash, 'detail.floatReturnedFen': floatReturnedFen + amountFen },
    emit: [
      ...floatRow('FLOAT_BACK', amountFen, cash.from),
      ...kept,
      ...(isLast ? [{ kind: 'follow', payload: { action: 'close' } }] : []),
    ],
  };
}

/**
 * The first carrier, or the leader for that one, says how much of the float goes along with the bags (handbook 2.1:
 * goods and money).
 * @throws Problem invalid-input when it is not said or is more than is out; transition-not-allowed while the cash of an
 * earlier change is not certain
 */
export function statedCash({ run, body }: RunAttempt): Pick<RunEffects, 'set'> {
  mustBeCertain(run);
  const held = heldFen(run.detail);
  const { cashFen } = body;
  if (held > 0 && cashFen === undefined) throw wrongAmount('how much of the float goes along');
  if ((cashFen ?? 0) > held) throw wrongAmount(`at most ${held}`);
  return passedOn(run, cashFen ?? 0);
}

/** The grid hears that somebody has cash of a run who does not carry it. */
export const floatWithFormer = (run: Run) => notice({ gridOf: run.area }, 'FLOAT_WITH_FORMER', {}, { urgent: true });

/**
 * Nothing is paid yet, so all of it goes along; the grid hears that somebody has it who does not carry the run.
 * @throws Problem transition-not-allowed while two counts differ: a person first has it agreed
 */
export function allCash({ run, actor, reason }: RunAttempt): Pick<RunEffects, 'set' | 'emit'> {
  const step = cashStep(run.detail);
  const isFree = isSystem(actor) || reason === sick;
  if (step === 'agree-cash' && !isFree) mustBeCertain(run);
  if (heldFen(run.detail) === 0) return {};
  // whoever never counted what came has nothing to pass on, and two different counts stay what they are until it is
  // agreed: then what was counted goes on
  if (step !== undefined) return { emit: [floatWithFormer(run)] };
  return { ...passedOn(run, heldFen(run.detail)), emit: [floatWithFormer(run)] };
}

function passedOn({ detail, assignment }: Run, statedFen: number): Pick<RunEffects, 'set'> {
  const cash = passedCash(detail, assignment.assignee ?? '', statedFen);
  return cash ? { set: { 'detail.handoverCash': cash } } : {};
}

/**
 * The second tick: as said, it is certain; otherwise it is open until the grid leader has asked both.
 * @throws Problem invalid-input when it is not counted, or more than was out
 */
export function countedCash({ run, actor, body }: RunAttempt): Pick<RunEffects, 'set' | 'emit'> {
  const { handoverCash: cash } = run.detail;
  if (!cash || cash.toCashier || cashStep(run.detail) === undefined) return {};
  const { cashFen } = body;
  if (cashFen === undefined) throw wrongAmount('how much came along');
  if (cashFen > cash.heldFen) throw wrongAmount(`at most ${cash.heldFen}`);
  const counted = { ...cash, countedFen: cashFen, countedBy: personOf(actor) };
  if (cashFen === cash.statedFen) return settled(run, counted, cashFen);
  return {
    set: { 'detail.handoverCash': counted },
    emit: [notice({ role: 'GRID_LEADER', area: run.area }, 'MONEY_DIFFERS', {}, { urgent: true })],
  };
}

/** Who carried the run last; undefined: nobody ever did. Pure. */
export function formerOf({ history }: Pick<Run, 'history'>): string | undefined {
  return history.findLast(({ holder }) => holder !== undefined)?.holder;
}

/**
 * Nobody carries the run, and whoever had its cash brings it: counted as for a change of carrier, and the rest is that
 * one's, for the doors that one paid for.
 * @throws Problem transition-not-allowed while somebody carries it, while two counts differ, and without any cash out;
 * invalid-input when it is more than is out
 */
export function takeCash({ run, actor, body, now }: RunAttempt): RunEffects {
  const { state, revision, detail, area, scope } = run;
  const person = personOf(actor);
  if (cashStep(detail) === 'agree-cash') mustBeCertain(run);
  const cash = cashLeft(detail, formerOf(run) ?? '');
  if (run.assignment.assignee || !cash) {
    const next = cash ? 'close' : 'refresh';
    throw new Problem('transition-not-allowed', undefined, { state, revision, next });
  }
  const { cashFen = 0 } = body;
  if (cashFen > cash.heldFen) throw wrongAmount(`at most ${cash.heldFen}`);
  const counted = { ...cash, countedFen: cashFen, countedBy: person, toCashier: true as const };
  if (cashFen === cash.statedFen) return settled(run, counted, cashFen);
  // nobody judges an own count: that of the grid leader is for the township to ask about
  const isLeader = !isSystem(actor) && holdsRole(actor, 'GRID_LEADER', scope, now);
  const role = isLeader ? 'TOWNSHIP_DISPATCHER' : 'GRID_LEADER';
  return {
    set: { 'detail.handoverCash': counted },
    emit: [notice({ role, area }, 'MONEY_DIFFERS', {}, { urgent: true })],
  };
}

/** Whether this person may say what two counts mean: not the one who took the cash in; without a carrier, once counted. Pure. */
export function mayAgreeCash({ detail, assignment }: Run, person: string): boolean {
  const step = cashStep(detail);
  if (detail.handoverCash?.toCashier && detail.handoverCash.countedBy === person) return false;
  return step === 'agree-cash' || (step === 'count-cash' && assignment.assignee !== undefined);
}

/** Somebody has asked both and says how much was passed on; both hear of it. */
export function agreeCash({ run, actor, body }: RunAttempt): RunEffects {
  const { handoverCash: cash } = run.detail;
  const { state, revision } = run;
  if (!cash || !mayAgreeCash(run, personOf(actor))) {
    const next = cash?.toCashier && cashStep(run.detail) ? 'leave-to-others' : 'refresh';
    throw new Problem('transition-not-allowed', undefined, { state, revision, next });
  }
  const { cashFen = 0 } = body;
  if (cashFen > cash.heldFen) throw wrongAmount(`at most ${cash.heldFen}`);
  const { set, emit = [] } = settled(run, cash, cashFen);
  // whoever keeps the money reads it where the money is
  const other = cash.toCashier ? undefined : (cash.countedBy ?? run.assignment.assignee);
  const both = [...new Set([cash.from, other].filter((one) => one !== undefined))];
  return {
    ...(set ? { set } : {}),
    emit: [...emit, ...both.map((person) => notice({ person }, 'CASH_AGREED', {}, { urgent: true }))],
  };
}
