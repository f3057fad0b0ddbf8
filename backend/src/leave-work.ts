import type { Connection } from 'mongoose';
import { type DeliveryDeps, perform } from './features/deliveries';
import { actOnRun, type RunDeps } from './features/deliveries/runs';
import { type LeaveHeldWork, type LeavingStep, leaveHeldWork } from './features/volunteers';

/** The reason that stays with work whose holder fell ill. */
const reason = 'SICK';

/**
 * What somebody who falls ill leaves behind (handbook 2.1): what is not paid goes back, what is paid waits to be handed
 * over. A run with paid goods stays with its carrier until the grid leader names who takes the bags.
 */
export function leaveWork(connection: Connection, deliveries: DeliveryDeps, runs: RunDeps): LeaveHeldWork {
  const onDelivery =
    (action: 'giveBack' | 'askHandover'): LeavingStep =>
    ({ _id: id, county }, actor, opId) =>
      perform(deliveries, { action, id, county, actor, opId, body: {}, reason });
  return leaveHeldWork(connection, {
    DELIVERY: {
      giveBackFrom: ['ACCEPTED', 'SHOPPING', 'IN_PROGRESS'],
      giveBack: onDelivery('giveBack'),
      handOverFrom: ['PURCHASED', 'COLLECTED', 'IN_TRANSIT'],
      askHandover: onDelivery('askHandover'),
    },
    RUN: {
      giveBackFrom: ['ACCEPTED', 'SHOPPING'],
      giveBack: ({ _id: id, county }, actor, opId) =>
        actOnRun(runs, { action: 'giveBack', id, county, actor, opId, reason }),
      handOverFrom: [],
      askHandover: async () => undefined,
    },
  });
}
