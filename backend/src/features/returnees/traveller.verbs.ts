import { travellerMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/traveller.lifecycle';
import { addMinutes, earliest } from '@grid-relief/shared-types/primitives/instants';
import { type Attempt, type Effects, instead, type Verb } from '../../acting';
import { Problem } from '../../http/problem';
import type { NewEntry } from '../../outbox';
import { gridLadder, moved, tellGrid, tellHome, tellRole, timer } from './entries';
import { judgedAsOf, merged, oddDates, verdictOf, withStays } from './judge.rules';
import type { ReturneeDeps } from './returnee.deps';
import { openSaid, sealNote, sealSaid, sealVerdict } from './said';
import type { Traveller, TravellerAction, TravellerBody, TravellerSaid } from './traveller';

export type TravellerVerb = Verb<Traveller, TravellerBody, ReturneeDeps>;
type TravellerAttempt = Attempt<Traveller, TravellerBody, ReturneeDeps>;
type Changes = Effects<Traveller>;

const callsForSearch = 3;
/** Silence of another county, or of the police: the limit of the table. Minutes. */
const [infoMinutes, searchMinutes, outMinutes] = [120, 1440, 720];

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
  const asOf = judgedAsOf(plannedAt, arrivedAt, now);
  const verdict = verdictOf(said, arrivedAt, await deps.judgementAt(record.county, asOf), asOf);
  return {
    'detail.verdict': await sealVerdict(deps, record, verdict),
    ...(change.said ? { 'detail.said': await sealSaid(deps, record, said) } : {}),
  };
}

interface Judged {
  readonly said?: (known: TravellerSaid) => TravellerSaid;
  readonly plannedAt?: Date | undefined;
  readonly arrivedAt?: Date | undefined;
}

/** The verdict before this one is kept beside it. */
const former = ({ record }: TravellerAttempt) =>
  record.detail.verdict ? { push: { 'detail.formerVerdicts': [record.detail.verdict] } } : {};

/** A day after the plan; what was planned anew meanwhile is looked at when it fires. */
function noShowTimer(plannedAt: Date | undefined): NewEntry[] {
  if (!plannedAt) return [];
  const states = ['TRIAGED', 'ACKNOWLEDGED', 'ADVISED_DEFER', 'EN_ROUTE'];
  return [timer('noShow', addMinutes(plannedAt, travellerMinutes.noShow), { states })];
}

/** Words are kept sealed beside the step. */
async function noted(attempt: TravellerAttempt, words = attempt.words): Promise<Changes> {
  if (!words) return {};
  const { deps, record, opId, now } = attempt;
  const note = { opId, at: now, sealed: await sealNote(deps, record, opId, words) };
  return { push: { 'detail.notes': [note] } };
}

const triage: TravellerVerb = async (attempt) => {
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

const retriage: TravellerVerb = async (attempt) => {
  const { news } = attempt.body;
  const change = news ? { said: (known: TravellerSaid) => merged(known, news) } : {};
  return { set: await judged(attempt, change), ...former(attempt), emit: [moved] };
};

/** The next role of the ladder hears of it, and the last is told again. */
function climb(code: 'RETURNEE_OVERDUE' | 'RETURNEE_SEARCH', minutes: number, action: TravellerAction): TravellerVerb {
  return ({ record, now }) => {
    const rung = Math.min(record.assignment.rung + 1, gridLadder.length - 1);
    const role = gridLadder[rung] ?? 'COUNTY_DISPATCHER';
    const due = addMinutes(now, minutes);
    const again = timer(action, due, { states: [record.state], enteredBy: record.enteredBy });
    // who is late stays late: only the ladder moves
    return { set: { 'assignment.rung': rung }, emit: [tellRole(role, record, code), again] };
  };
}

const markDuplicate: TravellerVerb = ({ record, body }) => {
  if (!body.of || body.of === record._id) throw instead(record, 'acknowledge');
  return { set: { 'detail.duplicateOf': body.of }, unset: ['dueAt'], emit: [moved] };
};

const askInfo: TravellerVerb = async (attempt) => ({
  ...(await noted(attempt)),
  set: { dueAt: addMinutes(attempt.now, infoMinutes), 'assignment.rung': 0 },
  emit: [...tellHome(attempt.record, 'RETURNEE_INFO')],
});

const recordCall: TravellerVerb = ({ body, opId, occurredAt, now }) => {
  const call = { at: earliest(occurredAt, now), answered: body.answered ?? false, opId };
  return { push: { 'detail.calls': [call] } };
};

/** Whether three calls in six hours have gone unanswered (handbook 2.2). Pure. */
export function isSilent({ calls = [] }: Pick<Traveller['detail'], 'calls'>, now: Date): boolean {
  const since = addMinutes(now, -travellerMinutes.threeCalls);
  const recent = calls.filter(({ at }) => at >= since);
  return recent.length >= callsForSearch && recent.slice(-callsForSearch).every(({ answered }) => !answered);
}

const search: TravellerVerb = async (attempt) => {
  const { record, now } = attempt;
  if (record.state === 'NEED_INFO' && !isSilent(record.detail, now)) throw instead(record, 'recordCall');
  return {
    ...(await noted(attempt)),
    set: { dueAt: addMinutes(now, searchMinutes), 'assignment.rung': 1 },
    emit: [tellRole('GRID_LEADER', record, 'RETURNEE_SEARCH')],
  };
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

const addInfo: TravellerVerb = async (attempt) => {
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

const replan: TravellerVerb = async (attempt) => {
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

const arrive: TravellerVerb = ({ record, now, occurredAt, body }) => ({
  // a device whose clock runs ahead does not arrive in the future
  set: { 'detail.arrivedAt': body.arrivedAt ?? record.detail.arrivedAt ?? earliest(occurredAt, now) },
  unset: ['dueAt'],
  emit: [moved],
});

const noShow: TravellerVerb = ({ record, now }) => {
  const { plannedAt } = record.detail;
  // planned anew since this was set
  if (!plannedAt || addMinutes(plannedAt, travellerMinutes.noShow) > now) throw instead(record, 'refresh');
  return { set: { dueAt: now }, emit: [tellGrid(record, 'RETURNEE_NO_SHOW', true), moved] };
};

const beginChain: TravellerVerb = async (attempt) => ({
  set: await judged(attempt),
  ...former(attempt),
  unset: ['dueAt'],
  emit: [moved],
});

/** Kept with the step, without a limit of its own. */
const closing: TravellerVerb = async (attempt) => ({
  ...(await noted(attempt)),
  unset: ['dueAt'],
  emit: [moved],
});

const handOut: TravellerVerb = async (attempt) => {
  const { body, words, now } = attempt;
  const note = [body.county, words].filter((part) => part).join(' · ');
  return { ...(await noted(attempt, note)), set: { dueAt: addMinutes(now, outMinutes) } };
};

/** What each action does beside the state; handbook 2.2, row by row. */
export const travellerVerbs: Readonly<Partial<Record<TravellerAction, TravellerVerb>>> = {
  ...{ triage, retriage, markDuplicate, askInfo, recordCall, addInfo, replan, search, arrive, noShow, beginChain },
  ...{ handOut, foundElsewhere: handOut },
  infoOverdue: climb('RETURNEE_OVERDUE', infoMinutes, 'infoOverdue'),
  acknowledgeOverdue: (attempt) => {
    const minutes = acknowledgeMinutes(attempt.record.detail.plannedAt, attempt.now);
    return climb('RETURNEE_OVERDUE', minutes, 'acknowledgeOverdue')(attempt);
  },
  searchOverdue: climb('RETURNEE_SEARCH', searchMinutes, 'searchOverdue'),
  acknowledge: ({ record }) => ({
    set: { dueAt: record.detail.plannedAt },
    emit: [moved, ...tellHome(record, 'RETURNEE_EXPECTED')],
  }),
  adviseDefer: async (attempt) => ({
    ...(await noted(attempt)),
    set: { dueAt: attempt.record.detail.plannedAt },
    emit: [...tellHome(attempt.record, 'RETURNEE_ADVISED'), moved],
  }),
  setOut: () => ({ emit: [moved] }),
  ...{ cancel: closing, proveNotComing: closing, endSearch: closing, leaveCounty: closing, close: closing },
  passThrough: ({ now }) => ({ set: { dueAt: addMinutes(now, outMinutes) }, emit: [moved] }),
  transitOverdue: ({ record, now }) => ({
    set: { 'detail.arrivedAt': record.detail.arrivedAt ?? now },
    unset: ['dueAt'],
    emit: [moved],
  }),
  confirmHandOut: async (attempt) => ({
    ...(await noted(attempt, attempt.body.takenBy)),
    unset: ['dueAt'],
    emit: [moved],
  }),
  takeBack: async (attempt) => {
    const { record, now } = attempt;
    const note = await noted(attempt);
    const due = addMinutes(now, searchMinutes);
    if (record.detail.arrivedAt) return { ...note, to: 'IN_CHAIN', unset: ['dueAt'], emit: [moved] };
    const looked = [
      timer('searchOverdue', due, { states: ['SEARCH'] }),
      tellRole('GRID_LEADER', record, 'RETURNEE_SEARCH'),
    ];
    return { ...note, to: 'SEARCH', set: { dueAt: due }, emit: [moved, ...looked] };
  },
};
