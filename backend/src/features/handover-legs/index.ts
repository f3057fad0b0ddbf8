export { type HandoverLegHandlers, handoverLegHandlers } from './follow-goods';
export type { HandoverLeg } from './handover-leg';
export type { HandoverLegDeps } from './handover-leg.deps';
export { handoverLegRoutes } from './handover-leg.routes';
export { lateLegFacts } from './late-leg-facts';
