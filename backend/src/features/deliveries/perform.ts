import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { type ActionOf, isOpen } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { Problem } from '../../http/problem';
import {
  type Actor,
  type ActRequest,
  type ActResult,
  act,
  type Condition,
  decideAnew,
  isAllowed,
} from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { PlaceTraits } from '../volunteers';
import { custodyVerbs, mustNotEndWithCard } from './custody.verbs';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { maySee } from './delivery.policy';
import { deliveryRepository } from './delivery.repository';
import { doctorVerbs } from './doctor.verbs';
import { doorVerbs } from './door.verbs';
import { flaggedVerbs } from './flagged.verbs';
import { holdingVerbs, seatBack } from './holding.verbs';
import { lateVerbs } from './late.verbs';
import { moneyVerbs } from './money.verbs';
import { pickupEntry } from './pickup-mode';
import { postVerbs } from './post.verbs';
import { registerVerbs } from './register.verbs';
import { requestVerbs } from './request.verbs';
import { returnVerbs } from './returns/return.verbs';
import { handoverEntry } from './sealed-zone';
import { shoppingVerbs } from './shopping.verbs';
import { takeUnread, takingActions } from './take-unread';
import type { Effects, Verb } from './verb';

export type DeliveryAction = ActionOf<typeof machine>;

/**
 * What each action changes beyond the state. An action that is not here changes nothing else. The bodies were parsed
 * by the contract of the same name before they come here, which the type of one table cannot say.
 */
const verbs = {
  ...requestVerbs,
  ...doctorVerbs,
  ...registerVerbs,
  ...custodyVerbs,
  ...flaggedVerbs,
  ...postVerbs,
  ...holdingVerbs,
  ...shoppingVerbs,
  ...doorVerbs,
  ...returnVerbs,
  ...lateVerbs,
  ...moneyVerbs,
} as unknown as Readonly<Partial<Record<DeliveryAction, Verb>>>;

export interface Performance {
  readonly action: DeliveryAction;
  readonly county: string;
  readonly id: string;
  readonly actor: Actor;
  readonly opId: string;
  readonly body?: unknown;
  readonly occurredAt?: Date;
  readonly reason?: string;
  /** Free words beside the reason; they stay with the record, sealed. */
  readonly words?: string;
  readonly revision?: number;
  /** What a timer depends on, beside the state. */
  readonly guard?: Condition;
}

/**
 * Does one action to a delivery. What is decided from the record's content is guarded by the revision it was read at,
 * and decided again when somebody wrote meanwhile; facts are not, because they are never refused.
 * @throws Problem as `act`, and invalid-input, capacity-full
 */
export async function perform(deps: DeliveryDeps, request: Performance): Promise<ActResult<Delivery>> {
  return (await takeUnread(deps, request)) ?? performRead(deps, request);
}

/** Reads the record, decides from it, and writes what was decided only while it is still so. */
const performRead = (deps: DeliveryDeps, request: Performance): Promise<ActResult<Delivery>> =>
  decideAnew(
    request,
    () => deliveryRepository(deps.connection).byId(request.county, request.id),
    (found) => once(deps, request, found),
  );

async function once(deps: DeliveryDeps, request: Performance, found: Delivery): Promise<ActResult<Delivery>> {
  const now = deps.now();
  const decided = fits(request, found, now);
  const said = await sealedWords(deps, request, now);
  const effects = decided ? withWords(await effectsOf(deps, request, found, now), said) : {};
  if (decided) mustNotEndWithCard(found, effects.to ?? machine.actions[request.action].to, request);
  const { id, opId, county } = request;
  const asked = { ...request, body: bodyWith(request.body, said) };
  const write = (only: Condition = {}) => {
    const wanted = { ...asked, guard: bothOf(asked.guard ?? {}, only) };
    return act<string, string, Delivery>(written(deps, wanted, found, effects, decided, now));
  };
  if (effects.seat === undefined) return write();
  const place = { county, person: effects.seat, task: id, opId };
  const { traits } = await deps.seats.reserve(place, now);
  return deps.seats.actInPlace(place, now, () => {
    mustBeOfLoop(request, found, traits);
    // a place may have come free since it was taken unread in vain; the work is no more for this person than before
    return write(takingActions.has(request.action) ? deps.mayTake(traits, now) : {});
  });
}

/** Also a dispatcher does not mix a clean team with a contaminated one (handbook 4.2). */
function mustBeOfLoop({ action }: Performance, { needs }: Delivery, { loop }: PlaceTraits): void {
  const isNamed = action === 'assign' || action === 'reassign';
  if (isNamed && loop !== needs.loop) throw new Problem('not-allowed', undefined, { next: 'other-loop' });
}

/** What was said beside the reason may be about health or a door: it is kept sealed. */
async function sealedWords(deps: DeliveryDeps, { county, opId, words }: Performance, now: Date) {
  return words ? [{ opId, at: now, sealed: await deps.seal(county, words) }] : [];
}

/** A fact that came too late keeps the words with it, sealed. */
function bodyWith(body: unknown, [said]: Awaited<ReturnType<typeof sealedWords>>): unknown {
  return said && typeof body === 'object' ? { ...body, sealedWords: said.sealed } : body;
}

function withWords(effects: Effects, said: Awaited<ReturnType<typeof sealedWords>>): Effects {
  return said.length === 0 ? effects : { ...effects, push: { ...effects.push, 'detail.reasonWords': said } };
}

/** Whether there is anything to decide; if not, the engine alone knows the answer: a repeat, a late fact, a refusal. */
function fits({ action, actor, opId }: Performance, found: Delivery, now: Date): boolean {
  const rule = machine.actions[action];
  const repeated = found.history.some((entry) => entry.opId === opId);
  return !repeated && rule.from.some((state) => state === found.state) && isAllowed(rule, found, actor, now);
}

function written(
  deps: DeliveryDeps,
  request: Performance,
  found: Delivery,
  effects: Effects,
  decided: boolean,
  now: Date,
): ActRequest<string, string, Delivery> {
  const { id, action, actor, opId, body, words: _words, guard = {}, county: _county, ...sent } = request;
  const { seat: _seat, to, emit = [], unset = [], ...changes } = effects;
  const rule = machine.actions[action];
  const sameRevision = decided && rule.fact ? {} : { revision: found.revision };
  // where the table leaves a choice and nothing was decided, the write is going to miss; it needs a name all the same
  const choice = typeof rule.to === 'string' ? {} : { to: to ?? rule.to[0] ?? '' };
  return {
    ...changes,
    ...sent,
    ...choice,
    collection: deliveryRepository(deps.connection).collection,
    machine,
    kind: 'DELIVERY',
    action,
    id,
    actor,
    opId,
    now,
    input: body,
    guard: bothOf(guard, sameRevision),
    unset: [...unset, ...noLongerNeeded(to ?? rule.to)],
    emit: [
      ...emit,
      ...ending(found, to ?? rule.to),
      ...leavingDoor(found, to ?? rule.to),
      ...handoverEntry(found, to ?? rule.to),
      ...pickupEntry(found, to ?? rule.to),
    ],
    visible: (delivery, viewer) => maySee(delivery, viewer, now),
  };
}

/** Without an empty part: inside `$and` one makes the database walk the collection. */
function bothOf(one: Condition, other: Condition): Condition {
  const parts = [one, other].filter((part) => Object.keys(part).length > 0);
  return parts.length > 1 ? { $and: parts } : (parts[0] ?? {});
}

function effectsOf(deps: DeliveryDeps, request: Performance, found: Delivery, now: Date): Effects | Promise<Effects> {
  const { action, actor, opId, body, reason, county } = request;
  const also = (id: string, next: string, about: unknown) =>
    perform(deps, {
      action: next as DeliveryAction, // named by our own verbs alone
      ...{ county, id, body: about, actor: { system: 'outbox', county }, opId: derivedId(county, opId, id, next) },
    });
  return verbs[action]?.(found, { deps, actor, opId, now, body, reason, also }) ?? {};
}

/** A record that ends lets go of what it had reserved. */
function ending(delivery: Delivery, to: string | readonly string[]) {
  if (typeof to !== 'string' || to === 'SAME' || isOpen(machine, to as (typeof machine.states)[number])) return [];
  return [{ kind: 'freeReservation' }, ...seatBack(delivery)];
}

/** Bought or ended, nobody is registered any more: whom it was for is forgotten with the same write (handbook 4.8, 8). */
function noLongerNeeded(to: string | readonly string[]): string[] {
  if (typeof to !== 'string' || to === 'SAME') return [];
  return to === 'PURCHASED' || !isOpen(machine, to as (typeof machine.states)[number]) ? ['detail.patient'] : [];
}

/** A run hears what becomes of its doors: the last one settles or dissolves it. */
function leavingDoor({ run }: Delivery, to: string | readonly string[]) {
  return run === undefined || to === 'SAME' ? [] : [{ kind: 'memberMoved', payload: { run } }];
}
