import type { Connection } from 'mongoose';
import { type ActingOn, actingOn } from '../../acting';
import { taskModel } from '../../tasks';
import { type HandoverLeg, type LegAction, type LegBody, machine } from './handover-leg';
import type { HandoverLegDeps } from './handover-leg.deps';
import { maySeeLeg } from './handover-leg.policy';
import { legVerbs } from './handover-leg.verbs';

export type HandoverLegs = ActingOn<HandoverLeg, LegAction, LegBody>;

/**
 * Handovers and what is done to them (handbook 2.1b).
 * @throws Problem from `act` beside the engine's: capacity-full; transition-not-allowed when the counts say otherwise or
 * nobody signed
 */
export function handoverLegs(deps: HandoverLegDeps & { readonly connection: Connection }): HandoverLegs {
  return actingOn({
    ...{ kind: 'HANDOVER_LEG', machine, deps, verbs: legVerbs, maySee: maySeeLeg },
    collection: taskModel(deps.connection).collection,
  });
}
