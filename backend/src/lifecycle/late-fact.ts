import { lateFactClimbs, lateFactLifecycle } from '@grid-relief/shared-types/lifecycles/late-fact.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../http/problem';
import type { NewEntry } from '../outbox';
import { isDuplicate } from '../platform/database';
import type { ActResult, Prepared } from './act-request';
import { isSystem, nameOf } from './actor';
import { isAllowed } from './allowed';
import { fitsNow, hasStanding } from './explain';
import { type Records, recordsIn } from './records';
import { timerAt } from './timers';
import { beginRecord, type Receipt, receiptOf, type Tracked } from './tracked';

/** Where facts wait that came too late for their record. */
export const lateFactCollection = 'lateFacts';

/** A fact that arrived on a closed or changed record, with both times, until a person has reconciled it. */
export interface LateFact extends Tracked {
  /** What the device reported; the record it was meant for, and how that one stood when it arrived. */
  readonly fact: {
    readonly record: string;
    readonly recordKind: string;
    readonly recordState: string;
    readonly recordRevision: number;
    readonly action: string;
    readonly by: string;
    readonly occurredAt: Date;
    readonly recordedAt: Date;
    /** As it was sent, without free words. */
    readonly input: unknown;
    readonly inputHash: string;
    readonly reason?: string;
  };
  /** How many steps of the ladder have been told that nobody has decided. */
  readonly told?: number;
}

const lateState = 'LATE_FACT';

/** The receipt of a fact that was kept earlier, so that a repeat never becomes an act after all. */
export async function keptEarlier(request: Prepared): Promise<Receipt | undefined> {
  const kept = await lateFacts(request).findOne({ _id: request.opId });
  return kept ? receiptFor(request, kept) : undefined;
}

/**
 * Keeps a fact that does not fit the record's state any more: facts are never refused (handbook 2). Only from a person
 * who may report it and knows of the record, or who acted on this record or held it before. A fact that fits as the
 * record is now has only lost a race against another write, and is to be done again: it is not late.
 * @returns undefined when the action is a decision, lost a race, or the person has nothing to do with the record
 */
export async function recordLateFact<D extends Tracked>(
  request: Prepared<D>,
  document: D,
): Promise<ActResult<D> | undefined> {
  const { rule, actor, now, visible } = request;
  if (!rule.fact || isSystem(actor)) return undefined;
  const mayReport = isAllowed(rule, document, actor, now) && visible(document, actor);
  if (!mayReport && !hasStanding(document.history, actor)) return undefined;
  if (fitsNow(request, document)) {
    const kept = await keptEarlier(request);
    return kept && { receipt: kept, document, repeated: true };
  }
  const fact = lateFactOf(request, document);
  try {
    await lateFacts(request).insertOne(fact);
    return { receipt: receiptFor(request, fact), document, repeated: false };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const receipt = await keptEarlier(request);
  // purged between the two: as unknown as a lost reply, the client repeats
  if (!receipt) throw new Problem('outcome-unknown');
  return { receipt, document, repeated: true };
}

function lateFacts({ collection }: Prepared): Records<LateFact> {
  return recordsIn<LateFact>(collection, lateFactCollection);
}

function lateFactOf(request: Prepared, document: Tracked): LateFact {
  const { opId, actor, action, now, input, hash, reason, occurredAt } = request;
  const [state = 'OPEN'] = lateFactLifecycle.initial;
  const { county, area, scope, household } = document;
  const beginning = { _id: opId, county, kind: lateFactLifecycle.name, state, area, scope };
  return {
    ...beginRecord({ ...beginning, ...(household ? { household } : {}) }, [undecided(now)], now),
    fact: {
      record: document._id,
      recordKind: document.kind,
      recordState: document.state,
      recordRevision: document.revision,
      action,
      by: nameOf(actor),
      occurredAt: occurredAt ?? now,
      recordedAt: now,
      input: withoutWords(input ?? null),
      inputHash: hash,
      ...(reason === undefined ? {} : { reason }),
    },
  };
}

/**
 * What was counted and paid, without what somebody said: words may be about health, a door or somebody else. A feature
 * that keeps them hands them over sealed, under another name.
 */
function withoutWords(input: unknown): unknown {
  if (Array.isArray(input)) return input.map(withoutWords);
  if (typeof input !== 'object' || input === null || input instanceof Date) return input;
  const kept = Object.entries(input).filter(([name]) => name !== 'words');
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutWords(value)]));
}

/** The first step of its ladder hears of it, unless somebody has decided by then. */
function undecided(now: Date): NewEntry {
  const [first] = lateFactClimbs;
  return timerAt('climb', addMinutes(now, first.minutes), { states: lateFactLifecycle.actions.climb.from });
}

function receiptFor({ actor, hash, id }: Prepared, { fact }: LateFact): Receipt {
  if (fact.by !== nameOf(actor) || fact.inputHash !== hash || fact.record !== id) throw new Problem('op-id-reused');
  const { action, recordedAt, recordRevision } = fact;
  return receiptOf({ action, to: lateState, revision: recordRevision, recordedAt });
}
