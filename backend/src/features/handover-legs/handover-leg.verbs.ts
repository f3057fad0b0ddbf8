import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { type Attempt, type Effects, instead, type Verb } from '../../acting';
import { isSystem, personOf } from '../../lifecycle';
import { notice, type To } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import { freeSeatEntry } from '../../routing';
import type { HandoverLeg, LegAction, LegBody } from './handover-leg';
import type { HandoverLegDeps } from './handover-leg.deps';

type LegVerb = Verb<HandoverLeg, LegBody, HandoverLegDeps>;
type LegEffects = Effects<HandoverLeg>;
type LegAttempt = Attempt<HandoverLeg, LegBody, HandoverLegDeps>;

const takeWithinMinutes = 20;
const decideWithinMinutes = 15;
/** So many people inside hear of bags at their point; the first who counts them has them. */
const askAtOnce = 3;

/** The delivery comes along with its handover. */
const moved: NewEntry = { kind: 'legMoved' };

/** The point's name says where to go, and tells the app that the record is a handover. */
function told(to: To, code: NoticeCode, { detail: { code: bag, point } }: HandoverLeg): NewEntry {
  return notice(to, code, { code: bag, point }, { urgent: true });
}

const leaveAtPoint: LegVerb = async ({ deps, record: leg, now, body }) => {
  const inside = await deps.insideFor(leg, now);
  return {
    set: { 'detail.bags': body.bags, 'detail.photo': body.photo, 'detail.dueAt': addMinutes(now, takeWithinMinutes) },
    emit: [moved, ...inside.slice(0, askAtOnce).map((person) => told({ person }, 'HANDOVER_FOR_YOU', leg))],
  };
};

/** Somebody inside carries on: that person's place is kept under this operation until the leg ends. */
function takenBy({ deps, record, opId, now }: LegAttempt, person: string, bags: number | undefined): LegEffects {
  const seat = { county: record.county, person, task: record._id, opId };
  return {
    set: {
      'assignment.assignee': person,
      'assignment.claimOp': opId,
      'detail.inside': person,
      'detail.countedBags': bags,
    },
    emit: [moved],
    around: (write) => deps.seats.takeWith(seat, now, write),
  };
}

const takeInside: LegVerb = (attempt) => {
  const { record: leg, actor, body } = attempt;
  if (leg.detail.bags !== undefined && leg.detail.bags !== body.bags) throw instead(leg, 'countDiffers');
  return takenBy(attempt, personOf(actor), body.bags);
};

const countDiffers: LegVerb = ({ record: leg, actor, now, body }) => {
  if (leg.detail.bags === body.bags) throw instead(leg, 'takeInside');
  return {
    set: {
      'detail.countedBags': body.bags,
      'detail.inside': personOf(actor),
      'detail.dueAt': addMinutes(now, decideWithinMinutes),
    },
    emit: [told({ gridOf: leg.area }, 'COUNT_DIFFERS', leg)],
  };
};

/** Both sign before anybody decides, unless one of them has not for a quarter of an hour (handbook 2.1b). */
function mustBeSigned(leg: HandoverLeg): void {
  const { signedAt, overdue } = leg.detail;
  if (leg.state === 'COUNT_DIFFERS' && !signedAt && !overdue) throw instead(leg, 'signCount');
}

const letIn: LegVerb = (attempt) => {
  const { record: leg } = attempt;
  mustBeSigned(leg);
  const { inside, countedBags } = leg.detail;
  if (!inside) throw instead(leg, 'refresh');
  return takenBy(attempt, inside, countedBags);
};

const sendBack: LegVerb = ({ record: leg, actor }) => {
  if (!isSystem(actor)) mustBeSigned(leg);
  return { emit: [moved] };
};

/** What each action changes beyond the state; one that is not here changes nothing else. */
export const legVerbs: Readonly<Partial<Record<LegAction, LegVerb>>> = {
  leaveAtPoint,
  takeInside,
  countDiffers,
  signCount: ({ now }) => ({ set: { 'detail.signedAt': now } }),
  letIn,
  // the delivery's own timer tells the grid that nobody came
  notTaken: () => ({ emit: [moved] }),
  decisionOverdue: ({ record: leg }) => ({
    set: { 'detail.overdue': true },
    emit: [told({ role: 'TOWNSHIP_DISPATCHER', area: leg.area }, 'COUNT_DIFFERS', leg)],
  }),
  sendBack,
  finish: ({ record: leg }) => ({ emit: freeSeatEntry(leg, { onTime: true }) }),
};
