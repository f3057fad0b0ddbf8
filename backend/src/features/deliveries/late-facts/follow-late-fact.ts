import { fire, type LateFact } from '../../../lifecycle';
import type { WithOutbox } from '../../../outbox';
import { derivedId } from '../../../platform/ids';
import type { Delivery } from '../delivery';
import type { Compared, Receipt } from '../late.verbs';
import { deliverInHand, type InHand } from '../linked-delivery';
import { type DeliveryAction, type Performance, perform } from '../perform';
import { cameAnyway } from '../reasons';
import { lateFactRepository } from './late-fact.repository';
import { type LateFactDeps, readStanding, type Standing } from './read-late-facts';
import { comesTwice, hasEnded } from './what-follows.rules';

/**
 * Delivers `lateFact`: does what follows from a fact that counts, and notes the decision on the record it was meant
 * for. Every act is named after the fact, so that a second delivery finds it done.
 */
export async function followLateFact(deps: LateFactDeps, { county, _id }: WithOutbox): Promise<void> {
  const late = await lateFactRepository(deps.connection).byId(county, _id);
  if (!late) return;
  const counts = late.state === 'APPLIED';
  const standing = await readStanding(deps, late);
  const isDone = !counts || (await carryOut(deps, standing));
  const { record, own } = await readStanding(deps, late);
  if (record) await note(deps, late, record, { counts, isStuck: !isDone });
  if (own) await note(deps, late, own, { counts });
}

/** @returns false when nothing follows any more, though it did when it was decided */
async function carryOut(deps: LateFactDeps, standing: Standing): Promise<boolean> {
  const { late, what } = standing;
  switch (what.follows) {
    case 'OWN_DELIVERY':
      return bringInHand(deps, standing);
    case 'RECEIPT':
      return does(deps, late, 'bookReceipt');
    case 'MOVES_ON':
      for (const action of what.acts) if (!(await does(deps, late, action))) return false;
      return true;
    case 'KEPT':
      return true;
    default:
      return wasDone(standing);
  }
}

/** What is in somebody's hands, as a delivery of its own; a request that somebody else looks for would come twice. */
async function bringInHand(deps: LateFactDeps, { late, record, own }: Standing): Promise<boolean> {
  const inHand = inHandOf(late.fact);
  if (!record || !inHand) return false;
  // brought and over long ago: it takes no place of the household any more
  if (own && hasEnded(own)) return true;
  await deliverInHand(deps, record, late.fact.by, inHand);
  if (comesTwice(record)) await doesOn(deps, late, record._id, { action: 'cancel', reason: cameAnyway });
  return true;
}

/** The body was parsed by the contract of the fact when it came. */
function inHandOf({ action, input }: LateFact['fact']): InHand | undefined {
  if (action === 'purchase') return { ...(input as Receipt), as: 'PURCHASED' };
  const { bags } = input as { readonly bags: number };
  if (action === 'collect') return { as: 'COLLECTED', bags };
  return action === 'collectAtDoor' ? { as: 'COLLECTED_AT_DOOR', bags } : undefined;
}

/** By this very fact, at an earlier delivery. */
function wasDone({ late, record, own }: Standing): boolean {
  const { county, _id } = late;
  return [record, own].some((delivery) =>
    delivery?.history.some(({ opId, action }) => opId === derivedId(county, _id, action)),
  );
}

/** One act of the record the fact was meant for, or of the reporter's own delivery for it. */
async function does(deps: LateFactDeps, late: LateFact, action: string): Promise<boolean> {
  const { fact, county } = late;
  const other = deps.others[fact.recordKind];
  if (other) {
    const { record: id, occurredAt, input: body } = fact;
    return fire(() => other.act({ county, id, action, opId: opIdOf(late, action), occurredAt, body }));
  }
  const { own, record } = await readStanding(deps, late);
  const on = own ?? record;
  if (!on) return false;
  return doesOn(deps, late, on._id, { action: action as DeliveryAction }); // named by the rules alone
}

function opIdOf({ county, _id }: LateFact, action: string): string {
  return derivedId(county, _id, action);
}

function doesOn(
  deps: LateFactDeps,
  late: LateFact,
  id: string,
  what: Pick<Performance, 'action' | 'reason' | 'body'>,
): Promise<boolean> {
  const { county, fact } = late;
  const actor = { system: 'outbox' as const, county };
  const { occurredAt, input: body, reason } = fact;
  const said = { occurredAt, body, ...(reason ? { reason } : {}) };
  return fire(() => perform(deps, { county, id, actor, opId: opIdOf(late, what.action), ...said, ...what }));
}

async function note(
  deps: LateFactDeps,
  late: LateFact,
  on: Delivery,
  { counts, isStuck = false }: { readonly counts: boolean; readonly isStuck?: boolean },
): Promise<void> {
  const decision = late.history.find(({ action }) => action === (counts ? 'apply' : 'note'));
  const { photo, bags } = (late.fact.input ?? {}) as { photo?: string; bags?: number }; // parsed by the fact's contract
  const body: Compared = {
    action: late.fact.action,
    by: late.fact.by,
    occurredAt: late.fact.occurredAt,
    decidedBy: decision?.by ?? '',
    counts,
    isStuck,
    ...(decision?.reason ? { reason: decision.reason } : {}),
    ...(photo ? { photo } : {}),
    ...(bags === undefined ? {} : { bags }),
  };
  const { county, _id } = late;
  const opId = derivedId(county, _id, 'compareLate');
  const actor = { system: 'outbox' as const, county };
  // a record that has ended is never written again: there the decision stands with the fact alone
  await fire(() => perform(deps, { action: 'compareLate', county, id: on._id, actor, opId, body }));
}
