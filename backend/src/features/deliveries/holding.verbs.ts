import { Problem } from '../../http/problem';
import { holdsRole, isSystem, personOf } from '../../lifecycle';
import { notice } from '../../notice-entry';
import { cardLeftBehind, mustNotKeepCard, passedOn } from './custody.verbs';
import type { Delivery } from './delivery';
import { fireAfter, route, tellHousehold, toGrid, toHolder, toHousehold } from './entries';
import { mustShowBags, shownBags, takenFromPhoto } from './handover-photo';
import { unfedTimer } from './post.verbs';
import { isInside, mustNotBeAtPoint, type PointFact } from './sealed-zone';
import type { Attempt, BodyFor, Effects, Verb, VerbOf } from './verb';

const beginWithinMinutes = 60;
const offerFields = ['assignment.offeredTo', 'assignment.expiresAt'];
const holderFields = ['assignment.assignee', 'assignment.claimOp'];

/** Somebody takes work that nobody has: the same whatever the work is, so that it need not be read before. */
export function takenUnread({ opId, now }: Pick<Attempt, 'opId' | 'now'>, person: string) {
  return {
    set: { 'assignment.assignee': person, 'assignment.claimOp': opId, 'assignment.misses': 0 },
    unset: offerFields,
    emit: [tellHousehold('CARRIER_FOUND'), fireAfter(beginWithinMinutes, 'giveBack', now, ['ACCEPTED'], opId)],
  } satisfies Effects;
}

/** Somebody takes it from whoever had it. Members of a run take no seat: the run has it. */
function taken(delivery: Delivery, attempt: Attempt, person: string): Effects {
  const { emit, ...taking } = takenUnread(attempt, person);
  return { ...taking, emit: [...emit, ...seatBack(delivery)], ...(delivery.run ? {} : { seat: person }) };
}

const bySelf: Verb = (delivery, attempt) => taken(delivery, attempt, personOf(attempt.actor));

/** The seat of whoever held it until now, with whether the work was done; nothing when nobody did. */
export function seatBack({ assignment, dueAt }: Delivery, doneAt?: Date) {
  const { assignee: person, claimOp: opId } = assignment;
  if (!person || !opId) return [];
  const end = doneAt ? { done: true, onTime: !dueAt || doneAt <= dueAt } : {};
  return [{ kind: 'freeSeat', payload: { person, opId, ...end } }];
}

/** Looks for somebody again. */
export function searching(now: Date): Pick<Effects, 'set' | 'emit'> {
  return { set: { waitingSince: now }, emit: [route(now)] };
}

function lettingGo(delivery: Delivery): Pick<Effects, 'unset' | 'emit'> {
  return { unset: [...holderFields, ...offerFields], emit: seatBack(delivery) };
}

const giveBack: Verb = (delivery, attempt) => {
  const { now, actor } = attempt;
  mustNotKeepCard(delivery, attempt);
  const { assignee } = delivery.assignment;
  const searchesOn = delivery.run ? undefined : searching(now);
  const gone = lettingGo(delivery);
  return {
    to: delivery.run ? 'BATCHED' : 'TRIAGED',
    ...(searchesOn?.set ? { set: searchesOn.set } : {}),
    ...(gone.unset ? { unset: gone.unset } : {}),
    ...(assignee ? { push: { 'assignment.excluded': [assignee] } } : {}),
    emit: [
      ...(searchesOn?.emit ?? []),
      ...(gone.emit ?? []),
      ...unfedTimer(delivery.detail),
      ...cardLeftBehind(delivery),
      toHousehold(delivery, 'CARRIER_GAVE_BACK'),
      ...(isSystem(actor) ? toHolder(delivery, 'TAKEN_BACK') : []),
    ],
  };
};

/** The person asked says no: not asked again for this one (handbook 2.1). */
const notTaken: Verb = (delivery, { now }) => {
  const { offeredTo } = delivery.assignment;
  return {
    ...searching(now),
    set: {},
    unset: offerFields,
    inc: { 'assignment.misses': 1 },
    ...(offeredTo ? { push: { 'assignment.excluded': [offeredTo] } } : {}),
  };
};

/** Not asked again by the router; from the pool the person may still take it by hand. */
const unanswered: Verb = (delivery, { now }) => {
  const { offeredTo } = delivery.assignment;
  return {
    ...searching(now),
    set: {},
    unset: offerFields,
    inc: { 'assignment.misses': 1 },
    ...(offeredTo ? { push: { 'assignment.missedBy': [offeredTo] } } : {}),
  };
};

const assign: VerbOf<'assign'> = (delivery, attempt) => taken(delivery, attempt, attempt.body.to);

/** Bags that somebody named is coming for are not taken by another, except by the grid leader. */
function mustBeNamed({ detail, scope, state, revision }: Delivery, { actor, now }: Attempt): void {
  const { handoverTo } = detail;
  if (!handoverTo || isSystem(actor) || actor.personId === handoverTo) return;
  if (holdsRole(actor, 'GRID_LEADER', scope, now)) return;
  throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'named' });
}

/** A grid leader who fetches bags that nobody took is no volunteer, and has no places to fill (handbook 2.1). */
function isVolunteer({ scope }: Delivery, { actor, now }: Attempt): boolean {
  return !isSystem(actor) && holdsRole(actor, 'VOLUNTEER', scope, now);
}

function isPointFact(body: unknown): body is PointFact {
  return typeof body === 'object' && body !== null && 'leg' in body;
}

/** The bags stand at the point of a sealed zone; who comes for them, their own record asks (handbook 2.1b). */
function atPoint({ bags, leg }: PointFact): Effects {
  return { set: { 'detail.bags': bags, 'detail.atPoint': leg } };
}

/** A carrier inside has them; the place that person fills is that of the handover. */
function takenIn(delivery: Delivery, attempt: Attempt, { bags, to = '' }: PointFact): Effects {
  const { set } = taken(delivery, attempt, to);
  const differs = delivery.detail.bags !== bags;
  return {
    set: { ...set, ...passedOn(delivery, to), 'detail.insideBy': to },
    unset: [...offerFields, 'detail.handoverTo', 'detail.atPoint'],
    ...(differs ? { push: { 'detail.flags': ['COUNT_DIFFERS'] } } : {}),
    emit: [...seatBack(delivery), toHousehold(delivery, 'ON_THE_WAY')],
  };
}

function askedFor(delivery: Delivery, attempt: Attempt<BodyFor<'askHandover'>>): Effects {
  const { body } = attempt;
  mustShowBags(delivery, attempt);
  return {
    ...shownBags(attempt),
    set: {
      'detail.bags': body.bags,
      ...(body.to ? { 'detail.handoverTo': body.to } : {}),
    },
    ...(body.to ? {} : { unset: ['detail.handoverTo'] }),
    emit: [
      toGrid(delivery, 'HANDOVER_ASKED', { urgent: true }),
      ...(body.to
        ? [notice({ person: body.to }, 'HANDOVER_FOR_YOU', { code: delivery.detail.code }, { urgent: true })]
        : []),
    ],
  };
}

/** How work gets and loses its holder. */
export const holdingVerbs = {
  accept: bySelf,
  claim: bySelf,
  assign,
  reassign: assign,
  decline: notTaken,
  expire: unanswered,
  giveBack,
  escalate: ((_, { now }) => ({
    inc: { 'assignment.rung': 1 },
    set: { 'assignment.misses': 0 },
    emit: [route(now)],
  })) satisfies Verb,
  hold: ((delivery) => {
    const gone = lettingGo(delivery);
    return {
      // no run waits for it, and none takes it along
      unset: [...(gone.unset ?? []), 'run'],
      emit: [
        ...(gone.emit ?? []),
        // whoever had it fed the post; its hour may have come meanwhile
        ...unfedTimer(delivery.detail),
        ...toHolder(delivery, 'ON_HOLD'),
        toHousehold(delivery, 'ON_HOLD'),
      ],
    };
  }) satisfies Verb,
  resume: (async (delivery, { deps, actor, now }) => {
    const { county, household, scope, state, revision } = delivery;
    const isGrid = !isSystem(actor) && holdsRole(actor, ['GRID_WORKER', 'GRID_LEADER'] as const, scope, now);
    const facts = isGrid ? undefined : await deps.households.facts(county, household);
    // nothing is sent to the door before somebody has looked (handbook 2.11)
    if (facts?.event?.isUnsecured) {
      throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'grid' });
    }
    return searching(now);
  }) satisfies Verb,
  unbatch: ((_, { now }) => ({ ...searching(now), unset: ['run'] })) satisfies Verb,
  tryElsewhere: ((delivery, { now }) => {
    const gone = lettingGo(delivery);
    const again = searching(now);
    const emit = [...(again.emit ?? []), ...(gone.emit ?? []), ...unfedTimer(delivery.detail)];
    return { ...again, ...gone, to: 'TRIAGED', emit };
  }) satisfies Verb,
  askHandover: ((delivery, attempt) => {
    const { actor, body } = attempt;
    return isSystem(actor) && isPointFact(body) ? atPoint(body) : askedFor(delivery, attempt);
  }) satisfies VerbOf<'askHandover'>,
  // what was advanced stays owed to the first carrier: `advancedBy` is not touched
  takeOver: ((delivery, attempt) => {
    const { bags } = attempt.body;
    if (isSystem(attempt.actor) && isPointFact(attempt.body)) return takenIn(delivery, attempt, attempt.body);
    mustNotBeAtPoint(delivery, attempt.actor);
    mustBeNamed(delivery, attempt);
    const { emit: _found, seat: _ofRun, ...hold } = taken(delivery, attempt, personOf(attempt.actor));
    const differs = delivery.detail.bags !== undefined && delivery.detail.bags !== bags;
    return {
      ...hold,
      ...takenFromPhoto(delivery, personOf(attempt.actor)),
      set: {
        ...hold.set,
        ...passedOn(delivery, personOf(attempt.actor)),
        ...(isInside(delivery, attempt.actor) ? { 'detail.insideBy': personOf(attempt.actor) } : {}),
      },
      // the place of a run is its carrier's; whoever takes one door of it fills one of their own
      ...(isVolunteer(delivery, attempt) ? { seat: personOf(attempt.actor) } : {}),
      unset: [...offerFields, 'detail.handoverTo'],
      push: differs ? { 'detail.flags': ['COUNT_DIFFERS'] } : {},
      emit: [...seatBack(delivery), ...(differs ? [toGrid(delivery, 'COUNT_DIFFERS', { urgent: true })] : [])],
    };
  }) satisfies VerbOf<'takeOver'>,
  handoverOverdue: ((delivery) => ({ emit: [toGrid(delivery, 'HANDOVER_OVERDUE', { urgent: true })] })) satisfies Verb,
};
