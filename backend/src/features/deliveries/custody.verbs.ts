import { Problem } from '../../http/problem';
import { isSystem, nameOf, personOf } from '../../lifecycle';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import { cardDue, cardOut, closingAfter, custodyClimbs, endsWithCard, letsAskAnew } from './custody.rules';
import { type Custody, type Delivery, isFree } from './delivery';
import { over } from './doctor.verbs';
import { follow, toHousehold, toRole } from './entries';
import type { Attempt, Verb, VerbOf } from './verb';

const flag = 'CARD_OUT';

function returnFirst({ state, revision }: Delivery): Problem {
  return new Problem('transition-not-allowed', undefined, { state, revision, next: 'return-card' });
}

/** @throws Problem transition-not-allowed: nothing ends while somebody has the household's card */
export function mustNotEndWithCard(delivery: Delivery, to: string | readonly string[]): void {
  if (endsWithCard(delivery, to)) throw returnFirst(delivery);
}

/** @throws Problem transition-not-allowed: whoever has the card first brings it back */
export function mustNotKeepCard(delivery: Delivery, { actor }: Pick<Attempt, 'actor'>): void {
  if (!isSystem(actor) && cardOut(delivery)?.heldBy === actor.personId) throw returnFirst(delivery);
}

/** Goods, money and the card go on together (handbook 2.1, 4.8). */
export function passedOn(delivery: Delivery, person: string): Readonly<Record<string, unknown>> {
  const out = cardOut(delivery);
  return out && out.heldBy === delivery.assignment.assignee ? { 'detail.custody.heldBy': person } : {};
}

/** Asks where the card is, when its time has come. */
export function askForCard(delivery: Delivery, custody: Custody | undefined): NewEntry[] {
  if (!custody) return [];
  return [{ kind: 'fire', payload: { action: 'custodyOverdue' }, due: cardDue(delivery, custody) }];
}

const takeCustody: VerbOf<'takeCustody'> = (delivery, attempt) => {
  const { body, now } = attempt;
  const person = personOf(attempt.actor);
  const had = cardOut(delivery)?.items ?? [];
  const items = [...new Set([...had, ...body.items])];
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
    emit: [
      notice({ person: out.heldBy }, 'CARD_RETURNED', { code: detail.code }),
      ...(closing ? [follow(closing)] : []),
    ],
  };
};

const custodyOverdue: Verb = (delivery, { now }) => {
  const out = cardOut(delivery);
  const role = out && custodyClimbs[out.told];
  if (!out || !role || now < cardDue(delivery, out)) throw over(delivery);
  const told = out.told + 1;
  const { code, flags } = delivery.detail;
  return {
    inc: { 'detail.custody.told': 1 },
    ...(flags.includes(flag) ? {} : { push: { 'detail.flags': [flag] } }),
    emit: [
      toRole(role, delivery, 'CARD_OUT'),
      notice({ person: out.heldBy }, 'CARD_OUT', { code }, { urgent: true }),
      ...(letsAskAnew(delivery) ? [{ kind: 'freeReservation' }] : []),
      ...(told < custodyClimbs.length ? askForCard(delivery, { ...out, told }) : []),
    ],
  };
};

/** A card or code in another's hands, while medicine is fetched that is prescribed again (handbook 4.8). */
export const custodyVerbs = { takeCustody, returnCustody, custodyOverdue };
