import { limitMinutes } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { travellerMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/traveller.lifecycle';
import { addMinutes, earliest } from '@grid-relief/shared-types/primitives/instants';
import { instead } from '../../acting';
import { Problem } from '../../http/problem';
import { isSystem, timerAt } from '../../lifecycle';
import { moved, tellGrid, tellHome, tellRole } from './entries';
import { acknowledgeMinutes, addInfo, beginChain, replan, retriage, triage } from './judging.verbs';
import { comeOwnWay, letFetch } from './own-way.verbs';
import { gridRoles, maySee } from './returnee.policy';
import { returneeRepository } from './returnee.repository';
import { mustStand } from './stand-for';
import { hereSince, isSaidHome, otherWay, type Traveller, type TravellerAction, travellerMachine } from './traveller';
import { noted, type TravellerAttempt, type TravellerVerb } from './traveller-verb';

const callsForSearch = 3;
const [infoMinutes, searchMinutes] = [
  limitMinutes(travellerMachine, 'askInfo'),
  limitMinutes(travellerMachine, 'search'),
];

/** The next role of the ladder hears of it, and the last is told again. */
function climb(code: 'RETURNEE_OVERDUE' | 'RETURNEE_SEARCH', minutes: number, action: TravellerAction): TravellerVerb {
  return ({ record, now }) => {
    const rung = Math.min(record.assignment.rung + 1, gridRoles.length - 1);
    const role = gridRoles[rung] ?? 'COUNTY_DISPATCHER';
    const due = addMinutes(now, minutes);
    const again = timerAt(action, due, { states: [record.state], enteredBy: record.enteredBy });
    // who is late stays late: only the ladder moves
    return { set: { 'assignment.rung': rung }, emit: [tellRole(role, record, code), again] };
  };
}

/** Which record stands for somebody: one that this person may see, of the county, and no duplicate itself. */
async function mustBeFirst({ deps, record, actor, body, now }: TravellerAttempt): Promise<string> {
  const wrong = (detail: string) => new Problem('invalid-input', undefined, { errors: [{ pointer: '/of', detail }] });
  const { of = '' } = body;
  if (of === record._id) throw wrong('is the record itself');
  const first = await returneeRepository(deps.connection).byId(record.county, of);
  if (!first || !maySee(first, actor, now)) throw wrong('is nobody who is known here');
  if (first.state === 'DUPLICATE') throw wrong('is a duplicate itself');
  return of;
}

const markDuplicate: TravellerVerb = async (attempt) => {
  // the rules name whom they have just read, who may be found to be a duplicate in the same moment: that is followed later
  const of = isSystem(attempt.actor) ? (attempt.body.of ?? '') : await mustBeFirst(attempt);
  return {
    set: { 'detail.duplicateOf': of },
    unset: ['dueAt'],
    emit: [moved],
    around: async (write) => {
      await mustStand(attempt, of);
      return write();
    },
  };
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

/** Not there to be fetched: the grid has heard from the trip, its leader sees to the search (handbook 2.4). */
const missAtPickup: TravellerVerb = ({ record, now }) => ({
  set: { dueAt: addMinutes(now, limitMinutes(travellerMachine, 'missAtPickup')), 'assignment.rung': 1 },
  emit: [tellRole('GRID_LEADER', record, 'RETURNEE_SEARCH')],
});

const arrive: TravellerVerb = ({ record, now, occurredAt, body }) => {
  const arrivedAt = body.arrivedAt ?? record.detail.arrivedAt ?? hereSince(record, occurredAt, now);
  const isHome = isSaidHome(record, body);
  return {
    set: {
      'detail.arrivedAt': arrivedAt,
      ...(isHome ? { 'detail.homeAt': arrivedAt, 'detail.homeSaidAt': now, 'detail.way': otherWay(record) } : {}),
    },
    unset: ['dueAt'],
    emit: [moved],
  };
};

const noShow: TravellerVerb = ({ record, now }) => {
  const { plannedAt } = record.detail;
  // planned anew since this was set
  if (!plannedAt || addMinutes(plannedAt, travellerMinutes.noShow) > now) throw instead(record, 'refresh');
  return { set: { dueAt: now }, emit: [tellGrid(record, 'RETURNEE_NO_SHOW', { urgent: true }), moved] };
};

/** Kept with the step, without a limit of its own. */
const closing: TravellerVerb = async (attempt) => ({
  ...(await noted(attempt)),
  unset: ['dueAt'],
  emit: [moved],
});

const handOut: TravellerVerb = async (attempt) => {
  const { body, words, now } = attempt;
  const note = [body.county, words].filter((part) => part).join(' · ');
  return {
    ...(await noted(attempt, note)),
    set: { dueAt: addMinutes(now, limitMinutes(travellerMachine, 'handOut')) },
  };
};

/** What each action does beside the state; handbook 2.2, row by row. */
export const travellerVerbs: Readonly<Partial<Record<TravellerAction, TravellerVerb>>> = {
  ...{ triage, retriage, markDuplicate, askInfo, recordCall, addInfo, replan, search },
  ...{ missAtPickup, arrive, noShow, beginChain, comeOwnWay, letFetch },
  standFor: () => ({ emit: [moved] }),
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
  passThrough: ({ now }) => ({
    set: { dueAt: addMinutes(now, limitMinutes(travellerMachine, 'passThrough')) },
    emit: [moved],
  }),
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
      timerAt('searchOverdue', due, { states: ['SEARCH'] }),
      tellRole('GRID_LEADER', record, 'RETURNEE_SEARCH'),
    ];
    return { ...note, to: 'SEARCH', set: { dueAt: due }, emit: [moved, ...looked] };
  },
};
