import { limitMinutes } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { travellerMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/traveller.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { instead } from '../../acting';
import { Problem } from '../../http/problem';
import { timerAt } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { episodeIdsOf } from './chain-link';
import { moved, tellGrid, tellRole } from './entries';
import {
  homeSince,
  judgedAsOf,
  merged,
  oddDates,
  ruleOfVerdict,
  type StoredVerdict,
  verdictOf,
  withoutTripHome,
  withStays,
} from './judge.rules';
import { mustBeFetched } from './own-way.rules';
import { returneeRepository } from './returnee.repository';
import { openNote, openSaid, sealSaid, sealVerdict } from './said';
import { type ContactFound, countedHere, otherWay, type TravellerSaid, travellerMachine } from './traveller';
import { noted, type TravellerAttempt, type TravellerVerb } from './traveller-verb';

/** Half an hour for who arrives within twelve hours, two hours otherwise (handbook 2.2). Minutes. Pure. */
export function acknowledgeMinutes(plannedAt: Date | undefined, now: Date): number {
  const isSoon = !plannedAt || plannedAt < addMinutes(now, travellerMinutes.soon);
  return isSoon ? travellerMinutes.acknowledgeSoon : limitMinutes(travellerMachine, 'triage');
}

/** Judged with what is known, or with what is known now. */
async function judged(attempt: TravellerAttempt, change: Judged = {}): Promise<Record<string, unknown>> {
  return (await judgedAnew(attempt, change)).set;
}

/** The same with the verdict, for what follows from it at once. */
async function judgedAnew({ deps, record, now }: TravellerAttempt, change: Judged) {
  const known = await openSaid(deps, record);
  // the key was destroyed with its purpose: nothing is left to judge
  if (!known) throw instead(record, 'refresh');
  const said = change.said?.(known) ?? known;
  const arrivedAt = change.arrivedAt ?? record.detail.arrivedAt;
  const plannedAt = change.plannedAt ?? record.detail.plannedAt;
  const judgedAt = change.judgedAt ?? record.detail.judgedAt;
  const asOf = judgedAsOf(plannedAt, countedHere({ arrivedAt, judgedAt }), now);
  const judgement = await deps.judgementAt(record.county, asOf);
  const homeAt = record.detail.homeAt ?? change.homeAt;
  const found = { ...record.detail, plannedAt, homeAt };
  const verdict = withoutTripHome(verdictOf(said, arrivedAt, judgement, asOf), found);
  // whoever may not come by themselves any more is fetched after all
  const isOtherWay = record.detail.way?.how !== undefined && mustBeFetched(verdict);
  const isHomeNow = homeAt !== record.detail.homeAt;
  const set: Record<string, unknown> = {
    'detail.verdict': await sealVerdict(deps, record, verdict),
    ...(change.judgedAt ? { 'detail.judgedAt': change.judgedAt } : {}),
    ...(isOtherWay || isHomeNow ? { 'detail.way': otherWay(record) } : {}),
    ...(isHomeNow ? { 'detail.homeAt': homeAt, 'detail.homeSaidAt': now } : {}),
    ...(change.said ? { 'detail.said': await sealSaid(deps, record, said) } : {}),
  };
  return { verdict, set };
}

interface Judged {
  readonly said?: (known: TravellerSaid) => TravellerSaid;
  readonly plannedAt?: Date | undefined;
  readonly arrivedAt?: Date | undefined;
  readonly judgedAt?: Date | undefined;
  /** Found behind the own door. */
  readonly homeAt?: Date | undefined;
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
  readonly homeAt: Date | undefined;
  readonly said: TravellerSaid;
  readonly keys: readonly string[];
}

/** What a second report of the same person knows; nothing once its key was destroyed. */
async function newsFor({ deps, record, body }: TravellerAttempt): Promise<News | undefined> {
  const duplicate = body.newsFrom && (await returneeRepository(deps.connection).byId(record.county, body.newsFrom));
  const said = duplicate ? await openSaid(deps, duplicate) : undefined;
  if (!duplicate || !said) return undefined;
  return { said, keys: duplicate.keys ?? [], homeAt: homeSince(duplicate, record) };
}

/** The contact by which a tracker of this person ended. */
async function contactFor({ deps, record, body }: TravellerAttempt): Promise<ContactFound | undefined> {
  if (!body.contactFrom) return undefined;
  const tracker = await returneeRepository(deps.connection).tracker(record.county, body.contactFrom);
  const { opId, sealed } = tracker?.detail.contact ?? {};
  const text = tracker && opId && sealed && (await openNote(deps, tracker, opId, sealed));
  // sealed by the verb of the tracker, and by nobody else
  return text ? (JSON.parse(text) as ContactFound) : undefined;
}

/**
 * Whether a quarantine of theirs runs by another rule. It is not moved from here: another category is an investigator's to
 * say, who hears of it with the grid (handbook 2.3); what a change of list or set does is done by the change (5.7).
 */
async function isHeldOtherwise({ deps, record, now }: TravellerAttempt, verdict: StoredVerdict): Promise<boolean> {
  const next = ruleOfVerdict(verdict);
  if (!next || !['IN_CHAIN', 'HANDING_OUT'].includes(record.state)) return false;
  const { county, _id } = record;
  return deps.isCountedOtherwise({ county, episodes: episodeIdsOf(county, _id), next, at: now });
}

export const retriage: TravellerVerb = async (attempt) => {
  const news = await newsFor(attempt);
  const { judgedAt } = attempt.body;
  const contact = await contactFor(attempt);
  const { contactGone } = attempt.body;
  const isMore = news !== undefined || contact !== undefined || contactGone !== undefined;
  const more = (known: TravellerSaid): TravellerSaid => {
    const said = news ? merged(known, news.said) : known;
    if (contactGone) return { ...said, contacts: said.contacts?.filter(({ via }) => via !== contactGone) };
    return contact ? { ...said, contacts: [...(said.contacts ?? []), contact] } : said;
  };
  const { verdict, set } = await judgedAnew(attempt, {
    ...{ judgedAt, homeAt: news?.homeAt },
    ...(isMore ? { said: more } : {}),
  });
  // found from now on by the phone and the number of either report
  const keys = news ? { keys: [...new Set([...(attempt.record.keys ?? []), ...news.keys])] } : {};
  const heard = (await isHeldOtherwise(attempt, verdict))
    ? [tellRole('CDC_INVESTIGATOR', attempt.record, 'RETURNEE_JUDGED'), tellGrid(attempt.record, 'RETURNEE_JUDGED')]
    : [];
  return { set: { ...set, ...keys }, ...former(attempt), emit: [moved, ...heard] };
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
