import { travellerMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/traveller.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { instead } from '../../acting';
import { Problem } from '../../http/problem';
import { timerAt } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { moved, tellGrid } from './entries';
import { judgedAsOf, merged, oddDates, verdictOf, withStays } from './judge.rules';
import { returneeRepository } from './returnee.repository';
import { openSaid, sealSaid, sealVerdict } from './said';
import { countedHere, type TravellerSaid } from './traveller';
import { noted, type TravellerAttempt, type TravellerVerb } from './traveller-verb';

/** Half an hour for who arrives within twelve hours, two hours otherwise (handbook 2.2). Minutes. Pure. */
export function acknowledgeMinutes(plannedAt: Date | undefined, now: Date): number {
  const isSoon = !plannedAt || plannedAt < addMinutes(now, travellerMinutes.soon);
  return isSoon ? travellerMinutes.acknowledgeSoon : 120;
}

/** Judged with what is known, or with what is known now. */
async function judged({ deps, record, now }: TravellerAttempt, change: Judged = {}): Promise<Record<string, unknown>> {
  const known = await openSaid(deps, record);
  // the key was destroyed with its purpose: nothing is left to judge
  if (!known) throw instead(record, 'refresh');
  const said = change.said?.(known) ?? known;
  const arrivedAt = change.arrivedAt ?? record.detail.arrivedAt;
  const plannedAt = change.plannedAt ?? record.detail.plannedAt;
  const judgedAt = change.judgedAt ?? record.detail.judgedAt;
  const asOf = judgedAsOf(plannedAt, countedHere({ arrivedAt, judgedAt }), now);
  const verdict = verdictOf(said, arrivedAt, await deps.judgementAt(record.county, asOf), asOf);
  return {
    'detail.verdict': await sealVerdict(deps, record, verdict),
    ...(change.judgedAt ? { 'detail.judgedAt': change.judgedAt } : {}),
    ...(change.said ? { 'detail.said': await sealSaid(deps, record, said) } : {}),
  };
}

interface Judged {
  readonly said?: (known: TravellerSaid) => TravellerSaid;
  readonly plannedAt?: Date | undefined;
  readonly arrivedAt?: Date | undefined;
  readonly judgedAt?: Date | undefined;
}

/** The verdict before this one is kept beside it. */
const former = ({ record }: TravellerAttempt) =>
  record.detail.verdict ? { push: { 'detail.formerVerdicts': [record.detail.verdict] } } : {};

/** A day after the plan; what was planned anew meanwhile is looked at when it fires. */
function noShowTimer(plannedAt: Date | undefined): NewEntry[] {
  if (!plannedAt) return [];
  const states = ['TRIAGED', 'ACKNOWLEDGED', 'ADVISED_DEFER', 'EN_ROUTE'];
  return [timerAt('noShow', addMinutes(plannedAt, travellerMinutes.noShow), { states })];
}

export const triage: TravellerVerb = async (attempt) => {
  const { record, now } = attempt;
  const { plannedAt, arrivedAt } = record.detail;
  const minutes = acknowledgeMinutes(plannedAt, now);
  return {
    set: { ...(await judged(attempt)), dueAt: addMinutes(now, minutes), 'assignment.rung': 0 },
    ...former(attempt),
    limitMinutes: arrivedAt ? null : minutes,
    // whoever is here already needs no announcement: the chain begins in the same breath
    emit: [moved, ...(arrivedAt ? [] : [...noShowTimer(plannedAt), tellGrid(record, 'RETURNEE_NEW')])],
  };
};

interface News {
  readonly said: TravellerSaid;
  readonly keys: readonly string[];
}

/** What a second report of the same person knows; nothing once its key was destroyed. */
async function newsFor({ deps, record, body }: TravellerAttempt): Promise<News | undefined> {
  const duplicate = body.newsFrom && (await returneeRepository(deps.connection).byId(record.county, body.newsFrom));
  const said = duplicate ? await openSaid(deps, duplicate) : undefined;
  return duplicate && said ? { said, keys: duplicate.keys ?? [] } : undefined;
}

export const retriage: TravellerVerb = async (attempt) => {
  const news = await newsFor(attempt);
  const { judgedAt } = attempt.body;
  const change = { judgedAt, ...(news ? { said: (known: TravellerSaid) => merged(known, news.said) } : {}) };
  // found from now on by the phone and the number of either report
  const keys = news ? { keys: [...new Set([...(attempt.record.keys ?? []), ...news.keys])] } : {};
  return { set: { ...(await judged(attempt, change)), ...keys }, ...former(attempt), emit: [moved] };
};

/** New places or another plan, judged at once. @throws Problem invalid-input when they cannot be */
function newPlan({ body, now }: TravellerAttempt): Judged {
  const { stays, plannedArrival } = body;
  const errors = oddDates({ stays: stays ?? [], plannedArrival }, now);
  if (errors.length > 0) throw new Problem('invalid-input', undefined, { errors });
  return {
    ...(stays ? { said: (known: TravellerSaid) => ({ ...known, stays: withStays(known.stays, stays) }) } : {}),
    ...(plannedArrival ? { plannedAt: new Date(plannedArrival) } : {}),
  };
}

export const addInfo: TravellerVerb = async (attempt) => {
  const { record, now } = attempt;
  const plan = newPlan(attempt);
  const plannedAt = plan.plannedAt ?? record.detail.plannedAt;
  const minutes = acknowledgeMinutes(plannedAt, now);
  const { push = {} } = await noted(attempt);
  return {
    set: {
      ...(await judged(attempt, plan)),
      ...{ 'detail.plannedAt': plannedAt, dueAt: addMinutes(now, minutes), 'assignment.rung': 0 },
    },
    push: { ...push, ...former(attempt).push },
    limitMinutes: minutes,
    emit: [moved, ...noShowTimer(plannedAt)],
  };
};

export const replan: TravellerVerb = async (attempt) => {
  const { deps, record } = attempt;
  const { said, plannedAt } = newPlan(attempt);
  const known = said && (await openSaid(deps, record));
  return {
    ...(await noted(attempt)),
    set: {
      'detail.plannedAt': plannedAt,
      ...(said && known ? { 'detail.said': await sealSaid(deps, record, said(known)) } : {}),
    },
    // the product judges again: REPLANNED never stays
    emit: [moved],
  };
};

export const beginChain: TravellerVerb = async (attempt) => ({
  set: await judged(attempt),
  ...former(attempt),
  unset: ['dueAt'],
  emit: [moved],
});
