export { sampleScreening } from './begin-at-once';
export { campaignKind, screeningCollection } from './campaign';
export { lateVisitFacts } from './late-visit-facts';
export type { HomeAt, RefusedDoor, ScreeningDeps } from './screening.deps';
export { type ScreeningHandlers, screeningHandlers } from './screening.handlers';
export { screeningRoutes } from './screening.routes';
export { visitCollection, visitKind } from './visit';
export { visitIndexes } from './visit.repository';
