export { refusalDesk } from './record-refusal';
export { refusalCollection } from './refusal';
export type { RefusalDeps } from './refusal.deps';
export { type RefusalHandlers, refusalHandlers } from './refusal.handlers';
export { refusalRoutes } from './refusal.routes';
