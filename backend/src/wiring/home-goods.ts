import { DeliveryDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Deps } from '../feature';
import {
  type Delivery,
  type DeliveryDeps,
  deliveryRepository,
  homeEvent,
  perform,
  submitDelivery,
} from '../features/deliveries';
import type { HomeFacts, HouseholdEventDeps, WelfareNeed } from '../features/household-events';
import { Problem } from '../http/problem';
import { fire, type PersonActor } from '../lifecycle';
import { derivedId } from '../platform/ids';

/** A home has some few requests open at a time, one of a kind. */
const readAtMost = 100;
/** On hold by the table: nobody has paid for any of these yet (handbook 2.1). */
const holdable: readonly string[] = ['TRIAGED', 'BATCHED', 'OFFERED', 'ACCEPTED'];
/** Whoever has bought, or is in the shop, comes to the door next. */
const carried: readonly string[] = [
  ...['SHOPPING', 'SUBSTITUTION_PENDING', 'CANCEL_ASKED', 'IN_PROGRESS', 'PURCHASED', 'COLLECTED'],
  ...['IN_TRANSIT', 'HANDOVER_PENDING', 'READY_FOR_PICKUP', 'ADDRESS_QUERY', 'FAILED_DELIVERY'],
];

/** Of requests, as much as an event asks. */
export function requestsOf(deliveries: readonly Delivery[]): HomeFacts['deliveries'] {
  return deliveries.map(({ _id: id, state, createdAt, detail, history }) => {
    const wanted = history.filter(({ action, by }) => action === 'resume' || (action === 'triage' && by !== 'SYSTEM'));
    return {
      ...{ id, state, createdAt, code: detail.code },
      ...{ sentElsewhereAt: detail.sentElsewhereAt, wantedAt: wanted.at(-1)?.recordedAt },
    };
  });
}

/**
 * Before anything else is sent to that door: what was not yet bought goes on hold by the delivery's own action, once and
 * never again for the same event; whoever has bought is named.
 */
export async function holdGoodsOf(
  deps: DeliveryDeps,
  event: Parameters<HouseholdEventDeps['holdGoods']>[0],
): ReturnType<HouseholdEventDeps['holdGoods']> {
  const { county, household, _id, createdAt } = event;
  const before = { county, household, createdAt: { $lte: createdAt } };
  const deliveries = deliveryRepository(deps.connection);
  const read = () =>
    deliveries.list({ ...before, state: { $in: [...holdable, ...carried, 'ON_HOLD'] } }, { createdAt: 1 }, readAtMost);
  const opIdOf = (id: string) => derivedId(county, _id, 'hold', id);
  for (const { _id: id, state } of await read()) {
    if (!holdable.includes(state)) continue;
    const actor = { system: 'outbox', county } as const;
    await fire(() => perform(deps, { action: 'hold', county, id, actor, opId: opIdOf(id), reason: homeEvent }));
  }
  const now = await read();
  return {
    held: now.filter(({ _id: id, history }) => history.some(({ opId }) => opId === opIdOf(id))).length,
    carrying: now.flatMap(({ _id: delivery, state, detail, assignment }) =>
      carried.includes(state) && assignment.assignee
        ? [{ delivery, code: detail.code, carrier: assignment.assignee }]
        : [],
    ),
  };
}

const asks = {
  FOOD: { kind: 'GROCERY', name: '现在就能吃的饭菜', unit: '份' },
  MEDICINE: { kind: 'MEDICINE', name: '要用的药（先打电话问清）', unit: '份' },
} as const;
/** Somebody who stays behind eats today. Minutes. */
const wantedWithinMinutes = 60;

/**
 * A request in the name of whoever settles them; what is on hold already is wanted again instead.
 * @returns false when that person may ask for nothing there
 */
export async function bringToHome({ identity, now }: Deps, deps: DeliveryDeps, need: WelfareNeed): Promise<boolean> {
  const { id, household, good, words, by } = need;
  const actor = await identity.actorOf(by);
  if (!actor) return false;
  const { kind, name, unit } = asks[good];
  const draft = DeliveryDraft.parse({
    ...{ id, household, kind, payMode: 'FREE', daysLeft: 0, needs: ['CHILD_ALONE'], words },
    wantedBy: addMinutes(now(), wantedWithinMinutes).toISOString(),
    lines: [{ line: good.toLowerCase(), name, unit, quantity: 1, substitution: { rule: 'ASK' } }],
  });
  try {
    await submitDelivery(deps, actor, draft);
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.type === 'already-open' ? resumed(deps, actor, need, String(error.extras?.open)) : false;
  }
}

/** One that is open is enough; one on hold looks for somebody again, because somebody has just said that it is wanted. */
async function resumed(deps: DeliveryDeps, actor: PersonActor, { id, county }: WelfareNeed, open: string) {
  const found = await deliveryRepository(deps.connection).byId(county, open);
  if (found?.state !== 'ON_HOLD') return found !== null;
  return fire(() =>
    perform(deps, { action: 'resume', county, id: open, actor, opId: derivedId(county, id, 'resume') }),
  );
}
