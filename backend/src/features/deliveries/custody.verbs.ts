import { Problem } from '../../http/problem';
import { type Actor, isSystem, nameOf, personOf } from '../../lifecycle';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import { cardDue, cardOut, closingAfter, custodyClimbs, endsWithCard, letsAskAnew } from './custody.rules';
import { type Custody, type Delivery, isFree } from './delivery';
import { over } from './doctor.verbs';
import { follow, toHousehold, toRole } from './entries';
import { cameAnyway, sick } from './reasons';
import type { Attempt, Verb, VerbOf } from './verb';

const flag = 'CARD_OUT';

function returnFirst({ state, revision }: Delivery): Problem {
  return new Problem('transition-not-allowed', undefined, { state, revision, next: 'return-card' });
}

/** @throws Problem transition-not-allowed: nothing ends while somebody has the household's card */
export function mustNotEndWithCard(
  delivery: Delivery,
  to: string | readonly string[],
  { actor, reason }: { readonly actor: Actor; readonly reason?: string | undefined },
): void {
  // the card goes on with the delivery by which the goods come
  if (isSystem(actor) && reason === cameAnyway) return;
  if (endsWithCard(delivery, to)) throw returnFirst(delivery);
}

/**
 * Whoever falls ill goes nowhere, also not to a door: the work is let go, and the card is fetched by others.
 * @throws Problem transition-not-allowed: whoever has the card first brings it back
 */
export function mustNotKeepCard(delivery: Delivery, { actor, reason }: Pick<Attempt, 'actor' | 'reason'>): void {
  if (isSystem(actor) || reason === sick) return;
  if (cardOut(delivery)?.heldBy === actor.personId) throw returnFirst(delivery);
}

/** Whoever held the work until now still has the card: the grid leader hears of it at once, not after a day. */
export function cardLeftBehind(delivery: Delivery): NewEntry[] {
  const isLeft = cardOut(delivery)?.heldBy === delivery.assignment.assignee;
  return isLeft ? [toRole('GRID_LEADER', delivery, 'CARD_LEFT')] : [];
}

/** Goods, money and the card go on together (handbook 2.1, 4.8). */
export function passedOn(delivery: Delivery, person: string): Readonly<Record<string, unknown>> {
  const out = cardOut(delivery);
  return out && out.heldBy === delivery.assignment.assignee ? { 'detail.custody.heldBy': person } : {};
}

const codeOf = ({ detail: { code } }: Delivery) => ({ code });

/** Asks where the card is, when its time has come. */
export function askForCard(delivery: Delivery, custody: Custody | undefined): NewEntry[] {
  if (!custody) return [];
  return [{ kind: 'fire', payload: { action: 'custodyOverdue' }, due: cardDue(delivery, custody) }];
}

const takeCustody: VerbOf<'takeCustody'> = (delivery, attempt) => {
  const { body, now } = attempt;
  const person = personOf(attempt.actor);
  const out = cardOut(delivery);
  const items = [...new Set([...(out?.items ?? []), ...body.items])];
  // a second card, or one that came from whoever had it before: it has been out since then, and its ladder goes on
  if (out) {
    const former = out.heldBy === person ? [] : [notice({ person: out.heldBy }, 'CARD_PASSED', codeOf(delivery))];
    return {
      set: { 'detail.custody.items': items, 'detail.custody.heldBy': person },
      emit: [toHousehold(delivery, 'CARD_TAKEN'), ...former],
    };
  }
  const custody: Custody = { items, takenBy: person, takenAt: now, heldBy: person, told: 0 };
  return {
    set: { 'detail.custody': custody },
    emit: [toHousehold(delivery, 'CARD_TAKEN'), ...askForCard(delivery, custody)],
  };
};

const returnCustody: Verb = (delivery, { actor, now }) => {
  const out = cardOut(delivery);
  if (!out) throw over(delivery);
  const { detail, state } = delivery;
  const closing = closingAfter(state, isFree(delivery));
  return {
    set: {
      'detail.custody.returnedAt': now,
      'detail.custody.returnedBy': nameOf(actor),
      'detail.flags': detail.flags.filter((each) => each !== flag),
    },
    emit: [notice({ person: out.heldBy }, 'CARD_RETURNED', codeOf(delivery)), ...(closing ? [follow(closing)] : [])],
  };
};

const custodyOverdue: Verb = (delivery, { now }) => {
  const out = cardOut(delivery);
  const role = out && custodyClimbs[out.told];
  if (!out || !role || now < cardDue(delivery, out)) throw over(delivery);
  const told = out.told + 1;
  const { flags } = delivery.detail;
  return {
    inc: { 'detail.custody.told': 1 },
    ...(flags.includes(flag) ? {} : { push: { 'detail.flags': [flag] } }),
    emit: [
      toRole(role, delivery, 'CARD_OUT'),
      notice({ person: out.heldBy }, 'CARD_OUT', codeOf(delivery), { urgent: true }),
      ...(letsAskAnew(delivery) ? [{ kind: 'freeReservation' }] : []),
      ...(told < custodyClimbs.length ? askForCard(delivery, { ...out, told }) : []),
    ],
  };
};

/** A card or code in another's hands, while medicine is fetched that is prescribed again (handbook 4.8). */
export const custodyVerbs = { takeCustody, returnCustody, custodyOverdue };
