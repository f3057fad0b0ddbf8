import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord, type Condition, fire } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { gridOf } from '../../routing';
import type { EntryHandler } from '../../tasks';
import { type Delivery, deliveryRepository, type PointFact, runnerToPoint } from '../deliveries';
import type { HandoverLeg, LegAction } from './handover-leg';
import type { HandoverLegDeps } from './handover-leg.deps';
import { handoverLegRepository } from './handover-leg.repository';
import { handoverLegs } from './handover-legs';

const insidePpe = 2;
/** Where a delivery can still come to its door. */
const carriedOn: readonly string[] = ['HANDOVER_PENDING', 'IN_TRANSIT', 'ADDRESS_QUERY', 'FAILED_DELIVERY'];
const changesOfHands: readonly string[] = ['askHandover', 'takeOver', 'reassign', 'giveBack', 'nothingBought'];

/** What the relay delivers for handovers. Each reads how things are now, so that order and repeats do not matter. */
export interface HandoverLegHandlers {
  /** Entries `timer` of a handover. */
  readonly timer: EntryHandler;
  /** Of a handover: its delivery comes along. */
  readonly legMoved: EntryHandler;
  /** Of a delivery in a sealed zone: it needs a handover, or its handover is over. */
  readonly handoverLeg: EntryHandler;
}

/** Joins deliveries and their handovers (handbook 2.1b). */
export function handoverLegHandlers(deps: HandoverLegDeps): HandoverLegHandlers {
  return {
    timer: handoverLegs(deps).timer,
    async legMoved({ county, _id }) {
      const leg = await handoverLegRepository(deps.connection).byId(county, _id);
      if (leg) await bringAlong(deps, leg);
    },
    async handoverLeg({ county, _id }) {
      const delivery = await deliveryRepository(deps.connection).byId(county, _id);
      if (delivery) await followDelivery(deps, delivery);
    },
  };
}

/**
 * From the shop until the goods are inside, whoever carries them outside has one handover: planned when the runner begins
 * to shop, so that the phone knows the point wherever its network ends, and under way with the delivery.
 */
async function followDelivery(deps: HandoverLegDeps, delivery: Delivery): Promise<void> {
  const { county, _id, area, state } = delivery;
  const legs = handoverLegRepository(deps.connection);
  const runner = runnerToPoint(delivery);
  for (const leg of await legs.openOf(county, area, _id)) {
    if (leg.assignment.assignee !== runner) await itself(deps, leg, 'cancel', 'OTHER_CARRIER');
    const inside = carriedOn.includes(state) && leg.assignment.assignee === delivery.assignment.assignee;
    if (leg.state === 'TAKEN_INSIDE' && state !== 'HANDOVER_PENDING' && !inside) await itself(deps, leg, 'finish');
    await sendBackKept(deps, leg, delivery);
  }
  if (!runner) return;
  const leg = legFor(deps, delivery, runner);
  await handoverLegs(deps).insert(leg);
  if (state === 'IN_TRANSIT') await itself(deps, leg, 'setOut');
}

/** Bags that are kept back at the point are taken by nobody. */
async function sendBackKept(deps: HandoverLegDeps, leg: HandoverLeg, { state }: Delivery): Promise<void> {
  const waits = ['NOT_TAKEN', 'COUNT_DIFFERS'].includes(leg.state);
  if (waits && state === 'RETURNED') await itself(deps, leg, 'sendBack', 'KEPT_BACK');
}

/** The same runner with the same bags has the same handover, however often this is delivered. */
function legFor(deps: HandoverLegDeps, delivery: Delivery, runner: string): HandoverLeg {
  const { county, _id, priority, detail, history } = delivery;
  const area = areaId(delivery.area);
  const changes = history.filter(({ action }) => changesOfHands.includes(action)).length;
  const id = derivedId(county, _id, 'leg', runner, String(changes));
  const loop = gridOf(area);
  const begun = beginRecord(
    {
      ...{ _id: id, county, kind: 'HANDOVER_LEG', state: 'PLANNED', area, scope: scopeOf(area) },
      needs: { skills: [], ppe: insidePpe, ...(loop ? { loop } : {}) },
    },
    [],
    deps.now(),
  );
  const point = deps.pointOf(area) ?? deps.areaName(loop ?? area);
  return {
    ...begun,
    // whoever is outside does not go in
    assignment: { assignee: runner, excluded: [runner], rung: 0 },
    ...{ kind: 'HANDOVER_LEG', priority, createdAt: deps.now(), waitingSince: deps.now() },
    detail: { delivery: _id, code: detail.code, point, outside: runner },
  };
}

/** The delivery goes through the same places as its handover. What it has done already fires into nothing. */
async function bringAlong(deps: HandoverLegDeps, leg: HandoverLeg): Promise<void> {
  const { bags = 0, countedBags = bags, outside, inside } = leg.detail;
  const here: Condition = { 'detail.atPoint': leg._id };
  await does(deps, leg, 'askHandover', { bags, leg: leg._id }, { 'assignment.assignee': outside });
  if (leg.state === 'TAKEN_INSIDE' && inside)
    await does(deps, leg, 'takeOver', { bags: countedBags, leg: leg._id, to: inside }, here);
  if (leg.state === 'RETURNED') await does(deps, leg, 'returnFromPoint', { bags, leg: leg._id }, here);
  const delivery = await deliveryRepository(deps.connection).byId(leg.county, leg.detail.delivery);
  if (delivery) await sendBackKept(deps, leg, delivery);
}

type Moving = 'askHandover' | 'takeOver' | 'returnFromPoint';

async function does(deps: HandoverLegDeps, leg: HandoverLeg, action: Moving, body: PointFact, guard: Condition) {
  const { county, detail, _id } = leg;
  const opId = derivedId(county, _id, action);
  const actor = { system: 'outbox', county } as const;
  const needsReason = action === 'takeOver' ? {} : { reason: 'SEALED_ZONE' };
  const request = { action, county, id: detail.delivery, actor, opId, body, guard, ...needsReason };
  await fire(() => deps.perform(request));
}

async function itself(deps: HandoverLegDeps, leg: HandoverLeg, action: LegAction, reason?: string): Promise<void> {
  await handoverLegs(deps).follow(leg, action, reason ? { reason } : {});
}
