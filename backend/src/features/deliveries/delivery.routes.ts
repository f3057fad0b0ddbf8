import { Receipt } from '@grid-relief/shared-types/contract';
import { deliveryQueries } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { deliveryActions } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import * as ledgerContract from '@grid-relief/shared-types/deliveries/ledger.contract';
import { registerQueries } from '@grid-relief/shared-types/deliveries/register.contract';
import { returnedGoods } from '@grid-relief/shared-types/deliveries/returned-goods.contract';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { mount, type Route } from '../../http/mount';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor } from '../../lifecycle';
import { readChain } from './chain-message';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';
import { lateFactRoutes } from './late-facts/late-fact.routes';
import type { LateFactDeps } from './late-facts/read-late-facts';
import { myLedger, owedInArea } from './ledger';
import { deliverInHand, type InHand } from './linked-delivery';
import { doctorQueue, gridQueue, heldByMe, myDeliveries, offeredToMe, pool } from './list-deliveries';
import { type DeliveryAction, perform } from './perform';
import { mustBeAsked } from './quiet-home';
import { repay, takeBack } from './repayments';
import { listReturnedGoods } from './returns/list-returned-goods';
import { revealCarrier } from './reveal-carrier';
import { revealRegister } from './reveal-register';
import { runMoney } from './run-money';
import { sharesOf, submitDelivery } from './submit-delivery';
import { takingActions } from './take-unread';
import { mustView, viewFor } from './view-delivery';
import { namingHolder } from './who-has-it';

/** Every action of the table, with the one way all of them go. */
function actionRoutes(deps: DeliveryDeps): Route[] {
  return Object.entries(deliveryActions).map(([action, endpoint]) =>
    // one of the table's endpoints at a time; which one, the type of a list cannot say
    mount(endpoint as typeof deliveryActions.drop, ({ actor, params, body }) =>
      takeAction(deps, actor, action as DeliveryAction, params.id, body),
    ),
  );
}

/** What every action carries; the rest is the action's own, parsed by its contract. */
interface Sent {
  readonly opId: string;
  readonly occurredAt?: string | undefined;
  readonly revision?: number | undefined;
  readonly reason?: { readonly code: string; readonly words?: string | undefined } | undefined;
}

async function takeAction(deps: DeliveryDeps, actor: PersonActor, action: DeliveryAction, id: string, body: Sent) {
  const { opId, occurredAt, revision, reason } = body;
  const asked = {
    ...{ action, county: actor.county, id, actor, opId, body },
    ...(occurredAt ? { occurredAt: new Date(occurredAt) } : {}),
    ...(revision === undefined ? {} : { revision }),
    ...(reason ? { reason: reason.code } : {}),
    ...(reason?.words ? { words: reason.words } : {}),
  };
  await mustBeAsked(deps, actor, asked);
  const { document, receipt } = await namingHolder(deps, actor, id, () => perform(deps, asked));
  const late = action === 'purchase' && receipt.to === 'LATE_FACT' && document.state === 'CANCELLED';
  // whoever held it may have paid, also when it was taken back before it was cancelled
  if (late && document.history.some(({ holder }) => holder === actor.personId)) {
    // parsed by the contract of `purchase`
    const receipt = body as unknown as Omit<Extract<InHand, { as: 'PURCHASED' }>, 'as'>;
    await deliverInHand(deps, document, actor.personId, { ...receipt, as: 'PURCHASED' });
  }
  const view = takingActions.has(action) ? undefined : await viewFor(deps, actor, document);
  return { receipt: Receipt.parse(receipt), ...(view ? { view } : {}) };
}

async function candidatesOf(deps: DeliveryDeps, actor: PersonActor, id: string) {
  const delivery = await deliveryRepository(deps.connection).byId(actor.county, id);
  await mustView(deps, actor, delivery);
  if (!delivery) throw new Problem('not-found');
  return { items: [...(await deps.candidatesFor(delivery, deps.now()))] };
}

/** Endpoints of deliveries and of their money. */
export function deliveryRoutes(deps: DeliveryDeps, forLateFacts: LateFactDeps): Route[] {
  const q = deliveryQueries;
  return [
    ...actionRoutes(deps),
    ...lateFactRoutes(forLateFacts),
    mount(q.submitDelivery, async ({ actor, body }) => mustView(deps, actor, await submitDelivery(deps, actor, body))),
    mount(q.scarceShares, ({ actor, params, query }) => sharesOf(deps, actor, params.id, query.shop)),
    mount(q.getDelivery, async ({ actor, params }) =>
      mustView(deps, actor, await deliveryRepository(deps.connection).byId(actor.county, params.id)),
    ),
    mount(q.revealCarrier, ({ actor, params, body }) => revealCarrier(deps, actor, params.id, body)),
    mount(q.myDeliveries, ({ actor, query }) => myDeliveries(deps, actor, query)),
    mount(q.heldByMe, ({ actor }) => heldByMe(deps, actor)),
    mount(q.offeredToMe, ({ actor }) => offeredToMe(deps, actor)),
    mount(q.pool, ({ actor, query }) => pool(deps, actor, query)),
    mount(q.gridQueue, ({ actor, query }) => gridQueue(deps, actor, query)),
    mount(returnedGoods, ({ actor, query }) => listReturnedGoods(deps, actor, query)),
    mount(q.doctorQueue, ({ actor, query }) => doctorQueue(deps, actor, query)),
    mount(registerQueries.revealRegister, ({ actor, params, body }) => revealRegister(deps, actor, params.id, body)),
    mount(q.candidates, ({ actor, params }) => candidatesOf(deps, actor, params.id)),
    mount(q.readChainMessage, async ({ actor, body, now }) => {
      const own = [...areasOf(actor, 'GRID_WORKER', now), ...areasOf(actor, 'GRID_LEADER', now)];
      if (!scopeOf(body.area).some((area) => own.includes(area))) throw new Problem('not-allowed');
      return readChain(body.text, await deps.households.doorsIn(actor.county, body.area));
    }),
    mount(ledgerContract.myLedger, ({ actor, query }) => myLedger(deps, actor, query)),
    mount(ledgerContract.owedInArea, ({ actor, query }) => owedInArea(deps, actor, query)),
    mount(ledgerContract.runMoney, ({ actor, query }) => runMoney(deps, actor, query)),
    mount(ledgerContract.repay, ({ actor, params, body }) => repay(deps, actor, params.id, body.opId)),
    mount(ledgerContract.takeBack, ({ actor, params, body }) => takeBack(deps, actor, params.id, body.opId)),
  ];
}
