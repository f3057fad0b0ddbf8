import type { OtherWork } from '../deliveries';
import type { LegAction } from './handover-leg';
import type { HandoverLegDeps } from './handover-leg.deps';
import { handoverLegs } from './handover-legs';

/** Bags that stood at a point before the handover had set out, or after it was changed: what a late fact still does. */
export function lateLegFacts(deps: HandoverLegDeps): OtherWork {
  const legs = handoverLegs(deps);
  return {
    find: (county, id) => legs.byId(county, id),
    catchesUp({ state, assignment }, { by }) {
      if (state === 'CANCELLED' || state === 'RETURNED') return 'WENT_OTHER_WAY';
      if (assignment.assignee !== by) return 'OTHER_CARRIES';
      if (state === 'PLANNED') return ['setOut', 'leaveAtPoint'];
      return state === 'OUTSIDE_EN_ROUTE' ? ['leaveAtPoint'] : 'ALREADY_SO';
    },
    act: ({ body, action, ...request }) =>
      legs.act({
        ...request,
        action: action as LegAction, // named above
        actor: { system: 'outbox', county: request.county },
        body: body as { readonly bags: number; readonly photo?: string }, // parsed by the contract of the fact
      }),
  };
}
