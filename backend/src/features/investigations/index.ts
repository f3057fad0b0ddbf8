export { investigationCollection } from './investigation';
export type { InvestigationDeps } from './investigation.deps';
export { type InvestigationHandlers, investigationHandlers } from './investigation.handlers';
export { investigationRoutes } from './investigation.routes';
export { openingDesk } from './open-investigation';
