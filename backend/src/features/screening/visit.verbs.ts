import type { ActionRule } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Attempt, Effects, Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { notice } from '../../notice-entry';
import type { ScreeningDeps } from './screening.deps';
import { type HouseholdVisit, type VisitAction, visitMachine } from './visit';

/** What comes with an action at a door. What was said comes sealed, since a fact that is late is kept as it was sent. */
export interface VisitBody {
  readonly screener?: string;
  /** Of several doors given at once, the first brings the notice about all; the others none. */
  readonly doors?: number;
  readonly sealed?: string;
  /** The operation it was sealed for, which a late fact outlives. */
  readonly saidBy?: string;
  /** Whether what was said asks for somebody's help. */
  readonly help?: boolean;
  readonly report?: string;
  readonly result?: string;
}
type VisitVerb = Verb<HouseholdVisit, VisitBody, ScreeningDeps>;
type VisitAttempt = Attempt<HouseholdVisit, VisitBody, ScreeningDeps>;
type VisitEffects = Effects<HouseholdVisit>;

/** @throws Problem invalid-input: nobody who screens there, or who was at this door before the call */
async function sendScreener({ deps, record, body }: VisitAttempt): Promise<VisitEffects> {
  const { screener = '', doors = 1 } = body;
  const those = await deps.screenersOf(record.county, areaId(record.area));
  if (!those.includes(screener) || record.assignment.excluded.includes(screener)) {
    const errors = [{ pointer: '/screener', detail: 'a screener of this place who has not been at this door' }];
    throw new Problem('invalid-input', undefined, { errors });
  }
  const told = notice({ person: screener }, 'DOORS_GIVEN', { doors }, { urgent: true });
  return { set: { 'assignment.assignee': screener }, emit: doors > 0 ? [told] : [] };
}

/** What was said stays with the door, sealed; the grid leader hears that somebody needs help, not what for. */
function said({ record, opId, now, body }: VisitAttempt): VisitEffects {
  const { sealed, saidBy = opId, help } = body;
  const place = { role: 'GRID_LEADER', area: record.area } as const;
  return {
    unset: ['dueAt'],
    ...(sealed ? { push: { 'detail.said': [{ opId: saidBy, at: now, sealed }] } } : {}),
    emit: help ? [notice(place, 'DOOR_WAITS', {}, { urgent: true, record: record._id })] : [],
  };
}

/** The grid leader has a day for it (handbook 2.8). */
function handUp({ record, now }: VisitAttempt): VisitEffects {
  const { limit }: ActionRule<string> = visitMachine.actions.handUp;
  const isRefused = record.state === 'REFUSED';
  const told = notice({ role: 'GRID_LEADER', area: record.area }, 'DOOR_WAITS', {}, { record: record._id });
  return {
    ...(limit ? { set: { dueAt: addMinutes(now, limit.minutes) } } : {}),
    emit: [told, ...(isRefused ? [{ kind: 'doorRefused' }] : [])],
  };
}

/** What each action changes beyond the state (handbook 2.8). */
export const visitVerbs: Readonly<Partial<Record<VisitAction, VisitVerb>>> = {
  sendScreener,
  reachDoor: () => ({ unset: ['dueAt'] }),
  foundClear: said,
  foundReturnee: (attempt) => ({ ...said(attempt), set: { 'detail.report': attempt.body.report } }),
  noAnswer: () => ({ inc: { 'detail.tries': 1 } }),
  handUp,
  // hundreds at once: the screening's own clock tells of them together
  endUnvisited: () => ({ limitMinutes: null }),
  closeOverdue: ({ record }) => ({
    emit: [notice({ role: 'TOWNSHIP_DISPATCHER', area: record.area }, 'DOOR_WAITS', {}, { record: record._id })],
  }),
  close: ({ body }) => ({ ...(body.result ? { to: body.result } : {}), unset: ['dueAt'] }),
};
