import { Problem } from '../../../http/problem';
import { isSystem, personOf } from '../../../lifecycle';
import { notice } from '../../../notice-entry';
import { sick } from '../reasons';
import { cashStep, heldFen, keptByFirstFen, passedCash } from './handover-cash.rules';
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

/** Now that it is certain how much was passed on, the rest is the first carrier's, for the doors that one paid for. */
function settled({ detail, assignment }: Run, cash: HandoverCash, agreedFen: number): Pick<RunEffects, 'set' | 'emit'> {
  const certain = { ...cash, agreedFen };
  const amountFen = keptByFirstFen(certain);
  const kept = { kind: 'ledger', payload: { row: 'FLOAT_KEPT', amountFen, person: cash.from } };
  const { countedBy } = cash;
  // whoever counted it carries the run no more: it is on its way to the next one
  const isGone = countedBy !== undefined && countedBy !== assignment.assignee;
  const onward = isGone ? passedCash({ ...detail, handoverCash: certain }, countedBy, agreedFen) : undefined;
  return { set: { 'detail.handoverCash': onward ?? certain }, emit: amountFen > 0 ? [kept] : [] };
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
  if (!cash || cashStep(run.detail) === undefined) return {};
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

/** The grid leader has asked both and says how much was passed on; both hear of it. */
export function agreeCash({ run, body }: RunAttempt): RunEffects {
  const { handoverCash: cash } = run.detail;
  const { state, revision } = run;
  if (!cash || cashStep(run.detail) === undefined) {
    throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'refresh' });
  }
  const { cashFen = 0 } = body;
  if (cashFen > cash.heldFen) throw wrongAmount(`at most ${cash.heldFen}`);
  const { set, emit = [] } = settled(run, cash, cashFen);
  const both = [...new Set([cash.from, cash.countedBy ?? run.assignment.assignee].filter((one) => one !== undefined))];
  return {
    ...(set ? { set } : {}),
    emit: [...emit, ...both.map((person) => notice({ person }, 'CASH_AGREED', {}, { urgent: true }))],
  };
}
