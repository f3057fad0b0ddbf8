import { type DeliveryDeps, deliveryRepository, type LeftIll, perform, sick } from '../features/deliveries';
import { actOnRun, type RunDeps } from '../features/deliveries/runs';
import type { LeavingRule } from '../features/volunteers';
import { fire, type PersonActor } from '../lifecycle';

/** How a holder who falls ill leaves each kind of work (handbook 2.12): unpaid work goes back, paid goods are handed over. */
export function leavingRules(
  deliveries: DeliveryDeps,
  runs: RunDeps,
): Readonly<Record<'DELIVERY' | 'RUN', LeavingRule>> {
  return {
    DELIVERY: {
      giveBackFrom: ['ACCEPTED', 'SHOPPING', 'IN_PROGRESS'],
      giveBack: ({ _id: id, county }, actor, opId) =>
        perform(deliveries, { action: 'giveBack', county, id, actor, opId, reason: sick }),
      handOverFrom: ['PURCHASED', 'COLLECTED', 'IN_TRANSIT'],
      async askHandover({ _id: id, county }, actor, opId) {
        const delivery = await deliveryRepository(deliveries.connection).byId(county, id);
        const body: LeftIll = { bags: delivery?.detail.bags ?? 0, leftIll: true };
        await perform(deliveries, { action: 'askHandover', county, id, actor, opId, reason: sick, body });
      },
    },
    RUN: {
      giveBackFrom: ['ACCEPTED'],
      giveBack: ({ _id: id, county }, actor, opId) =>
        actOnRun(runs, { county, id, action: 'giveBack', actor, opId, reason: sick }),
      // a run under way is handed over by the grid leader, who names the next carrier and must know that one is needed
      handOverFrom: ['SHOPPING', 'DOORS'],
      askHandover: (task, actor, opId) => leaveRun(runs, task, actor, opId),
    },
  };
}

/** Given back while nothing is paid; after that the grid is asked for somebody who goes on. */
async function leaveRun(
  runs: RunDeps,
  { _id: id, county }: Parameters<LeavingRule['giveBack']>[0],
  actor: PersonActor,
  opId: string,
): Promise<void> {
  const asked = { county, id, actor, opId, reason: sick };
  const isBack = await fire(() => actOnRun(runs, { ...asked, action: 'giveBack' }));
  if (!isBack) await actOnRun(runs, { ...asked, action: 'askHelp' });
}
