export { areaChangeCollection } from './area-change';
export { type AreaChangeHandlers, areaChangeHandlers } from './area-change.handlers';
export { areaChangeRoutes } from './area-change.routes';
export type { AreaChangeDeps } from './area-changes.deps';
export { areaMoveIndexes } from './area-move.repository';
export { grantHolding } from './grant-holding';
export type { Holding } from './holding';
export { placeHolding, servingHolding, windowHolding } from './place-holding';
export { type KindOfWork, workHolding } from './work-holding';
