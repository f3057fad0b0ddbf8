export { householdEventCollection } from './household-event';
export type { HomeCodeAsked, HouseholdEventDeps } from './household-event.deps';
export { type HouseholdEventHandlers, householdEventHandlers } from './household-event.handlers';
export { householdEventRoutes } from './household-event.routes';
export { type HomeFacts, mayRunOn } from './in-the-way.rules';
export { homeEventDesk } from './open-event';
export { type HomeNow, homeNow, quietHomes } from './quiet-homes';
export type { WelfareNeed } from './welfare/welfare-task';
