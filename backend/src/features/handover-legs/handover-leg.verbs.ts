import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../../http/problem';
import { type Actor, type Fields, isSystem } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { freeSeatEntry } from '../../routing';
import type { HandoverLeg, LegAction } from './handover-leg';
import type { HandoverLegDeps } from './handover-leg.deps';

/** One attempt of one actor on one handover, with what the contracts of its actions may carry. */
export interface LegAttempt {
  readonly deps: HandoverLegDeps;
  readonly leg: HandoverLeg;
  readonly actor: Actor;
  readonly opId: string;
  readonly now: Date;
  readonly body: { readonly bags?: number; readonly photo?: string };
}

/** What an action changes beside the state. */
export interface LegEffects {
  readonly set?: Fields;
  readonly emit?: readonly NewEntry[];
  /** Who needs a free place first. */
  readonly seat?: string;
}

type LegVerb = (attempt: LegAttempt) => LegEffects | Promise<LegEffects>;

const takeWithinMinutes = 20;
const decideWithinMinutes = 15;
/** So many people inside hear of bags at their point; the first who counts them has them. */
const askAtOnce = 3;

/** The delivery comes along with its handover. */
const moved: NewEntry = { kind: 'legMoved' };

/** The point's name says where to go, and tells the app that the record is a handover. */
function told(to: object, code: string, { detail: { code: bag, point } }: HandoverLeg): NewEntry {
  return { kind: 'notice', payload: { to, code, values: { code: bag, point }, urgent: true } };
}

function personOf(actor: Actor): string {
  if (isSystem(actor)) throw new Error('the product itself carries nothing');
  return actor.personId;
}

function instead({ state, revision }: HandoverLeg, next: string): Problem {
  return new Problem('transition-not-allowed', undefined, { state, revision, next });
}

const leaveAtPoint: LegVerb = async ({ deps, leg, now, body }) => {
  const inside = await deps.insideFor(leg, now);
  return {
    set: { 'detail.bags': body.bags, 'detail.photo': body.photo, 'detail.dueAt': addMinutes(now, takeWithinMinutes) },
    emit: [moved, ...inside.slice(0, askAtOnce).map((person) => told({ person }, 'HANDOVER_FOR_YOU', leg))],
  };
};

/** Somebody inside carries on: that person's place is kept under this operation until the leg ends. */
function takenBy(person: string, bags: number | undefined, opId: string): LegEffects {
  return {
    set: {
      'assignment.assignee': person,
      'assignment.claimOp': opId,
      'detail.inside': person,
      'detail.countedBags': bags,
    },
    emit: [moved],
    seat: person,
  };
}

const takeInside: LegVerb = ({ leg, actor, opId, body }) => {
  if (leg.detail.bags !== undefined && leg.detail.bags !== body.bags) throw instead(leg, 'countDiffers');
  return takenBy(personOf(actor), body.bags, opId);
};

const countDiffers: LegVerb = ({ leg, actor, now, body }) => {
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

const letIn: LegVerb = ({ leg, opId }) => {
  mustBeSigned(leg);
  const { inside, countedBags } = leg.detail;
  if (!inside) throw instead(leg, 'refresh');
  return takenBy(inside, countedBags, opId);
};

const sendBack: LegVerb = ({ leg, actor }) => {
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
  decisionOverdue: ({ leg }) => ({
    set: { 'detail.overdue': true },
    emit: [told({ role: 'TOWNSHIP_DISPATCHER', area: leg.area }, 'COUNT_DIFFERS', leg)],
  }),
  sendBack,
  finish: ({ leg }) => ({ emit: freeSeatEntry(leg, { onTime: true }) }),
};
